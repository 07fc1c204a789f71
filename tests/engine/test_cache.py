"""The cache of results: never anything but what a check without it would say."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from lintpost.config.run_settings import CliOverrides
from lintpost.engine import run as run_module
from lintpost.engine.cache import cached_check as cached_check_module
from lintpost.engine.cache import prune as prune_module
from lintpost.engine.cache import store as store_module
from lintpost.engine.cache.store import NAME
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import PostResult
from lintpost.engine.run import check_paths
from tests.conftest import NOW, run_cli

CONFIG = "lang: en\nrenderer: commonmark\nnames: names.yml\nfront-matter: {required: [title]}\n"
EVERYTHING = CliOverrides()
POST = "---\ntitle: One\n---\n\nHere Githubb is **bold.**text and GITHUB too.\n"


def write_site(folder: Path, posts: int = 3) -> None:
    """A small site whose files are old enough for their times to be trusted."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "lintpost.yml").write_text(CONFIG, "utf-8")
    (folder / "names.yml").write_text("names: [GitHub]\n", "utf-8")
    for number in range(posts):
        (folder / f"{number}.md").write_text(POST.replace("One", f"No. {number}"), "utf-8")
    age(folder)


def age(folder: Path) -> None:
    """Set the times of all files back."""
    for path in folder.rglob("*"):
        if path.stat().st_mtime > NOW:
            os.utime(path, (NOW, NOW))


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Counts the posts that are checked."""
    seen = SimpleNamespace(paths=[])
    original = run_module.check_path

    def check(configurations: Configurations, path: str, **more: bool) -> object:
        seen.paths.append(os.path.basename(path))
        return original(configurations, path, **more)

    monkeypatch.setattr(run_module, "check_path", check)
    return seen


def results(
    folder: Path,
    cache: Path | None,
    overlay: CliOverrides = EVERYTHING,
    jobs: int = 1,
    text: bool = False,
) -> list[PostResult]:
    """A run over all posts of a folder."""
    configurations = Configurations(None, overlay, cache=str(cache) if cache else None)
    paths = sorted(str(path) for path in folder.rglob("*.md"))
    try:
        return list(check_paths(paths, configurations, jobs=jobs, keep_text=text))
    finally:
        configurations.close()


def checked(seen: SimpleNamespace) -> list[str]:
    found, seen.paths = seen.paths, []
    return list(found)


def test_a_second_run_checks_nothing_and_says_the_same(
    tmp_path: Path, counted: SimpleNamespace
) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_site(site)
    plain = results(site, None)
    assert [len(result.findings) for result in plain] == [4, 4, 4]
    checked(counted)
    assert results(site, cache) == plain
    assert checked(counted) == ["0.md", "1.md", "2.md"]
    for text in (False, True):
        expected = results(site, None, text=text)
        checked(counted)
        assert results(site, cache, text=text) == expected
        assert checked(counted) == []


def test_only_what_changed_is_checked(tmp_path: Path, counted: SimpleNamespace) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_site(site)
    results(site, cache)
    checked(counted)
    post = site / "1.md"
    post.write_text(
        post.read_text("utf-8").replace("GITHUB", "GitHub"), "utf-8"
    )  # as long as before
    (found,) = [r for r in results(site, cache) if r.path == str(post)]
    assert checked(counted) == ["1.md"]
    assert [finding.rule for finding in found.findings] == [
        "names/near",
        "bold/unrendered",
        "bold/first-mention",
    ]
    post.unlink()
    assert len(results(site, cache)) == 2
    assert checked(counted) == []


def test_another_time_alone_is_no_change(tmp_path: Path, counted: SimpleNamespace) -> None:
    """As after a checkout: every time is new, and so is the folder."""
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_site(site)
    before = results(site, cache)
    checked(counted)
    other = tmp_path / "elsewhere" / "site"
    shutil.copytree(site, other)
    age(other)
    os.utime(other / "0.md", (NOW - 50, NOW - 50))
    after = results(other, cache)
    assert checked(counted) == []
    assert [[f[1:] for f in r.findings] for r in after] == [
        [f[1:] for f in r.findings] for r in before
    ]
    assert [r.path for r in after] == [str(other / f"{n}.md") for n in range(3)]


def test_a_post_that_was_just_written_is_compared_by_content(
    tmp_path: Path, counted: SimpleNamespace
) -> None:
    """A second change within one step of the clock leaves size and time as they were."""
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_site(site, 1)
    post = site / "0.md"
    post.touch()
    stat = post.stat()
    results(site, cache)
    post.write_text(post.read_text("utf-8").replace("GITHUB", "GitHub"), "utf-8")
    os.utime(post, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    checked(counted)
    assert len(results(site, cache)[0].findings) == 3
    assert checked(counted) == ["0.md"]


@pytest.mark.parametrize(
    ("name", "text", "opened"),
    [
        ("lintpost.yml", CONFIG.replace("commonmark", "kramdown"), [0, 1, 2]),
        ("lintpost.yml", CONFIG + "rules: {names/near: off}\n", []),
        ("lintpost.yml", CONFIG + "rules: {names/near: error}\n", [0, 1, 2]),
        ("lintpost.yml", CONFIG + "baseline: b.json\nmax-findings: 3\nfail-on: never\n", []),
        ("names.yml", "names: [GitHub, 'No. 1']\n", [1]),
        ("names.yml", "names: [GitHub, Elsewhere]\n", []),
        ("names.yml", "names: [GitHub, Hare]\n", []),
        ("names.yml", "names: []\n", [0, 1, 2]),
    ],
)
def test_changed_settings_open_the_posts_they_matter_to(
    tmp_path: Path, counted: SimpleNamespace, name: str, text: str, opened: list[int]
) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_site(site)
    old = results(site, cache)
    checked(counted)
    before = (site / name).read_text("utf-8")
    (site / name).write_text(text, "utf-8")
    new = results(site, cache)
    assert checked(counted) == [f"{number}.md" for number in opened]
    assert new == results(site, None)
    assert results(site, cache) == new
    checked(counted)
    (site / name).write_text(before, "utf-8")
    assert results(site, cache) == old
    assert set(checked(counted)) <= {f"{number}.md" for number in opened}


def test_settings_that_were_read_before_they_were_cached(tmp_path: Path) -> None:
    """They are stored with the files that they were read from all the same."""
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_site(site, 1)
    configurations = Configurations(None, EVERYTHING, cache=str(cache))
    configurations.settings(str(site / "lintpost.yml"))
    configurations.cached_settings(str(site / "lintpost.yml"))
    configurations.close()
    results(site, cache)
    (site / "names.yml").write_text("names: [GitHub, text]\n", "utf-8")
    assert results(site, cache) == results(site, None)


def test_the_command_line_is_a_setting(tmp_path: Path, counted: SimpleNamespace) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_site(site, 1)
    results(site, cache)
    (chosen,) = results(site, cache, CliOverrides(select=("names/near",)))
    assert [finding.rule for finding in chosen.findings] == ["names/near"]
    (japanese,) = results(site, cache, CliOverrides(lang="ja"))
    assert (
        "ではありませんか" in japanese.findings[0].message or "誤り" in japanese.findings[0].message
    )
    assert checked(counted) == ["0.md"] * 2  # nothing had to run for the first choice


def test_a_result_holds_while_the_disk_says_the_same(
    tmp_path: Path, counted: SimpleNamespace
) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    site.mkdir()
    (site / "lintpost.yml").write_text("lang: en\n", "utf-8")
    (site / "assets").mkdir()
    post = "---\ntitle: One\nimage: /assets/a.png\n---\n\nText.\n"
    (site / "a.md").write_text(post, "utf-8")
    age(site)
    rules = [[f.rule for r in results(site, cache) for f in r.findings]]
    (site / "assets" / "a.png").write_bytes(b"png")
    rules.append([f.rule for r in results(site, cache) for f in r.findings])
    assert checked(counted) == ["a.md", "a.md"]
    rules.append([f.rule for r in results(site, cache) for f in r.findings])
    assert checked(counted) == []
    (site / "assets" / "a.png").unlink()
    rules.append([f.rule for r in results(site, cache) for f in r.findings])
    assert rules == [["front-matter/image"], [], [], ["front-matter/image"]]


def test_a_result_holds_while_the_clock_says_the_same(
    tmp_path: Path, counted: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    site.mkdir()
    (site / "lintpost.yml").write_text("lang: en\n", "utf-8")
    (site / "a.md").write_text("---\ntitle: One\ndate: 2026-06-03\n---\n\nText.\n", "utf-8")
    age(site)
    found = []
    for day in (0, 1, 5, 5):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NOW + day * 86_400))
        found.append([f.rule for r in results(site, cache) for f in r.findings])
    assert found == [["front-matter/date"], ["front-matter/date"], [], []]
    assert checked(counted) == ["a.md", "a.md"]


def test_queries_are_those_of_one_check(tmp_path: Path) -> None:
    """Each result has what its own checks asked, in whatever order posts are checked; from the cache too."""
    (tmp_path / "lintpost.yml").write_text("lang: en\n", "utf-8")
    (tmp_path / "assets").mkdir()
    front = "---\ntitle: One\n{}\n---\n\nText.\n"
    image = str(tmp_path / "image.md")
    dated = str(tmp_path / "dated.md")
    plain = str(tmp_path / "plain.md")
    Path(image).write_text(front.format("image: /assets/a.png"), "utf-8")
    Path(dated).write_text(front.format("date: 2026-06-03"), "utf-8")
    Path(plain).write_text(front.format("author: me"), "utf-8")
    age(tmp_path)
    for cache in (None, str(tmp_path / "cache"), str(tmp_path / "cache")):
        configurations = Configurations(None, CliOverrides(lang="en"), cache=cache)
        paths = [dated, image, plain, dated]
        found = list(check_paths(paths, configurations, jobs=1, keep_text=False))
        configurations.close()
        asked = [[(query.kind, query.answer) for query in result.queries] for result in found]
        assert asked[0] == asked[3] == [("ahead", True)]
        assert set(asked[1]) == {("has", False), ("has", True)}
        assert asked[2] == []


def test_a_site_without_the_page_is_asked_again(tmp_path: Path, counted: SimpleNamespace) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    site.mkdir()
    (site / "lintpost.yml").write_text("lang: en\n", "utf-8")
    (site / "a.md").write_text("---\ntitle: One\nrelated_posts: [/b/]\n---\n\nText.\n", "utf-8")
    age(site)
    first = [f.rule for r in results(site, cache) for f in r.findings]
    (site / "b.md").write_text("---\ntitle: Two\n---\n\nText.\n", "utf-8")
    age(site)
    second = [f.rule for r in results(site, cache) for f in r.findings]
    assert (first, second) == (["front-matter/link"], [])
    assert checked(counted) == ["a.md", "a.md", "b.md"]


def test_what_cannot_be_read_is_never_kept(tmp_path: Path, counted: SimpleNamespace) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_site(site, 1)
    (site / "bad.md").write_bytes(b"\xff\xfe\x00")
    age(site)
    for _ in range(2):
        found = results(site, cache)
        assert [bool(result.errors) for result in found] == [False, True]
    assert checked(counted) == ["0.md", "bad.md", "bad.md"]


@pytest.mark.parametrize(
    "damage", ["text", "cut", "other", "result", "facts", "queries", "folder", "zero"]
)
def test_a_damaged_file_heals(tmp_path: Path, damage: str) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_site(site)
    plain = results(site, None)
    results(site, cache)
    file = cache / NAME
    if damage == "text":
        file.write_text("no database at all " * 1000, "utf-8")
    elif damage == "cut":
        file.write_bytes(file.read_bytes()[:5000])
    elif damage == "zero":
        data = bytearray(file.read_bytes())
        data[4096:] = bytes(len(data) - 4096)
        file.write_bytes(data)
    elif damage == "other":
        with sqlite3.connect(file) as connection:
            connection.execute("PRAGMA user_version = 99")
        connection.close()
    elif damage == "queries":
        with sqlite3.connect(file) as connection:
            connection.execute("UPDATE posts SET queries = '[[1]'")
        connection.close()
    elif damage == "facts":
        with sqlite3.connect(file) as connection:
            connection.execute("UPDATE posts SET facts = '[1'")
        connection.close()
    elif damage == "result":
        with sqlite3.connect(file) as connection:
            connection.execute("UPDATE posts SET result = '[[1]'")
        connection.close()
    else:
        file.unlink()
        file.mkdir()
    assert results(site, cache) == plain
    assert results(site, cache) == plain
    if damage != "folder":
        with sqlite3.connect(file) as connection:
            assert connection.execute("SELECT count(*) FROM posts").fetchone() == (3,)
        connection.close()


def test_a_cache_that_cannot_be_made_costs_nothing(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(site)
    (tmp_path / "file").write_text("", "utf-8")
    assert results(site, tmp_path / "file") == results(site, None)


def test_the_file_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_site(site, 30)
    for name in ("names/near", "names/spelling", "bold/unrendered"):
        results(site, cache, CliOverrides(select=(name,)))
    monkeypatch.setattr(prune_module, "_MOST_FINGERPRINTS", 2)
    results(site, cache, CliOverrides(ignore=("names/near",)))
    with sqlite3.connect(cache / NAME) as connection:
        assert connection.execute("SELECT count(*) FROM posts").fetchone() == (60,)
    connection.close()
    monkeypatch.setattr(prune_module, "MAX_BYTES", 30_000)
    results(site, cache, CliOverrides(ignore=("names/spelling",)))
    with sqlite3.connect(cache / NAME) as connection:
        assert connection.execute("SELECT count(*) FROM posts").fetchone() == (0,)
    connection.close()


def test_two_runs_at_once(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_site(site, 40)
    command = [
        sys.executable,
        "-m",
        "lintpost",
        "check",
        "--output-format",
        "concise",
        "--cache-dir",
        str(cache),
    ]
    runs = [subprocess.Popen(command, cwd=site, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]  # fmt: skip
    ends = [run.communicate() for run in runs]
    assert {err for _, err in ends} == {b""}
    assert len({out for out, _ in ends}) == 1
    assert [r.findings for r in results(site, cache)] == [r.findings for r in results(site, None)]


def test_workers_and_cache(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_site(site, 12)
    plain = results(site, None)
    assert results(site, cache, jobs=2) == plain
    (site / "3.md").write_text(POST, "utf-8")
    assert results(site, cache, jobs=2) == results(site, None)


def test_no_cache_and_clean(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_site(site)
    options = ("check", "--output-format", "concise", "--cache-dir", str(cache))
    without = run_cli(*options, "--no-cache", cwd=site)
    assert not cache.exists()
    assert run_cli(*options, cwd=site).stdout == without.stdout
    (cache / "mine.txt").write_text("mine", "utf-8")
    (cache / ".lintpost-4711-x").write_text("of a killed run", "utf-8")
    done = run_cli("clean", "--cache-dir", str(cache), cwd=site)
    assert done.returncode == 0
    assert done.stdout.decode().startswith(f"{cache}: 0.")
    assert os.listdir(cache) == ["mine.txt"]
    again = run_cli("clean", "--cache-dir", str(cache), "--lang", "ja", cwd=site)
    assert again.stdout.decode() == f"{cache}：キャッシュは空です。\n"


@hypothesis_settings(max_examples=15)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 3),
            st.sampled_from(
                ["", POST, POST.replace("GITHUB", "GitHub"), "**「あ」**い\n", "\ufeff" + POST]
            ),
        ),
        max_size=5,
    )
)
def test_any_changes(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, str]]
) -> None:
    """After any series of changes the cache says what a check without it says."""
    folder = tmp_path_factory.mktemp("any")
    site, cache = folder / "site", folder / "cache"
    write_site(site)
    for number, text in changes:
        (site / f"{number}.md").write_text(text, "utf-8")
        assert results(site, cache) == results(site, None)


def test_results_are_read_in_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cached_check_module, "_BATCH", 2)
    monkeypatch.setattr(store_module, "_BATCH", 2)
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_site(site, 7)
    plain = results(site, None)
    assert results(site, cache) == plain
    (site / "4.md").write_text("x\n", "utf-8")
    assert results(site, cache) == results(site, None)
    assert results(site, cache) == results(site, None)
