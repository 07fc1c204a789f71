"""prh's dictionaries: prh's own cases, and what the cases say nothing of."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from lintpost.files.settings_error import SettingsError
from lintpost.packs.prh_file import PrhRule, read_prh
from lintpost.packs.prh_pattern import escape, spread
from lintpost.site.terms import Terms
from tests.conftest import SHARED, brief, check_text, fix_text

CASES = SHARED / "conformance" / "cases"
# prh escapes "-" in a literal word, which the `u` flag forbids; here the word is what it says.
LENIENT = ("e-mail",)
# textlint asks a parser for the comments, and this is no JavaScript.
UNPARSABLE = "```js\n+++++++\n// jquery\n```js"


def cases(name: str) -> dict[str, Any]:
    path = CASES / name
    if not path.exists():
        pytest.skip("the shared cases are not here")
    return dict(json.loads(path.read_text(encoding="utf-8")))


def read(folder: Path, rules: list[dict[str, Any]]) -> list[PrhRule]:
    path = folder / "prh.yml"
    path.write_text(json.dumps({"version": 1, "rules": rules}, ensure_ascii=False), "utf-8")
    return read_prh(str(path))


def replaced(terms: Terms, text: str) -> str:
    for change in reversed(terms.changes(text, [(0, len(text))])):
        text = text[: change.start] + change.text + text[change.end :]
    return text


def test_compiled_as_prh_does(tmp_path: Path) -> None:
    engine = cases("prh-engine.json")
    for case in engine["compile"]:
        expression = read(tmp_path, [case["raw"]])[0].term.expression
        assert (expression.source, expression.flags) == (case["source"], case["flags"])
    for case in engine["util"]["spreadAlphaNum"]:
        if isinstance(case["source"], str):
            assert spread(case["input"]) == case["source"]
    for case in engine["util"]["escapeSpecialChars"]:
        assert escape(case["input"]) == case["output"]


def test_what_cannot_be_loaded(tmp_path: Path) -> None:
    seen = 0
    for case in cases("prh-engine.json")["load_errors"]:
        if case["raw"].get("pattern") in LENIENT:
            assert read(tmp_path, [case["raw"]])
            continue
        with pytest.raises(SettingsError) as caught:
            read(tmp_path, [case["raw"]])
        assert caught.value.place.line == 1
        seen += 1
    assert seen == 5


def test_matches_and_replacements(tmp_path: Path) -> None:
    for case in cases("prh-engine.json")["apply"]:
        terms = Terms([rule.term for rule in read(tmp_path, [case["raw"]])])
        text = case["content"]
        changes = terms.changes(text, [(0, len(text))])
        assert [(c.start, text[c.start : c.end], c.text) for c in changes] == [
            (match["index"], match["text"], match["replacement"]) for match in case["matches"]
        ]
        assert replaced(terms, text) == case["replaced"]


def test_overlaps(tmp_path: Path) -> None:
    """prh's change sets: where two overlap the earlier one stands, at one place the longer one."""
    seen = 0
    for case in cases("prh-engine.json")["changeset"]:
        if "subtract" in case or "intersect" in case:
            continue  # prh's own file formats
        rules = [{"expected": new, "pattern": old} for old, new in case["sets"]]
        assert replaced(Terms([r.term for r in read(tmp_path, rules)]), case["content"]) == case["result"]  # fmt: skip
        seen += 1
    assert seen == 6


def test_imports(tmp_path: Path) -> None:
    engine = cases("prh-engine.json")
    case = engine["imports"][0]
    for name, text in case["files"].items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = [rule.term for rule in read_prh(str(tmp_path / case["entry"]))]
    assert [(t.expected, t.expression.source) for t in found] == [
        (rule["expected"], rule["source"]) for rule in case["rules"]
    ]
    merge = engine["merge"][0]
    (tmp_path / "other.yml").write_text(json.dumps({"rules": merge["other"]}), encoding="utf-8")
    main = {"imports": ["other.yml"], "rules": merge["main"]}
    (tmp_path / "main.yml").write_text(json.dumps(main), encoding="utf-8")
    found = [rule.term for rule in read_prh(str(tmp_path / "main.yml"))]
    assert [{"expected": t.expected, "source": t.expression.source} for t in found] == merge["result"]  # fmt: skip


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"prh_yml": "imports: [none.yml]\n"}, "prh.yml:1:11: none.yml does not exist"),
        (
            {"prh_yml": "imports: [b.yml]\n", "b_yml": "imports:\n  - prh.yml\n"},
            "b.yml:2:5: `imports` is circular",
        ),
        ({"prh_yml": "rules:\n  - pattern: a\n"}, "prh.yml:2:5: `expected` is missing"),
        (
            {"prh_yml": "rules:\n  - expected: a\n    pattern: /(/\n"},
            "prh.yml:3:14: not a regular expression: missing ) at position 1",
        ),
        (
            {"prh_yml": "rules:\n  - {expected: a, regexpMustEmpty: $1}\n"},
            "prh.yml:2:36: `regexpMustEmpty` names a group of the pattern, such as $1",
        ),
        (
            {"prh_yml": "rules:\n  - {expected: a, pattern: /(a)/, regexpMustEmpty: $²}\n"},
            "prh.yml:2:52: `regexpMustEmpty` names a group of the pattern, such as $1",
        ),
        (
            {"prh_yml": "rules:\n  - expected: Cookie\n    specs: [{from: cookies, to: Cookie}]\n"},
            "prh.yml:3:20: this spec fails: “cookies” becomes “Cookies”, not “Cookie”",
        ),
        ({"prh_yml": "rule: []\n"}, "prh.yml:1:7: unknown key `rule`; did you mean `rules`?"),
    ],
)
def test_errors_name_their_places(
    site: Callable[..., Path], files: dict[str, str], message: str
) -> None:
    folder = site(**files)
    with pytest.raises(SettingsError) as caught:
        read_prh(str(folder / "prh.yml"))
    assert caught.value.message("en") == f"{folder}/{message}"


