"""Every fix of front matter changes the key that its finding named, and nothing else."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.engine.edits.fix import fix_source
from lintpost.engine.finding import Finding
from lintpost.post.edit import apply_edits
from lintpost.post.front_matter.block import FrontMatter, parse_front_matter
from lintpost.post.source import Source
from lintpost.site.schema import Schema
from lintpost.site.site import Site
from lintpost.site.vocabulary import Tag, Vocabulary

TAGS = Vocabulary(
    [
        Tag("生成AI", ("GenAI", "gen ai")),
        Tag("LLM", implies=("生成AI",)),
        Tag("古い", retired=True, use="LLM"),
        Tag("無用", retired=True),
    ]
)
SCHEMA = Schema(
    {
        "required": ["layout", "lang", "title"],
        "properties": {
            "layout": {"const": "post"},
            "lang": {"default": "ja"},
            "n": {"type": "integer"},
            "word": {"type": "string"},
            "many": {"type": "array", "items": {"type": "string"}},
            "kind": {"enum": ["News", "レビュー"]},
            "day": {"format": "date"},
            "on": {"type": "boolean"},
        },
    },
    order=("layout", "title", "date", "tags", "n", "lang"),
)
SITE = Site(schema=SCHEMA, vocabularies={"tags": TAGS}, now=datetime(2026, 6, 1, tzinfo=UTC))
SETTINGS = load_settings(None, CliOverrides(lang="en"))._replace(site=SITE)
CHECKER = Checker(SETTINGS)
LINES = {
    "title": ["title: 題 #3", "title: '題 '  # c", "title: 題", 'title: "題"', "title: >-\n  折り\n  返し"],
    "tags": ["tags: [GenAI, 古い, 無用, LLM]", "tags: AI, LLM", "tags:\n  - ｇｅｎａｉ # 別名\n\n  - LLM\n  - LLM",
             "tags:\n- 無用", "tags: [\n  GenAI, # 一\n  2026,\n]", "tags: []", "tags:\n  -AI\n  -LLM"],
    "n": ['n: "8"', "n: 8分 # 分", "n: 010", "n: 1"],
    "word": ["word: 1.10", "word: no", "word: 12:30", "word: 2026-04-02", "word: x"],
    "many": ["many: 佐藤", "many: [a, 1, no]", "many:\n  - 08"],
    "kind": ["kind: news", 'kind: "ﾚﾋﾞｭｰ"', "kind: News"],
    "day": ["day: 2026/4/2", "day: 2026-04-02"],
    "on": ['on: "yes"', "on: true"],
    "reading_time": ["reading_time: 90", "reading_time: '90分'"],
    "seo": ["seo:\n  title:x", "seo: {country: NO, v: 1.10}"],
    "rest": ["rest: &a {x: 1}", "rest: |\n  行 #1  \n  行"],
}  # fmt: skip


@st.composite
def fronts(draw: st.DrawFn) -> str:
    """Front matter with faults of every kind, comments and blank lines between them."""
    keys = draw(st.lists(st.sampled_from(sorted(LINES)), min_size=1, unique=True))
    lines = []
    for key in keys:
        line = draw(st.sampled_from(LINES[key])).replace("*a", "1")
        lines.append(line)
        lines.append(draw(st.sampled_from(["", "", "# 注", "\n# 離れた注"])))
        if draw(st.integers(0, 7)) == 0:
            lines.append(line if "&a" not in line else "")
    text = "---\n" + "\n".join(line for line in lines if line) + "\n---\n本文です。\n"
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def _front(text: str) -> FrontMatter:
    front = parse_front_matter(text)
    assert front is not None
    assert not front.problems, text
    return front


def _touched(text: str, finding: Finding) -> set[str]:
    """The keys whose lines a fix lies in, or that it writes."""
    assert finding.fix is not None
    front = _front(text)
    assert front.root is not None
    entries = sorted(front.root.entries or (), key=lambda entry: entry.start)
    found = set()
    for edit in finding.fix.edits:
        owner = [entry.key for entry in entries if entry.start <= edit.start]
        found |= {owner[-1]} if owner else set()
        found |= {key for key in ("layout", "lang") if f"{key}: " in edit.text}
    return found


@given(fronts())
def test_one_fix_changes_one_key(text: str) -> None:
    result = CHECKER.check_source(Source("p.md", text))
    assert result.errors == ()
    before = _front(text).values
    for finding in result.findings:
        if finding.fix is None or finding.fix.applicability != "safe":
            continue
        after_text = apply_edits(text, finding.fix.edits)
        after = _front(after_text).values
        changed = {k for k in before | after if before.get(k) != after.get(k)}
        if finding.rule == "front-matter/order":
            assert changed == set()
            assert sorted(after_text.splitlines()) == sorted(text.splitlines())
        else:
            assert changed <= _touched(text, finding), (finding, after_text)
            assert len(changed) <= 1
        if finding.rule != "front-matter/duplicate-key":  # a line goes as a whole
            assert after_text.count("#") >= text.count("#"), (finding.rule, after_text)
        assert ("\r\n" in text) == ("\r\n" in after_text)
        assert after_text.replace("\r\n", "").count("\r") == 0


@given(fronts())
def test_all_fixes_converge_and_lose_nothing(text: str) -> None:
    fixed = fix_source(CHECKER, Source("p.md", text))
    assert fixed.result.errors == ()
    again = fix_source(CHECKER, Source("p.md", fixed.after))
    assert again.after == fixed.after
    assert set(_front(text).values) <= set(_front(fixed.after).values)
    assert fixed.after.endswith(("---\n本文です。\n", "---\r\n本文です。\r\n"))
