"""Runs test cases of textlint rules against lintpost's rules in ``compat`` mode.

``python tools/conformance.py PATH… [--json]``: a PATH is a case file or a folder of them. A case
passes if the findings have the same positions (that of the fix counts, too, where the rule needs it)
and the fixed text, where the case has one, is the same. Cases of rules without counterpart are
counted separately. The exit status is 1 if a case of another rule fails.
"""

import argparse
import json
import sys
import tempfile
from operator import contains
from pathlib import Path
from typing import Any, NamedTuple

from lintpost.config.migrate.textlint_rules import Rules, rules_for
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.engine.edits.fix import applied_text, without_overlap
from lintpost.files.settings_error import SettingsError
from lintpost.packs.builtin import load_pack, rules_folder
from lintpost.post.source import Source

PRH_SKIPS = {"checkLink": "links", "checkBlockQuote": "quotations", "checkEmphasis": "emphasis"}


ROUNDS = 10
"""Rounds of fixes that may follow one another."""


BESIDE = {"typography/unmatched-pair": 1}
"""Code points by which textlint's position is off: it is that behind the opening mark."""


MISPLACED = {
    "typography/decomposed",
    "ja/code-space",
    "ja/link-space",
    "ja/emphasis-space",
    "ja/bold-space",
}
"""Rules of which textlint's position is not the one that its fix replaces."""


class Outcome(NamedTuple):
    """The result of one case; `why` says what differs, and is empty if it passes."""

    rule: str
    number: int
    text: str
    why: str


def rules_of(name: str, options: dict[str, Any]) -> Rules | None:
    """lintpost's rules for the rule of a case file, with their options; None without counterpart."""
    if name == "prh":
        skip = [word for key, word in PRH_SKIPS.items() if not options.get(key)]
        skip += [] if options.get("checkHeader", True) else ["headings"]
        comments = options.get("checkCodeComment", [])
        return {"terms/spelling": {"skip": skip, "comments": comments}}
    if name == "jtf-all-fix":
        every = [rule for rule in load_pack(rules_folder()) if rule.startswith("jtf/")]
        return {rule: {} for rule in every} | {"jtf/numerals": {"mode": "compat"}}
    return rules_for(name, options)


def run_file(path: Path) -> list[Outcome]:
    """Run the cases of a file; those of a rule without counterpart have the reason ``no rule``."""
    data = json.loads(path.read_text(encoding="utf-8"))
    if "valid" not in data and "invalid" not in data:
        return []
    found = []
    cases = [*data.get("valid", []), *data.get("invalid", [])]
    for number, case in enumerate(cases, 1):
        known = rules_of(path.stem, case.get("options") or {})
        if known is None or case.get("plugins"):
            why = "no rule" if known is None else "needs a plugin"
        else:
            with tempfile.TemporaryDirectory() as folder:
                why = run_case(case, known, Path(folder))
        found.append(Outcome(path.stem, number, case["text"], why))
    return found


def run_case(case: dict[str, Any], rules: Rules, folder: Path) -> str:
    """Run a case in an empty folder; returns what differs, empty if nothing does."""
    paths = []
    given = case.get("options") or {}
    for name, text in (case.get("files") or {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    if "terms/spelling" in rules:
        paths = list(given.get("rulePaths", []))
        for index, text in enumerate(given.get("ruleContents", [])):
            (folder / f"content{index}.yml").write_text(text, encoding="utf-8")
            paths.append(f"content{index}.yml")
    if not rules:
        return "" if not case.get("errors") else "found nothing"
    config = {"rules": rules, **({"terms": paths} if paths else {})}
    (folder / "lintpost.yml").write_text(json.dumps(config), encoding="utf-8")
    source = Source(f"case{case.get('ext') or '.md'}", case["text"])
    try:
        overlay = CliOverrides(select=(*rules,), lang="en")
        checker = Checker(load_settings(str(folder / "lintpost.yml"), overlay))
        result = checker.check_source(source, keep_text=True)
    except SettingsError as error:
        return error.text.en
    if result.errors:
        return result.errors[0].text.en
    given = case.get("errors", [])
    mine = [finding.start.offset for finding in result.findings]
    beside = max((BESIDE.get(rule, 0) for rule in rules), default=0)
    off = not MISPLACED.isdisjoint(rules)
    theirs = sorted(places_of(error, beside, off=off) for error in given if "range_cp" in error)
    placed = len(theirs) == len(given)
    if placed and (len(mine) != len(theirs) or not all(map(contains, theirs, mine))):
        return f"found at {mine}, expected {theirs}"
    if case.get("output") is not None:
        after = fixed(checker, source)
        if after != case["output"]:
            return f"fixed to {after!r}, expected {case['output']!r}"
    return ""


def fixed(checker: Checker, source: Source) -> str:
    """The text after all fixes of the rules, as textlint applies its own: without a proof."""
    for _ in range(ROUNDS):
        findings = [f for f in checker.check_source(source).findings if f.fix is not None]
        after = applied_text(source.text, without_overlap(findings))
        if after == source.text:
            break
        source = Source(source.path, after)
    return source.text


def places_of(error: dict[str, Any], beside: int = 0, *, off: bool = False) -> list[int]:
    """The offsets at which a finding may begin, in code points.

    That is textlint's position less `beside`; if `off`, also the beginning of what its fix replaces.
    """
    fix = error.get("fix")
    places = [error["range_cp"][0] - beside]
    return sorted({*places, *(fix["range_cp"][:1] if fix and off else ())})


def main() -> int:
    """Run the cases and print the results; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--json", action="store_true", help="one document with every case")
    options = parser.parse_args()
    files: list[Path] = []
    for path in map(Path, options.paths):
        if not path.exists():
            print(f"{path}: no such file or folder", file=sys.stderr)
            return 2
        files += sorted(path.glob("*.json")) if path.is_dir() else [path]
    outcomes = [outcome for file in files for outcome in run_file(file)]
    if not outcomes:
        print("no case files found", file=sys.stderr)
        return 2
    failed = [one for one in outcomes if one.why not in ("", "no rule", "needs a plugin")]
    if options.json:
        print(json.dumps([one._asdict() for one in outcomes], ensure_ascii=False, indent=1))
        return 1 if failed else 0
    by_rule: dict[str, list[Outcome]] = {}
    for one in outcomes:
        by_rule.setdefault(one.rule, []).append(one)
    missing = [rule for rule, found in by_rule.items() if all(o.why == "no rule" for o in found)]
    for rule, found in by_rule.items():
        if rule not in missing:
            passed = sum(not one.why for one in found)
            print(f"{rule}: {passed} of {len(found)} pass")
            for one in found:
                if one.why:
                    print(f"  {one.number}: {one.text[:40]!r}: {one.why}")
    total = sum(len(found) for rule, found in by_rule.items() if rule not in missing)
    passed = sum(not one.why for one in outcomes)
    known = len(by_rule) - len(missing)
    print(
        f"\n{passed} of {total} cases of {known} rules pass; "
        f"{len(missing)} rules have no counterpart."
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
