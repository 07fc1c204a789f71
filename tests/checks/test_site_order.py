"""Order over the whole site: series, posts of one time, and posts that no other links to."""

from typing import Any

import pytest

from lintpost.checks.common.links.names import name_hash
from lintpost.checks.common.part_number import part_of
from lintpost.language import Text
from tests.checks.test_site_checks import hits


def front(**values: Any) -> str:
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in values.items()) + "---\n"


def titled(*titles: str) -> dict[str, str]:
    return {f"{number}.md": front(title=f'"{title}"') for number, title in enumerate(titles)}


def parts(*numbers: int | None, **more: Any) -> dict[str, str]:
    values = ({"part": number} if number is not None else {} for number in numbers)
    return {f"{place}.md": front(series="A", **value, **more) for place, value in enumerate(values)}


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("ポンプ入門 第3回 配管", 3),
        ("ポンプ入門　第３回", 3),
        ("ポンプ入門（第十二回）", 12),
        ("ポンプ入門 第二十回", 20),
        ("ポンプ入門 第十回", 10),
        ("第3話：ポンプ入門", 3),
        ("ポンプ入門 その3", 3),
        ("ポンプ入門・その三（弁）", 3),
        ("All about pumps, Part 3: valves", 3),
        ("Pumps pt. 3", 3),
        ("Pumps weekly Vol.12", 12),
        ("Pumps weekly #3", 3),
        ("Pumps weekly （3）", 3),
        ("Pumps weekly (3/4)", 3),
        ("ポンプ入門 第3回目", None),
        ("その3つの理由", None),
        ("その3割が壊れる", None),
        ("Pumps (2024)", None),
        ("Pumps part 3.5", None),
        ("Issue a/b#3", None),
        ("C#3 for pumps", None),
        ("Counterpart 3 of pumps", None),
        ("ポンプ 第1回から第3回まで", None),
        ("Part 3", None),
        ("", None),
    ],
)
def test_the_number_that_a_title_names(title: str, number: int | None) -> None:
    part = part_of(title)
    assert (part.number if part else None) == number


@pytest.mark.parametrize(
    ("posts", "missing"),
    [
        (titled("ポンプ 第1回", "ポンプ 第2回", "ポンプ 第4回"), ["3"]),
        (titled("ポンプ 第1回 管", "ポンプ 第2回 弁", "ポンプ 第4回 水"), ["3"]),
        (titled("第1回 ポンプ", "第2回 ポンプ", "第4回 ポンプ"), ["3"]),
        (titled("ポンプ 第1回", "ポンプ 第3回"), []),
        (titled("ポンプ 第1回", "ポンプ 第2回", "ポンプ 第5回"), []),
        (titled("ポンプ 第5回", "ポンプ 第6回", "ポンプ 第7回"), []),
        (titled("ポンプ 第1回", "ポンプ (2)", "ポンプ 第4回"), []),
        (titled("ポンプ 第1回", "水車 第2回", "ポンプ 第4回"), []),
        (titled("ポンプ学会 第1回", "ポンプ学会 第2回", "ポンプ学会 第4回"), []),
        (titled("Pumps meetup #1", "Pumps meetup #2", "Pumps meetup #4"), []),
        (titled("PUMPS #1", "Pumps: #2", "pumps #4"), ["3"]),
        (titled(*(f"Pumps #{n}" for n in (1, 2, 3, 4, 7, 8, 9, 10))), ["5 to 6"]),
        (parts(1, 3), ["2"]),
        (parts(1, 4), []),
        (parts(1, 2, 5), []),
        (parts(1, 2, 3, 4, 6), ["5"]),
        (parts(1, 3, None), []),
        (parts(10, 20, 30), []),
        ({"a.md": front(series="A", part=1), "b.md": front(series="[a]", part=3)}, ["2"]),
        ({"a.md": front(series="A", part=1), "b.md": front(series="[A, B]", part=3)}, []),
        ({"a.md": front(series="A", weight=1), "b.md": front(series="A", weight=3)}, []),
        ({"a.md": front(series="A", part='"1"'), "b.md": front(series="A", part=3)}, []),
        ({"a.md": front(series="A", episode=1), "b.md": front(series="A", series_order=3)}, ["2"]),
        ({"en/a.md": front(series="A", part=1), "ja/b.md": front(series="A", part=2), "ja/c.md": front(series="A", part=3)}, []),
    ],
)  # fmt: skip
def test_gaps(posts: dict[str, str], missing: list[str]) -> None:
    found = hits("series-gap", posts)
    assert [hit.params["missing"].en for hit in found if hit.key == "gap"] == missing
    assert [hit.key for hit in found] == ["gap"] * len(missing)


