"""Tags that most of the site spells otherwise: which, and with what fix."""

from typing import Any

import pytest

from lintpost.checks.registry import find_check
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.queries import now
from lintpost.site.site import Site
from lintpost.site.vocabulary import Tag, Vocabulary
from tests.checks.test_site_checks import hits


def tagged(*rows: str, field: str = "tags") -> dict[str, str]:
    return {f"{place}.md": f"---\n{field}: {row}\n---\n" for place, row in enumerate(rows)}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("AI", "ai", True),
        ("AI", "ＡＩ", True),
        ("machine learning", "Machine-Learning", True),
        ("チャットボット", "チャット・ボット", True),
        ("サーバー", "サーバ", True),
        ("GitHub", "Github", True),
        ("GitHub Actions", "GitHub", False),
        ("C", "C++", False),
        ("C#", "C", False),
        ("Node.js", "Nodejs", False),
        ("ビル", "ビール", False),
        ("ビー", "ビ", False),
        ("tag", "tags", False),
    ],
)
def test_which_spellings_are_one_word(one: str, other: str, same: bool) -> None:
    posts = tagged(*[f'["{one}"]'] * 4, f'["{other}"]')
    found = hits("tag-spelling", posts)
    assert [hit.path for hit in found] == (["4.md"] if same else [])
    assert all(hit.params == {"word": other, "name": one, "count": 4} for hit in found)


@pytest.mark.parametrize(
    ("rows", "options", "found"),
    [
        (["[AI]"] * 3 + ["[ai]"], {}, ["3.md"]),
        (["[AI]"] * 2 + ["[ai]"], {}, []),
        (["[AI]"] * 2 + ["[ai]"], {"posts": 2}, ["2.md"]),
        (["[AI]"] * 4 + ["[ai]"] * 2, {}, ["4.md", "5.md"]),
        (["[AI]"] * 4 + ["[ai]"] * 3, {}, []),
        (["[AI]"] * 4 + ["[ai]"] * 3, {"times": 1}, ["4.md", "5.md", "6.md"]),
        (["[AI]"] * 3 + ["[ai]"] * 3, {"times": 1}, ["0.md", "1.md", "2.md"]),
        (["[AI]"] * 3 + ["[ai]"], {"fields": ["topics"]}, []),
        (["[AI]"] * 4 + ["[Ai, ai]"], {}, ["4.md", "4.md"]),
        (["[AI, 1, true]"] * 3 + ["ai"], {}, []),
    ],
)
def test_what_is_the_majority(rows: list[str], options: dict[str, Any], found: list[str]) -> None:
    assert [hit.path for hit in hits("tag-spelling", tagged(*rows), **options)] == found


@pytest.mark.parametrize(
    ("row", "most", "written"),
    [
        ("[ai]", "AI", "[AI]"),
        ('["ai"]', "AI", '["AI"]'),
        ("\n- ai # x", "AI", "\n- AI # x"),
        (r'["\u0061i"]', "AI", None),
        ("[ai, AI]", "AI", None),
        ("['#1 a']", "'#1-a'", None),
        ("[on-]", "'ON'", None),
    ],
)
def test_the_fix_writes_what_needs_no_quotes(row: str, most: str, written: str | None) -> None:
    posts = tagged(*[f"[{most}]"] * 4, row)
    (hit,) = hits("tag-spelling", posts)
    fixed = None
    if hit.fix is not None:
        (edit,) = hit.fix.edits
        text = posts["4.md"]
        fixed = (text[: edit.start] + edit.text + text[edit.end :])[len("---\ntags: ") : -5]
        assert hit.fix.applicability == "unsafe"
    assert fixed == written
    assert hit.related[0] == ("0.md", hit.related[0][1])
    assert len(hit.related) == 3


def test_a_field_with_a_vocabulary_is_left_to_its_rules() -> None:
    check = find_check("tag-spelling")
    assert check.facts is not None
    site = Site(now=now(), vocabularies={"tags": Vocabulary([Tag("AI")])})
    post = Post(Source("a.md", "---\ntags: [ai]\ntopics: [x]\n---\n"))
    noted = check.facts(post, check.options(), site)
    assert noted is not None
    assert list(noted) == ["topics"]
