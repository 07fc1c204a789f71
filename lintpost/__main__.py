"""``python -m lintpost``."""

import sys

from lintpost.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
