"""Writes every file that is generated from rules and checks: ``python tools/generate.py``.

``--check`` writes nothing and ends in status 1 where a file is out of date.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]  # this checkout, whatever else is installed

from generators.checks_page import checks_page
from generators.completion import completions
from generators.report_picture import report_picture
from generators.rule_pages import rules_page
from generators.rules_index import index_page
from generators.schemas import schemas
from generators.schemastore import schemastore


def generated() -> dict[str, str]:
    """The text of each generated file by its path in the repository."""
    return {
        "docs/rules.md": rules_page("en"),
        "docs/rules.ja.md": rules_page("ja"),
        "docs/checks.md": checks_page(),
        "rules/README.md": index_page("en"),
        "rules/README.ja.md": index_page("ja"),
        "docs/pictures/report.svg": report_picture("en"),
        "docs/pictures/report.ja.svg": report_picture("ja"),
        **schemas(),
        **completions(),
        "docs/schemastore.json": schemastore(),
    }


def main() -> int:
    """Write or compare the files; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; status 1 if a file is out of date"
    )
    options = parser.parse_args()
    changed = []
    for name, text in generated().items():
        path = ROOT / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            changed.append(name)
            if not options.check:
                path.write_text(text, encoding="utf-8")
    for name in changed:
        print(f"out of date: {name}" if options.check else f"written: {name}")
    return 1 if changed and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
