"""Copies over the whole site: posts much alike, and paragraphs that several posts have."""

import json
from random import Random
from typing import Any

import pytest

from lintpost.checks.common.links.path_editions import edition_marks, edition_name
from lintpost.checks.common.sentences.sketch import Sketch, length, sketch_of
from lintpost.language import Text
from tests.checks.test_site_checks import hits


def sentence(number: int) -> str:
    return f"これは{number}番目の長めの文です。"


def of(*numbers: int) -> str:
    return "".join(map(sentence, numbers)) + "\n"


@pytest.mark.parametrize(
    ("one", "other", "percent"),
    [
        (of(*range(10)), of(*range(10)), 100),
        (of(*range(10)), of(*range(2, 12)), 80),
        (of(*range(10)), of(*range(3, 13)), None),
        (of(*range(10)), of(*range(8)), 80),  # of the longer post
        (of(*range(10)), of(*reversed(range(10))), 100),
        (of(*range(10)), of(*range(10), *range(10)), 100),
        (of(*range(4)), of(*range(4)), None),
        (of(*range(5)), of(*range(5)), 100),
        (of(*range(10)), "- " + of(*range(10)).replace("。", "！\n- "), 100),
        (of(*range(10)), of(*range(10)).replace("目の", "目の\n**").replace("文", "文**"), 100),
        ("はい、そうです。" * 20, "はい、そうです。" * 20, None),
        ("```\n" + of(*range(10)) + "```\n", "```\n" + of(*range(10)) + "```\n", None),
    ],
)
def test_which_posts_are_much_alike(one: str, other: str, percent: int | None) -> None:
    found = hits("near-duplicate", {"a.md": one, "b.md": other})
    assert [hit.params["percent"] for hit in found] == ([percent] * 2 if percent else [])


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("b.md", True),
        ("en/a.md", False),
        ("a.en.md", False),
        ("v2/a.md", False),
        ("version-1.x/a.md", False),
        ("2026/a.md", True),
        ("en/b.md", True),
    ],
)
def test_translations_and_versions_may_be_alike(other: str, found: bool) -> None:
    posts = {"a.md": of(*range(10)), other: of(*range(10))}
    assert bool(hits("near-duplicate", posts)) == found


def test_where_and_what_is_said_of_a_post_that_is_much_like_others() -> None:
    title = "---\ntitle: 題\n---\n"
    posts = {
        "a.md": of(*range(10)),
        "b.md": title + of(*range(9)),
        "c.md": "\n\n  " + of(*range(1, 11)),
    }
    first, second, third = hits("near-duplicate", posts)
    assert (first.path, first.key, first.params) == (
        "a.md",
        "several",
        {"percent": 90, "path": Text("b.md", "b.md")},
    )
    assert first.place == (0, 1, 1, len(of(*range(10))) - 1, 1, len(of(*range(10))))
    assert [path for path, _ in first.related] == ["b.md", "c.md"]
    assert first.related[0][1] == second.place == (11, 2, 8, 12, 2, 9)
    assert (third.place.line, third.place.column) == (3, 3)
    assert third.params["percent"] == 90
    (one, other) = hits("near-duplicate", posts, share=90, sentences=10)
    assert (one.path, other.path, one.key) == ("a.md", "c.md", "one")
    many = hits("near-duplicate", {f"{n:02}.md": of(*range(10)) for n in range(40)})
    assert {(hit.key, len(hit.related)) for hit in many} == {("several", 5)}
    assert len(many) == 40


def test_no_pair_is_missed_and_none_is_made_up() -> None:
    random = Random(5)
    posts: dict[str, set[int]] = {}
    for number in range(150):
        if posts and random.random() < 0.5:
            base = random.choice(list(posts.values()))
            kept = {one for one in base if random.random() < random.choice((0.7, 0.9, 0.97))}
            posts[f"{number:03}.md"] = kept | {
                random.randrange(10**6) for _ in range(random.randrange(6))
            }
        else:
            posts[f"{number:03}.md"] = {
                random.randrange(10**6) for _ in range(random.randrange(9, 90))
            }
    posts = {path: numbers for path, numbers in posts.items() if len(numbers) >= 8}
    wanted = {
        path: max(
            100 * len(numbers & posts[other]) / max(len(numbers), len(posts[other])) for other in posts if other != path
        )
        for path, numbers in posts.items()
    }  # fmt: skip
    found = {hit.path: hit.params["percent"] for hit in hits("near-duplicate", {path: of(*sorted(numbers)) for path, numbers in posts.items()})}  # fmt: skip
    assert found == {path: round(share) for path, share in wanted.items() if share >= 80}
    assert 20 < len(found) < 120


@pytest.mark.parametrize(("size", "common"), [(129, 110), (300, 240), (1000, 900), (1000, 500)])
def test_the_share_of_long_posts_is_estimated(size: int, common: int) -> None:
    one = sketch_of(map(str, range(size)))
    other = sketch_of(map(str, range(size - common, 2 * size - common)))
    assert abs(one.share(other) - common / size) < 0.1
    assert one.share(one) == 1
    kept = Sketch.of_fact(json.loads(json.dumps(one.as_fact())))
    assert (kept.hashes, kept.count) == (one.hashes, size)
    assert sketch_of([]).share(one) == sketch_of([]).share(sketch_of([])) == 0