def textlint_cases() -> Iterator[tuple[dict[str, Any], bool]]:
    data = cases("prh.json")
    yield from ((case, True) for case in data["valid"])
    yield from ((case, False) for case in data["invalid"])


def test_textlint_rule_prh(tmp_path: Path) -> None:
    """Its cases through `lintpost check`: every finding with its place, and the fixed text."""
    seen = 0
    for number, (case, valid) in enumerate(textlint_cases()):
        if case["text"] == UNPARSABLE:
            continue
        folder = tmp_path / str(number)
        (folder / "fixtures").mkdir(parents=True)
        for name, text in (case.get("files") or {}).items():
            (folder / name).write_text(text, encoding="utf-8")
        options = case["options"]
        paths = list(options.get("rulePaths", []))
        for index, text in enumerate(options.get("ruleContents", [])):
            paths.append(f"content{index}.yml")
            (folder / paths[-1]).write_text(text, encoding="utf-8")
        skip = ["links"] * ("checkLink" not in options) + ["emphasis"] * ("checkEmphasis" not in options)  # fmt: skip
        rules = {"terms/spelling": {"skip": [*skip, "quotations"], "comments": options.get("checkCodeComment", [])}}  # fmt: skip
        config = folder / "lintpost.yml"
        config.write_text(json.dumps({"terms": paths, "rules": rules}), encoding="utf-8")
        findings = [f for f in check_text(case["text"], config) if f.rule == "terms/spelling"]
        edits = [edit for f in findings for edit in (f.fix.edits if f.fix else ())]
        wanted = [] if valid else [error["fix"] for error in case["errors"]]
        if options.get("checkParagraph", True):
            assert [([e.start, e.end], e.text) for e in edits] == [
                (fix["range_cp"], fix["text"]) for fix in wanted
            ], case["text"]
            seen += 1
        if not valid:
            output = case["output"] or case["output_unasserted"]
            assert fix_text(case["text"], config, "terms/spelling", unsafe=True) == output
    assert seen == 16


def test_a_dictionary_as_names(site: Callable[..., Path]) -> None:
    """What names one thing is a name, with a name's own rules; the rest are terms."""
    folder = site(
        lintpost_yml="names: prh.yml\nrules: {front-matter/*: off, bold/*: off}\n",
        prh_yml="rules:\n"
        "  - expected: GitHub\n"
        "  - {expected: ベンダー, pattern: ['/ベンダ(?!ー)/', ヴェンダー]}\n"
        "  - {expected: $1ソフトウェア, pattern: '/([^経])ソフトウエア/'}\n",
    )
    text = "githubとGitHubの`github`。ベンダとヴェンダーと広義のソフトウエア。\n"
    assert brief(text, check_text(text, folder / "lintpost.yml")) == [
        ("names/spelling", "github"),
        ("names/spelling", "ベンダ"),
        ("names/spelling", "ヴェンダー"),
        ("terms/spelling", "のソフトウエア"),
    ]


def test_disabled_in_a_paragraph(site: Callable[..., Path]) -> None:
    folder = site(lintpost_yml="terms: prh.yml\n", prh_yml="rules: [Web, jQuery]\n")
    text = "<!-- prh:disable:web -->\n# webmaster\nwebとjqueryだよ\n\nwebだよ\n\n<!-- prh:disable -->\nwebとjquery\n"
    findings = check_text(text, folder / "lintpost.yml")
    assert [(f.start.line, f.start.column) for f in findings if f.rule == "terms/spelling"] == [
        (3, 5),
        (5, 1),
    ]
