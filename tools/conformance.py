"""Runs case files of the conformance format against lintpost's rules in ``compat`` mode.

``python tools/conformance.py PATH… [--json]``: a PATH is a case file or a folder of them. A case
passes where the findings stand at the same places (by the fix's span where there is one) and, where
the file asserts a fixed text, the fixes make it. Rules that lintpost does not have yet are counted
apart. The exit status is 1 if a case of a known rule fails.
"""

import argparse
import json
import re
import sys
import tempfile
from operator import contains
from pathlib import Path
from typing import Any, NamedTuple

from lintpost.config.settings import Overlay, load_settings
from lintpost.engine.check_post import Checker
from lintpost.engine.fix import fix_source
from lintpost.packs.builtin import load_pack, rules_folder
from lintpost.post.source import Source

PRH_SKIPS = {"checkLink": "links", "checkBlockQuote": "quotations", "checkEmphasis": "emphasis"}


JTF = {
    "jtf-1.2.1": "comma-period", "jtf-1.2.2": "full-width-separators", "jtf-2.1.8": "full-width-digits",
    "jtf-2.1.9": "full-width-letters", "jtf-2.1.10": "decimal-comma", "jtf-2.2.3": "counter-ka",
    "jtf-3.1.1": "half-full-space", "jtf-3.1.2": "full-full-space", "ja-no-space-between-full-width": "full-full-space",
    "ja-nakaguro-or-halfwidth-space-between-katakana": "katakana-space", "jtf-3.2": "katakana-space", "jtf-4.1.1": "period-in-brackets",
    "jtf-4.1.3": "comma-period", "jtf-4.2.1": "exclamation", "jtf-4.2.2": "question", "jtf-4.2.4": "nakaguro",
    "jtf-4.2.5": "tilde", "jtf-4.2.6": "hyphen", "jtf-4.2.7": "colon", "jtf-4.2.8": "semicolon", "jtf-4.2.9": "dash",
    "jtf-1.1.1": "style", "jtf-1.1.2": "heading-period", "jtf-1.1.3": "list-style", "jtf-1.1.5": "caption-style",
    "jtf-2.1.2": "joyo-kanji", "jtf-2.1.5": "katakana-spelling", "jtf-2.1.6": "long-vowel", "jtf-2.2.1": "kana-words", "jtf-4.3.1": "brackets", "jtf-4.3.2": "square-brackets",
}  # fmt: skip


SAME = {
    "no-double-negative-ja": "double-negative", "ja-no-weak-phrase": "weak-phrase", "no-dropping-the-ra": "ra-dropped",
    "no-dropping-i": "i-dropped", "no-insert-dropping-sa": "sa-inserted", "no-insert-re": "re-inserted", "no-filler": "filler",
    "no-doubled-conjunction": "doubled-conjunction", "max-comma": "comma-count",
    "ja-no-space-around-parentheses": "bracket-space", "ja-no-space-around-slash": "slash-space",
}  # fmt: skip


AROUND = {
    "ja-space-around-code": "code", "ja-space-around-link": "link",
    "ja-space-around-emphasis": "emphasis", "ja-space-around-strong": "bold",
}  # fmt: skip
MODELESS = ("slash-space",)
PAIRS = {
    "jtf-4.3.3": "「」",
    "jtf-4.3.4": "『』",
    "jtf-4.3.5": '""',
    "jtf-4.3.6": "{}",
    "jtf-4.3.7": "<>",
}
RENAMED = {
    "sentence-length": ("sentence-length", {"max": "max", "skipPatterns": "skip", "countBy": "code-points", "skipUrlStringLink": "addresses"}),
    "ja-no-mixed-period": ("final-period", {"periodMark": "mark", "allowPeriodMarks": "allow", "allowEmojiAtEnd": "emoji", "forceAppendPeriod": "append"}),
    "max-ten": ("touten-count", {"max": "max", "strict": "strict", "touten": "touten", "kuten": "kuten"}),
    "no-doubled-joshi": ("doubled-particle", {"min_interval": "interval", "strict": "strict", "allow": "allow", "separatorCharacters": "separators", "commaCharacters": "commas"}),
    "no-doubled-conjunctive-particle-ga": ("doubled-ga", {"separatorChars": "separators"}),
    "no-mix-dearu-desumasu": ("style-mix", {"preferInBody": "body", "preferInHeader": "headings", "preferInList": "lists", "strict": "strict"}),
    "ja-no-successive-word": ("successive-word", {"allowOnomatopee": "onomatopoeia", "allow": "allow"}),
}  # fmt: skip


