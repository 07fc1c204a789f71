"""Rules over the whole site find the same whatever is cached, however many workers check, and however few posts
are asked for.
"""

import os
import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from lintpost.config.run_settings import CliOverrides
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import Finding, PostResult
from lintpost.engine.run import Run, check_paths
from tests.conftest import NOW

CONFIG = """\
lang: en
names: names.yml
exclude: [left-out.md]
rules:
  site/*: on
  site/title-template: {posts: 3, length: 4}
overrides:
  - posts: [quiet/**]
    rules: {site/same-title: info}
  - posts: [silent/**]
    rules: {site/*: off}
  - front-matter: {layout: note}
    rules: {site/same-title: {allow: [never]}}
"""
NAMES = ["a.md", "b.md", "c.md", "quiet/d.md", "silent/e.md", "own/f.md", "left-out.md", "g.md"]
FRONTS = [
    "title: One", 'title: "Ｏne"', "title: Two", "title: Tea and what comes of it", "title: Rice and what comes of it",
    'title: "Milk and\\tsalt and what comes of it"', "layout: note\ntitle: One", "date: 2026-01-01", "title: One: two",
    "title: One # lintpost-disable-line",
]  # fmt: skip
BODIES = [
    "Text of Githubb.\n", "", "<!-- lintpost-disable-file site/same-title -->\n", "<!-- lintpost-disable-file site -->\n",
    "<!-- lintpost-disable-file names/near, site/* -->\nGithubb.\n", "<!-- lintpost-disable -->\nGithubb.\n", "\0",
]  # fmt: skip


def write(site: Path, name: str, front: str, body: str) -> None:
    path = site / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"---\n{front}\n---\n\n{body}", "utf-8")
    os.utime(path, (NOW, NOW))


def write_site(site: Path) -> None:
    site.mkdir()
    (site / "own").mkdir()
    (site / "lintpost.yml").write_text(CONFIG, "utf-8")
    (site / "own" / "lintpost.yml").write_text("lang: en\nrules: {site/*: on}\n", "utf-8")
    (site / "names.yml").write_text("names: [GitHub]\n", "utf-8")
    for path in (site / "lintpost.yml", site / "own" / "lintpost.yml", site / "names.yml"):
        os.utime(path, (NOW, NOW))


def posts_of(site: Path) -> list[str]:
    """What a run without arguments checks, `left-out.md` left out."""
    return sorted(str(path) for path in site.rglob("*.md") if path.name != "left-out.md")


def results(
    paths: list[str], cache: Path | None = None, *, jobs: int = 1, text: bool = False
) -> list[PostResult]:
    configurations = Configurations(None, CliOverrides(), cache=str(cache) if cache else None)
    try:
        return list(check_paths(paths, configurations, jobs=jobs, keep_text=text))
    finally:
        configurations.close()


def reported(found: list[PostResult]) -> list[tuple[object, ...]]:
    """What reports show of results: the queries to disk and clock are not shown."""
    return [
        (r.path, r.findings, r.errors, r.suppressed, r.text, r.characters, r.facts) for r in found
    ]


def found(result: PostResult) -> list[Finding]:
    return [finding for finding in result.findings if finding.rule.startswith("site/")]


CHANGES = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(FRONTS), st.sampled_from(BODIES)),
    min_size=2,
    max_size=9,
)


@hypothesis_settings(max_examples=12)
@given(CHANGES, CHANGES, st.randoms(use_true_random=False), st.booleans())
def test_any_changes(
    tmp_path_factory: pytest.TempPathFactory,
    first: list[tuple[str, str, str]],
    second: list[tuple[str, str, str]],
    chance: random.Random,
    text: bool,
) -> None:
    folder = tmp_path_factory.mktemp("any")
    site, cache = folder / "site", folder / "cache"
    write_site(site)
    for name, front, body in first:
        write(site, name, front, body)
    paths = posts_of(site)
    # A part first, so that the cache has facts of the others without findings.
    part = [path for path in paths if chance.random() < 0.4]
    whole = reported(results(paths, text=text))
    expected = [one for one in whole if one[0] in part]
    assert reported(results(part, cache, text=text)) == expected
    assert reported(results(part, text=text)) == expected
    for _ in range(2):
        assert reported(results(paths, cache, text=text)) == whole
    assert reported(results(part, cache, text=text)) == expected
    for name, front, body in second:
        write(site, name, front, body)
        paths = posts_of(site)
        part = [path for path in paths if chance.random() < 0.4]
        whole = reported(results(paths, text=text))
        expected = [one for one in whole if one[0] in part]
        for some, wanted in chance.sample([(part, expected), (paths, whole)], 2):
            assert reported(results(some, cache, text=text)) == wanted


def titles(site: Path) -> dict[str, list[str]]:
    """The posts of each title, by an eye that knows neither facts nor reviews."""
    found: dict[str, list[str]] = {}
    for path in posts_of(site):
        name = os.path.relpath(path, site)
        text = Path(path).read_text("utf-8")
        line = next((line for line in text.splitlines() if line.startswith("title:")), "")
        title = line.removeprefix("title:").partition(" #")[0].strip(' "').replace("Ｏ", "O")
        if title and ": " not in title and "\0" not in text and not name.startswith("own/"):
            note = "layout: note" in text
            found.setdefault(f"{title.lower()} {note}", []).append(name)
    return found


@hypothesis_settings(max_examples=12)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([*NAMES[:6], "g.md"]),
            st.sampled_from(FRONTS[:-1]),
            st.sampled_from(BODIES[:2]),
        ),
        max_size=9,
    )
)
def test_the_right_posts(
    tmp_path_factory: pytest.TempPathFactory, posts: list[tuple[str, str, str]]
) -> None:
    site = tmp_path_factory.mktemp("any") / "site"
    write_site(site)
    for name, front, body in posts:
        write(site, name, front, body)
    expected = {}
    for names in titles(site).values():
        counted = [name for name in names if not name.startswith("silent/")]
        if len(counted) > 1:
            expected |= {name: len(counted) - 1 for name in counted}
    said = {}
    for result in results(posts_of(site)):
        for one in found(result):
            if one.rule == "site/same-title":
                name = os.path.relpath(result.path, site)
                said[name] = len(one.related)
                assert one.severity == ("info" if name.startswith("quiet/") else "warning")
                assert all(span.path for span in one.related)
    assert said == expected


@pytest.mark.parametrize("cached", [False, True])
def test_workers(tmp_path: Path, cached: bool) -> None:
    site = tmp_path / "site"
    write_site(site)
    chance = random.Random(4)
    for number in range(24):
        write(site, f"{number:02}.md", chance.choice(FRONTS), chance.choice(BODIES))
    paths = posts_of(site)
    whole = reported(results(paths, text=True))
    assert sum(len(one[1]) for one in whole) > 24  # type: ignore[arg-type]
    cache = tmp_path / "cache" if cached else None
    assert reported(results(paths[:5], cache, jobs=2, text=True)) == whole[:5]
    assert reported(results(paths, cache, jobs=2, text=True)) == whole
    assert reported(results(paths, cache, jobs=2, text=True)) == whole
    configurations = Configurations(None, CliOverrides())
    with ThreadPoolExecutor(2) as executor:
        for some in (paths, paths[:5]):
            run = Run(some, configurations, keep_text=True, executor=executor)
            assert reported(list(run.completed(run.checked()))) == whole[: len(some)]
