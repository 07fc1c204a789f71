"""``python -m lintpost``."""

import os
import sys

if __name__ == "__main__":
    if not sys.flags.safe_path and sys.path[:1] in ([""], [os.getcwd()]):
        del sys.path[
            0
        ]  # no module is imported from the working folder, which holds other people's posts
    from lintpost.cli.main import console

    console()