CLASSES = {"alphabets": "letters", "numbers": "digits"}
MARKS = {
    "allowHalfWidthExclamation": "!", "allowFullWidthExclamation": "！",
    "allowHalfWidthQuestion": "?", "allowFullWidthQuestion": "？",
}  # fmt: skip


BESIDE = {"typography/unmatched-pair": 1}
"""Code points by which upstream's place is off: it points behind the opening mark."""


class Outcome(NamedTuple):
    """One case: `why` says what differs, empty where it passes."""

    rule: str
    number: int
    text: str
    why: str


Rules = dict[str, dict[str, Any]]
"""Rules of lintpost's with their options."""


def rules_for(name: str, options: dict[str, Any]) -> Rules | None:
    """lintpost's rules for a rule of textlint's, and their options; None for one that is not here yet."""
    if name.startswith("ai-writing-"):
        return ai_writing(name.removeprefix("ai-writing-"), options)
    if name == "jtf-prh-dictionaries":
        return {f"jtf/{rule}": {} for rule in ("katakana-spelling", "long-vowel", "kana-words")}
    if name == "jtf-all-fix":
        return {rule: {} for rule in load_pack(rules_folder()) if rule.startswith("jtf/")} | {
            "jtf/numerals": {"mode": "compat"}
        }
    if name == "jtf-4.3.8":
        return {}  # upstream's rule does nothing
    if name == "no-synonyms":
        names = {
            "preferWords": "prefer",
            "allows": "allow",
            "allowAlphabet": "alphabet",
            "allowNumber": "numbers",
            "allowLexeme": "words",
        }
        return {
            "ja/word-variants": {
                names[key]: value for key, value in options.items() if key in names
            }
        }
    if name == "ja-no-abusage":
        return {"ja/misuse": {"mode": "compat"}, "ja/misused-verb": {"mode": "compat"}}
    if name == "ja-no-redundant-expression":
        return {"ja/redundant": {"mode": "compat", **redundant(options.get("dictOptions") or {})}}
    found = rule_for(name, options)
    return None if found is None else dict([found])


REDUNDANT = {"dict1": [0], "dict2": [1, 2], "dict3": [3], "dict4": [4], "dict5": [5], "dict6": [6]}


def redundant(dictionaries: dict[str, Any]) -> dict[str, Any]:
    """ja/redundant's patterns with some of upstream's dictionaries off, or with other exceptions."""
    patterns = load_pack(rules_folder())["ja/redundant"].compat["patterns"]
    left = [dict(pattern) for pattern in patterns]
    for name, given in dictionaries.items():
        for index in REDUNDANT[name]:
            if "allows" in given:
                left[index]["except"] = [pattern_of(word) for word in given["allows"]]
            if given.get("disabled"):
                left[index]["tokens"] = [{"word": "\0"}]
    return {"patterns": left} if dictionaries else {}


