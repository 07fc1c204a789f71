"""Checks over the whole site, with their facts and hits alone."""

import json
from typing import Any

import pytest

from lintpost.checks.contract.hit import SiteHit
from lintpost.checks.registry import find_check
from lintpost.engine.examples import run_examples
from lintpost.files.settings_error import SettingsError
from lintpost.language import Text
from lintpost.packs.builtin import load_pack, rules_folder
from lintpost.packs.rule_file import read_rule
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.queries import now
from lintpost.site.site import Site

SITE = Site(now=now())


def hits(check: str, posts: dict[str, str], /, **options: Any) -> list[SiteHit]:
    found = find_check(check)
    assert found.facts is not None
    assert found.review is not None
    given = found.options(options)
    made = {
        path: found.facts(Post(Source(path, text)), given, SITE) for path, text in posts.items()
    }
    facts = {path: json.loads(json.dumps(one)) for path, one in made.items() if one is not None}
    assert all(len(json.dumps(one)) < 2_000 for one in facts.values())
    return list(found.review(facts, given, SITE))


def titled(*paths: str, title: str = "One") -> dict[str, str]:
    return dict.fromkeys(paths, f"---\ntitle: {title}\n---\n")


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["a.md", "b.md"], ["a.md", "b.md"]),
        (["a/a.md", "b/a.md"], ["a/a.md", "b/a.md"]),
        (["en/a.md", "ja/b.md"], ["en/a.md", "ja/b.md"]),
        (["en/a.md", "ja/a.md"], []),
        (["a.md", "ja/a.md"], []),
        (["content/en/a.md", "content/zh-cn/a.md", "content/pt-BR/a.md"], []),
        (["a.en.md", "a.ja.md", "a.md"], []),
        (["content/en/a.md", "content/ja/a.md", "content/ja/b.md"], ["content/en/a.md", "content/ja/a.md", "content/ja/b.md"]),
        (["post-en.md", "post-ja.md"], ["post-en.md", "post-ja.md"]),
        (["2026/a.md", "2025/a.md"], ["2025/a.md", "2026/a.md"]),
    ],
)  # fmt: skip
def test_translations_may_have_the_same_title(paths: list[str], found: list[str]) -> None:
    assert sorted(hit.path for hit in hits("same-title", titled(*paths))) == found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("title: One", "title: ＯＮＥ", True),
        ("title: a  b", 'title: " a b "', True),
        ("title: One", "title: One!", False),
        ("title: C", "title: C++", False),
        ('title: ""', 'title: ""', False),
        ("title: 1", "title: 1", False),
        ("title: [One]", "title: [One]", False),
        ("name: One", "name: One", False),
        ("title: " + "x" * 301, "title: " + "x" * 301, False),
    ],
)
def test_which_titles_are_the_same(one: str, other: str, same: bool) -> None:
    posts = {"a.md": f"---\n{one}\n---\n", "b.md": f"---\n{other}\n---\n"}
    assert bool(hits("same-title", posts)) == same


def test_where_and_what() -> None:
    posts = titled("c.md", "a.md", "b.md") | {"d.md": '+++\n\ntitle = "ONE"\n+++\n'}
    first, second, *_, last = hits("same-title", posts)
    assert first == SiteHit(
        "c.md", (11, 2, 8, 14, 2, 11), "several", {"key": "title", "count": 3, "path": Text("a.md", "a.md")}, None,
        tuple((path, (14, 3, 10, 17, 3, 13) if path == "d.md" else (11, 2, 8, 14, 2, 11)) for path in ("a.md", "b.md", "d.md")),
    )  # fmt: skip
    assert second.path == "a.md"
    assert last.params["path"] == Text("c.md", "c.md")
    assert [hit.path for hit in hits("same-title", posts, allow=["^One$"])] == ["d.md"]
    assert not hits("same-title", posts, fields=["name"])
    many = hits("same-title", titled(*(f"{n}.md" for n in range(9))))
    assert {(len(hit.related), hit.params["count"]) for hit in many} == {(5, 8)}