@pytest.mark.parametrize(
    ("posts", "found"),
    [
        (parts(1, 2, 2), ["1.md", "2.md"]),
        (parts(1, 1), ["0.md", "1.md"]),
        (titled("ポンプ 第1回 管", "ポンプ 第2回 弁", "ポンプ 第2回 水"), ["1.md", "2.md"]),
        (titled("ポンプ 第1回", "ポンプ 第2回（前編）", "ポンプ 第2回（後編）"), []),
        (titled("ポンプ 第2回 弁", "ポンプ 第2回 水"), []),
        ({"en/a.md": front(series="A", part=1), "ja/a.md": front(series="A", part=1)}, []),
        ({"en/a.md": front(series="A", part=1), "ja/b.md": front(series="A", part=1)}, []),
        ({"en/a.md": front(series="A", part=1), "en/b.md": front(series="A", part=1)}, ["en/a.md", "en/b.md"]),
        (parts(1, 1, None), []),
        ({"a.md": front(series="A", part=1, lang="en"), "b.md": front(series="A", part=1, lang="ja")}, []),
        ({"a.md": front(series="A", part=1, lang="en"), "b.md": front(series="A", part=1, lang="EN")}, ["a.md", "b.md"]),
    ],
)  # fmt: skip
def test_one_part_twice(posts: dict[str, str], found: list[str]) -> None:
    assert [hit.path for hit in hits("series-gap", posts)] == found


def test_where_and_what_is_said_of_a_series() -> None:
    posts = titled("ポンプ 第1回", "ポンプ 第4回 弁", "ポンプ 第2回", "ポンプ 第2回")
    gap, first, second = hits("series-gap", posts)
    assert (gap.path, gap.key) == ("1.md", "gap")
    assert gap.params == {"before": 2, "number": 4, "missing": Text("3", "3")}
    assert posts["1.md"][gap.place.start : gap.place.end] == "第4回"
    assert gap.related == (("2.md", first.place),)
    assert (first.path, first.params) == ("2.md", {"number": 2, "path": Text("3.md", "3.md")})
    assert first.related == (("3.md", second.place),)
    (one, _) = hits("series-gap", parts(7, 7))
    assert one.place[:3] == (20, 3, 7)
    assert not hits("series-gap", posts, title="name")
    assert hits("series-gap", parts(1, 3), series=["row"]) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("date: 2026-04-02 09:30:00 +0900", "date: 2026-04-02 09:30:00 +0900", True),
        ("date: 2026-04-02 09:30:00 +0900", "date: 2026-04-02T00:30:00Z", True),
        ("date: 2026-04-02 09:30:00 +0900", "pubDate: 2026-04-02T00:30:00Z", True),
        ("date: 2026-04-02 09:30:00 +0900", "date: 2026-04-02 09:30:01 +0900", False),
        ("date: 2026-04-02 09:30:00", "date: 2026-04-02 09:30:00", True),
        ("date: 2026-04-02", "date: 2026-04-02", False),
        ("date: 2026-04-02 00:00", "date: 2026-04-02 00:00", False),
        ("date: 2026-04-02 09:30\nweight: 1", "date: 2026-04-02 09:30\nweight: 2", False),
        ("date: 2026-04-02 09:30\nweight: 1", "date: 2026-04-02 09:30\nweight: 1", True),
        ("date: 2026-04-02 09:30\nlang: en", "date: 2026-04-02 09:30\nlang: ja", False),
        ("date: soon", "date: soon", False),
        ("lastmod: 2026-04-02 09:30", "lastmod: 2026-04-02 09:30", False),
    ],
)
def test_posts_of_one_time(one: str, other: str, same: bool) -> None:
    posts = {"a.md": f"---\n{one}\n---\n", "b.md": f"---\n{other}\n---\n"}
    assert [hit.path for hit in hits("same-date", posts)] == (["a.md", "b.md"] if same else [])