def ai_writing(name: str, options: dict[str, Any]) -> Rules | None:
    """The rules of textlint's preset ai-writing."""
    allow = [pattern_of(word) for word in options.get("allows", ())]
    compat = {"mode": "compat"}
    if name == "no-ai-hype-expressions":
        return {"ai-writing/hype": {**compat, "exceptions": allow}}
    if name == "no-ai-list-formatting":
        labels = {"labels": not options.get("disableBoldListItems")}
        emoji = {"emoji": []} if options.get("disableEmojiListItems") else {}
        return {"ai-writing/label-list": {**compat, **labels, **emoji, "allow": allow}}
    if name == "no-ai-emphasis-patterns":
        labels = {"labels": []} if options.get("disableInfoPatterns") else {}
        return {
            "ai-writing/bold-label": {
                **compat,
                **labels,
                "emoji": not options.get("disableEmojiEmphasisPatterns"),
                "headings": not options.get("disableHeadingEmphasisPatterns"),
                "allow": allow,
            }
        }
    if name == "no-ai-colon-continuation":
        before = [
            kind
            for kind, key in (
                ("code", "CodeBlock"),
                ("list", "List"),
                ("quote", "Quote"),
                ("table", "Table"),
            )
            if not options.get(f"disable{key}")
        ]
        return {"ai-writing/lead-in": {**compat, "before": before, "allow": allow}}
    if name == "ai-tech-writing-guideline":
        ends = ["(?:例えば|たとえば|具体的には|以下)。\\s*$"]
        return {
            "ai-writing/vague": {**compat, "scope": "body", "exceptions": allow},
            "ai-writing/lead-in": {**compat, "before": ["list"], "ends": ends},
        }
    return None