def test_each_field_is_compared_for_itself() -> None:
    posts = {
        "a.md": "---\ndescription: One\nexcerpt: Two\n---\n",
        "b.md": "---\nexcerpt: one\n---\n",
        "c.md": '+++\ndescription = "ONE"\nexcerpt = "two"\n+++\n',
        "v2/a.md": "---\ndescription: One\n---\n",
    }
    found = hits("same-title", posts, fields=["description", "excerpt"])
    assert [(hit.path, hit.params["key"], hit.params["count"]) for hit in found] == [
        ("a.md", "description", 1),
        ("c.md", "description", 2),
        ("v2/a.md", "description", 1),
        ("a.md", "excerpt", 1),
        ("c.md", "excerpt", 1),
    ]


ENDS = {
    "a.md": "---\ntitle: 量子メモリの仕組みと今後の展望\n---\n",
    "b.md": '---\r\ntitle: "光回路の仕組みと今後の展望"\r\n---\r\n',
    "c.md": '---\ntitle: "磁気\\tの仕組みと今後の展望"\n---\n',
    "d.md": "---\ntitle: 粘土とは何か\n---\n",
}


def test_the_place_is_that_of_the_end_where_it_stands_there_letter_by_letter() -> None:
    found = hits("title-template", ENDS, posts=3)
    assert [(h.path, h.key, h.params["text"].ja, h.params["count"]) for h in found] == [
        (f"{name}.md", "end", "の仕組みと今後の展望", 3) for name in "abc"
    ]
    texts = [ENDS[h.path][h.place.start : h.place.end] for h in found]
    assert texts == [
        "の仕組みと今後の展望",
        "の仕組みと今後の展望",
        '"磁気\\tの仕組みと今後の展望"',
    ]
    assert [h.place[1:3] for h in found] == [(2, 13), (2, 12), (2, 8)]
    assert [path for path, _ in found[0].related] == ["b.md", "c.md"]
    assert found[0].related[0][1] == found[1].place


def test_a_text_on_several_lines_is_marked_as_a_whole() -> None:
    folded = "---\ntitle: >-\n  粘土の仕組み\n  と今後の展望\n---\n"
    posts = {"a.md": folded, "b.md": folded.replace("粘土", "茶碗")}
    (one, _) = hits("title-template", posts, posts=2)
    assert (one.place.line, one.place.end_line) == (2, 4)
    assert one.params["text"].ja == "の仕組み と今後の展望"


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ({"posts": 3}, 3),
        ({"posts": 4}, 0),
        ({}, 0),
        ({"posts": 3, "share": 75}, 3),
        ({"posts": 3, "share": 76}, 0),
        ({"posts": 3, "length": 10}, 3),
        ({"posts": 3, "length": 11}, 0),
        ({"posts": 3, "allow": ["今後の展望$"]}, 0),
        ({"posts": 3, "fields": ["excerpt"]}, 0),
        ({"posts": 3, "fields": ["excerpt", "title"]}, 3),
    ],
)
def test_options(options: dict[str, Any], count: int) -> None:
    assert len(hits("title-template", ENDS, **options)) == count


RULE = """\
rule: own/same
check: same-title
severity: info
title: {en: Twice, ja: 重複}
message: {one: {en: "{path}", ja: "{path}"}, several: {en: "{count}", ja: "{count}"}}
why: {en: Because., ja: 理由。}
examples:
  - bad: "---\\ntitle: One\\n---\\n"
    posts: POSTS
    at: One
"""


def test_examples_with_other_posts(tmp_path: Any) -> None:
    file = tmp_path / "same.yml"
    rules = load_pack(rules_folder())
    for posts, failures in (('{b.md: "---\\ntitle: One\\n---\\n"}', 0), ("{b.md: One}", 1)):
        file.write_text(RULE.replace("POSTS", posts), "utf-8")
        assert len(run_examples(read_rule(str(file)), rules)) == failures
    for posts in ("[One]", "{b.md: [One]}"):
        file.write_text(RULE.replace("POSTS", posts), "utf-8")
        with pytest.raises(SettingsError):
            read_rule(str(file))