def test_where_and_what_is_said_of_posts_of_one_time() -> None:
    time = front(date="2026-04-02 09:30")
    first, *_ = found = hits("same-date", {"a.md": time, "b.md": time, "en/b.md": time})
    assert first == (
        "a.md", (10, 2, 7, 26, 2, 23), "", {"key": "date", "path": Text("b.md", "b.md")}, None,
        (("b.md", first.place), ("en/b.md", first.place)),
    )  # fmt: skip
    assert [len(hit.related) for hit in found] == [2, 1, 1]


@pytest.mark.parametrize(
    ("path", "text", "link"),
    [
        ("_posts/2026-04-01-pump.md", "", "[x](/2026/04/01/pump/)"),
        ("_posts/2026-04-01-pump.md", "", "[x](/blog/PUMP.html?a=1#b)"),
        ("_posts/2026-04-01-pump.md", "", "{% post_url 2026-04-01-pump %}"),
        ("_posts/2026-04-01-pump.md", "", "{% link _posts/2026-04-01-pump.md %}"),
        ("content/pump/index.md", "", "[x](../pump)"),
        ("content/pump/index.md", "", '{{< relref "pump/index.md" >}}'),
        ("content/pump.ja.md", "", '{{< ref "pump" >}}'),
        ("a.md", "---\nslug: pump\n---\n", "[x]: ../pump"),
        ("a.md", "---\npermalink: /x/pump/\n---\n", '<a href="/x/pump">x</a>'),
        ("a.md", "---\nredirect_from: [/old/pump]\n---\n", "<https://example.com/old/pump>"),
        ("ポンプ.md", "", "[x](/%E3%83%9D%E3%83%B3%E3%83%97/)"),
        ("pump.md", "", "[[pump|see]]"),
        ("pump.md", "", "[x](pump)"),
        ("pump.md", "", "A line.\n\n [x]: pump\n"),
        ("pump.md", "", "https://zenn.dev/somebody/articles/pump\n"),
        ("pump.md", "", "---\nrelated: [{slug: pump}]\n---\n"),
        ("pump.md", "", "---\nnext: pump\n---\n"),
    ],
)
def test_a_post_that_another_links_to(path: str, text: str, link: str) -> None:
    assert [hit.path for hit in hits("orphan", {path: text, "z.md": link})] == ["z.md"]
    assert len(hits("orphan", {path: text + link, "z.md": ""})) == 2


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("pump.md", "[x](/pumps/) pump `pump` [y](/pump/valves)"),
        ("pump.md", "---\ntags: [pump]\ntitle: pump\n---\n"),
        ("pump.md", "---\nsummary: All of pump\n---\n"),
    ],
)
def test_what_is_no_link(path: str, text: str) -> None:
    assert [hit.path for hit in hits("orphan", {path: "", "z.md": text})] == [path, "z.md"]


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("a.md", "", True),
        ("a.md", "---\ndraft: true\n---\n", False),
        ("a.md", "---\npublished: false\n---\n", False),
        ("a.md", "---\ndraft: false\npublished: true\n---\n", True),
        ("x/_index.md", "", False),
        ("_index.ja.md", "", False),
        ("index.md", "", False),
        ("x/index.md", "", True),
        ("about.md", "", False),
    ],
)
def test_which_posts_need_no_link(path: str, text: str, found: bool) -> None:
    assert bool(hits("orphan", {path: text})) == found


def test_names_are_noted_in_six_letters() -> None:
    hashes = {name_hash(str(number)) for number in range(10_000)}
    assert len(hashes) == 10_000
    assert max(map(len, hashes)) == 6
    assert all(one.isalnum() for one in hashes)