def rule_for(name: str, options: dict[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """The one rule for a rule of textlint's that has one."""
    if name == "no-invalid-control-character":
        return "typography/control", {
            "code": options.get("checkCode", False),
            "images": options.get("checkImage", True),
            "allow": list(options.get("allow", [])),
            "mode": "compat",
        }
    same = {
        "no-zero-width-spaces": "typography/zero-width",
        "no-nfd": "typography/decomposed",
        "no-hankaku-kana": "typography/half-width-kana",
        "no-kangxi-radicals": "typography/kangxi",
        "no-unmatched-pair": "typography/unmatched-pair",
    }
    if name in same:
        return same[name], {"mode": "compat"}
    if name in SAME:
        mode = {} if SAME[name] in MODELESS else {"mode": "compat"}
        return f"ja/{SAME[name]}", {**mode, **options}
    if name in AROUND:
        ways = {key: "always" if options.get(key) else "never" for key in ("before", "after")}
        return f"ja/{AROUND[name]}-space", {"mode": "compat", **ways}
    if name in RENAMED:
        rule, names = RENAMED[name]
        given = {names[key]: value for key, value in options.items() if key in names}
        for key in given.keys() & {"skip"}:
            given[key] = list(map(pattern_of, given[key]))
        for key in given.keys() & {"separators", "commas"}:
            given[key] = "".join(given[key])
        if "code-points" in given:
            given["code-points"] = given["code-points"] == "codepoints"
        if "addresses" in given:
            given["addresses"] = not given["addresses"]
        if name == "ja-no-successive-word" and "allow" in given:
            given["allow"] = list(map(pattern_of, given["allow"]))
        return f"ja/{rule}", {"mode": "compat", **given}
    if name == "ja-space-between-half-and-full-width":
        return "ja/latin-space", {"mode": "compat", **latin_space(options)}
    if name in PAIRS:
        return "jtf/pairs", {"pairs": [PAIRS[name]]}
    if name in ("jtf-2.2.2", "arabic-kanji-numbers"):
        return "jtf/numerals", {"mode": "compat"}
    if name == "jtf-3.3":
        return "jtf/bracket-space", bracket_space(options)
    if name in ("ja-space-after-exclamation", "ja-space-after-question"):
        mark = "！" if name.endswith("exclamation") else "？"
        return "ja/mark-space", {"swap": {f"(?<={mark}) ": "　"}}
    if name in JTF:
        return f"jtf/{JTF[name]}", {}
    if name == "max-kanji-continuous-len":
        return "ja/kanji-run", {"max": 5, **options, "mode": "compat"}
    allow = {"exceptions": [f"{pattern_of(word)}[^\\n]?" for word in options.get("allow", ())]}
    if name == "ja-unnatural-alphabet":
        return "ja/unnatural-alphabet", {"mode": "compat", **(allow if "allow" in options else {})}
    if name == "no-exclamation-question-mark":
        marks = "".join(mark for key, mark in MARKS.items() if not options.get(key))
        tokens = [f"[{marks}]"] if marks else []
        allow = allow if "allow" in options else {}
        return "ja/exclamation-question", {"mode": "compat", "tokens": tokens, **allow}
    if name == "prh":
        skip = [word for key, word in PRH_SKIPS.items() if not options.get(key)]
        skip += [] if options.get("checkHeader", True) else ["headings"]
        return "terms/spelling", {"skip": skip, "comments": options.get("checkCodeComment", [])}
    return None


def latin_space(options: dict[str, Any]) -> dict[str, Any]:
    """ja-space-between-half-and-full-width's options as ja/latin-space has them."""
    space = options.get("space", "never")
    classes = ["alphabets", "numbers"] if isinstance(space, str) else space
    between = [CLASSES[name] for name in classes if name in CLASSES]
    exempt = options.get("exceptPunctuation", True)
    return {
        "space": "never" if space == "never" or not between else "always",
        "between": between or list(CLASSES.values()),
        "punctuation": not exempt or "punctuation" in classes,
        "allow": [pattern_of(word) for word in options.get("allows", ())],
    }


def bracket_space(options: dict[str, Any]) -> dict[str, Any]:
    """JTF 3.3's options as jtf/bracket-space has them."""
    if options.get("allowOutsideHalfParentheses", True):
        return {}
    return {"swap": {"[ \u3000]+(?=\\()": "", "(?<=\\))[ \u3000]+": ""}}


def pattern_of(word: str) -> str:
    """An entry of textlint's `allow`, a word or a `/pattern/`, as a pattern."""
    return literal[1] if (literal := re.fullmatch("/(.*)/[a-z]*", word)) else re.escape(word)


def run_file(path: Path) -> list[Outcome]:
    """The outcomes of a file's cases; those of a rule that is not here have the reason ``no rule``."""
    data = json.loads(path.read_text(encoding="utf-8"))
    if "valid" not in data and "invalid" not in data:
        return []
    found = []
    cases = [*data.get("valid", []), *data.get("invalid", [])]
    for number, case in enumerate(cases, 1):
        known = rules_for(path.stem, case.get("options") or {})
        if known is None or case.get("plugins"):
            why = "no rule" if known is None else "needs a plugin"
        else:
            with tempfile.TemporaryDirectory() as folder:
                why = run_case(case, known, Path(folder))
        found.append(Outcome(path.stem, number, case["text"], why))
    return found


def run_case(case: dict[str, Any], rules: Rules, folder: Path) -> str:
    """What differs from the case; empty where nothing does."""
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
    checker = Checker(
        load_settings(str(folder / "lintpost.yml"), Overlay(select=(*rules,), lang="en"))
    )
    source = Source(f"case{case.get('ext') or '.md'}", case["text"])
    result = checker.check_source(source, keep_text=True)
    if result.errors:
        return result.errors[0].text.en
    given = case.get("errors", [])
    mine = [finding.start.offset for finding in result.findings]
    beside = max((BESIDE.get(rule, 0) for rule in rules), default=0)
    theirs = sorted(places_of(error, beside) for error in given if "range_cp" in error)
    placed = len(theirs) == len(given)
    if placed and (len(mine) != len(theirs) or not all(map(contains, theirs, mine))):
        return f"found at {mine}, expected {theirs}"
    if case.get("output") is not None:
        after = fix_source(checker, source, unsafe=True).after
        if after != case["output"]:
            return f"fixed to {after!r}, expected {case['output']!r}"
    return ""


def places_of(error: dict[str, Any], beside: int = 0) -> list[int]:
    """Where a finding may begin: at the error, for what upstream reports may lie `beside` it, or at
    what its fix replaces.
    """
    fix = error.get("fix")
    places = [error["range_cp"][0] - beside]
    return sorted({*places, *(fix["range_cp"][:1] if fix else ())})


def main() -> int:
    """Run, and print what passes and what does not."""
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
    print(
        f"\n{passed} of {total} cases of {len(by_rule) - len(missing)} rules pass; {len(missing)} rules are not here yet."
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