def test_length_counts_a_latin_letter_half() -> None:
    assert [length(text) for text in ("", "ab", "あい", "あa")] == [0, 1, 2, 1.5]


@pytest.mark.parametrize(
    ("path", "name", "marks"),
    [
        ("a.md", "a.md", ""),
        ("content/en/a.md", "content/a.md", "en/"),
        ("a.zh-tw.md", "a.md", "zh-tw."),
        ("v1.2/ja/a.md", "a.md", "ja/ v1.2/"),
        ("versioned_docs/version-2.0/a.md", "a.md", "versioned_docs/ version-2.0/"),
        ("2026/04/a.md", "2026/04/a.md", ""),
        ("docs2/ja.md", "docs2/md", "ja."),
        ("posts/ai.md", "posts/ai.md", ""),
        ("ai/a.md", "ai/a.md", ""),
        ("posts/go/a.js.md", "posts/go/a.js.md", ""),
        ("ci/a.v2.md", "ci/a.v2.md", ""),
    ],
)
def test_editions(path: str, name: str, marks: str) -> None:
    assert (edition_name(path), edition_marks(path)) == (name, marks)


P = "ポンプは正午に動き始め、日が沈むまで休まずに水を送り続けます。" * 3
Q = "水は銅の配管を通って屋上のタンクに上がり、各階の蛇口へ下ります。" * 3


def pages(*texts: str) -> dict[str, str]:
    return {f"{name}.md": text for name, text in zip("abcdefgh", texts, strict=False)}


@pytest.mark.parametrize(
    ("posts", "found"),
    [
        (pages(f"{P}\n\n終", f"{P}\n\n終"), "ab"),
        (pages(P, P), "ab"),
        (pages(f"{P}\n\n終", f"始\n\n{P}", f"{P}\n\n終"), "abc"),
        (pages(f"始\n\n{P}", f"始\n\n{P}", f"始\n\n{P}"), ""),  # closes three
        (pages(*[f"{P}\n\n終"] * 3), "abc"),
        (pages(*[f"{P}\n\n終"] * 4), ""),
        (pages(f"> {P}\n\n終", f"> {P}\n\n終"), ""),
        (pages(f"- {P}\n\n終", f"- {P}\n\n終"), ""),
        (pages(f"    {P}\n\n終", f"    {P}\n\n終"), ""),
        (pages(f"## {P}\n\n終", f"## {P}\n\n終"), ""),
        (pages(f"{P}`a`\n\n終", f"{P}`a`\n\n終"), "ab"),
        (pages(f"{P}`a`\n\n終", f"{P}`b`\n\n終"), ""),
        (pages(P[:79], P[:79]), ""),
        (pages(f"{P}\n\n{P}\n", "終"), ""),  # ai-writing/repeated-paragraph
        ({"en/a.md": P, "ja/a.md": P}, ""),
        ({"en/a.md": P, "ja/a.md": P, "ja/b.md": P + "\n\n終"}, "aab"),
    ],
)
def test_which_paragraphs_are_found(posts: dict[str, str], found: str) -> None:
    places = [hit.path.removesuffix(".md")[-1] for hit in hits("shared-paragraph", posts)]
    assert "".join(places) == found


def test_where_and_what_is_said_of_paragraphs() -> None:
    posts = pages(f"始\n\n{P}\n\n中\n\n{Q}\n\n終\n", f"{Q}\n\n{P}\n\n終\n")
    first, second = hits("shared-paragraph", posts)
    assert (first.key, first.params) == ("many", {"count": 2, "path": Text("b.md", "b.md")})
    assert posts["a.md"][first.place.start : first.place.end] == P
    assert (first.place.line, first.place.end_line, first.place.end_column) == (3, 3, len(P) + 1)
    assert [(path, place.line) for path, place in first.related] == [("a.md", 7), ("b.md", 3)]
    assert posts["b.md"][second.place.start : second.place.end] == Q
    assert not hits("shared-paragraph", posts, letters=len(P) + 1)
    assert not hits("shared-paragraph", posts, posts=1)


def test_facts_of_a_long_post_stay_small_and_meet() -> None:
    paragraphs = [f"{number}番。{P}" for number in range(100)]
    posts = {"a.md": "\n\n".join(paragraphs), "b.md": "\n\n".join([*paragraphs[50:], *paragraphs])}
    found: list[Any] = hits("shared-paragraph", posts)  # which holds the facts against 2,000 bytes
    assert {hit.path: hit.params["count"] for hit in found} == {"a.md": 40, "b.md": 40}


def test_posts_held_against_one_another_grow_as_the_site_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[Sketch] = []
    share = Sketch.share

    def counted(self: Sketch, other: Sketch) -> float:
        compared.append(self)
        return share(self, other)

    monkeypatch.setattr(Sketch, "share", counted)
    counts = []
    for size in (50, 100, 200):
        compared.clear()
        hits("near-duplicate", {f"{n:03}.md": of(*range(10)) for n in range(size)})
        counts.append(len(compared))
    assert counts == [12 * size - 78 for size in (50, 100, 200)]
    compared.clear()
    hits("near-duplicate", {f"{n:03}.md": of(*range(n * 10, n * 10 + 10)) for n in range(50)})
    assert not compared
