"""Files that are no plain files in the place of posts, and names and texts that are no UTF-8."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from lintpost.cli.reports import FORMATS
from lintpost.engine.cache.entry import Dependencies, Entry
from lintpost.engine.cache.store import Store
from lintpost.post.source import UnreadablePost, read_source
from lintpost.site.files import SiteFiles
from tests.conftest import run_cli

pytestmark = pytest.mark.skipif(os.name != "posix", reason="POSIX only")

CONFIG = "lang: en\nposts: [posts/]\nrules: {front-matter/*: off}\n"
POST = "Hi **a.**b\n"


def pipe(path: Path) -> None:
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_socket(path: Path) -> None:
    before = os.getcwd()
    os.chdir(path.parent)  # the path of a socket may have 107 bytes
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(before)


def folder(path: Path) -> None:
    path.mkdir()


ODD = [
    (pipe, "a named pipe, not a file", "ファイルではなく名前付きパイプです"),
    (endless, "a device, not a file", "ファイルではなくデバイスです"),
    (a_socket, "a socket, not a file", "ファイルではなくソケットです"),
    (folder, "a folder, not a file", "ファイルではなくフォルダーです"),
]


@pytest.mark.parametrize(("make", "en", "ja"), ODD)
def test_what_is_no_file_is_refused(
    tmp_path: Path, make: Callable[[Path], None], en: str, ja: str
) -> None:
    """At once: a pipe without a writer would block, a device would never end."""
    make(tmp_path / "x.md")
    with pytest.raises(UnreadablePost) as refused:
        read_source(str(tmp_path / "x.md"), 1000)
    assert (refused.value.text.en, refused.value.text.ja) == (en, ja)


@pytest.mark.parametrize(("make", "en", "ja"), ODD[:3])
@pytest.mark.parametrize("options", ["", "--no-cache", "--fix", "--jobs=2"])
def test_the_run_goes_on(
    site: Callable[..., Path], make: Callable[[Path], None], en: str, ja: str, options: str
) -> None:
    root = site(lintpost_yml=CONFIG, posts__a_md=POST)
    make(root / "posts/x.md")
    # Named: a search for posts leaves out what lies outside of the site, as a device does.
    paths = ("posts/a.md", "posts/x.md")
    done = run_cli("check", "--output-format=concise", *options.split(), *paths, cwd=root)
    assert done.returncode == 2
    assert done.stderr.decode() == f"lintpost: posts/x.md: {en}\n"
    assert done.stdout.startswith(b"posts/a.md:1:4: error bold/unrendered")


def test_a_post_that_becomes_a_device(site: Callable[..., Path]) -> None:
    """A cached result of an empty post is no reason to read one of the same size, 0, to its end."""
    root = site(lintpost_yml=CONFIG, posts__a_md="")
    assert run_cli("check", "posts/a.md", cwd=root).returncode == 0
    (root / "posts/a.md").unlink()
    endless(root / "posts/a.md")
    assert (
        run_cli("check", "posts/a.md", cwd=root).stderr
        == b"lintpost: posts/a.md: a device, not a file\n"
    )


def test_a_file_that_grows_is_read_no_further_than_the_limit(tmp_path: Path) -> None:
    """Its size when it was opened says nothing, as with the files of /proc."""
    if not os.path.exists("/proc/self/status"):
        pytest.skip("no /proc")
    assert read_source("/proc/self/status", 100_000).text.startswith("Name:")
    with pytest.raises(UnreadablePost, match="max-file-size"):
        read_source("/proc/self/status", 10)


def test_pages_of_a_site_with_a_pipe(tmp_path: Path) -> None:
    pipe(tmp_path / "x.md")
    (tmp_path / "a.md").write_text("---\npermalink: /there/\n---\n")
    assert SiteFiles(str(tmp_path)).has_page("there")


@pytest.mark.parametrize("form", FORMATS)
def test_a_name_that_is_no_utf8(site: Callable[..., Path], form: str) -> None:
    """The same report in every format from the cache and without it."""
    root = site(lintpost_yml=CONFIG, posts__a_md=POST)
    (root / "posts" / os.fsdecode(b"bad\xff.md")).write_text(POST)
    runs = [
        run_cli("check", "--output-format", form, *options, cwd=root)
        for options in ((), (), ("--no-cache",))
    ]
    assert {(run.returncode, run.stderr) for run in runs} == {(1, b"")}
    first, *others = (run.stdout for run in runs)
    if form != "junit":  # it has times
        assert others == [first, first]
    shown = {
        "sarif": b"bad%FF.md",
        "junit": b"bad\xef\xbf\xbd.md",
        "checkstyle": b"bad\xef\xbf\xbd.md",
    }
    assert shown.get(form, b"bad\\udcff.md") in first


def test_commands_with_a_name_that_is_no_utf8(site: Callable[..., Path]) -> None:
    root = site(lintpost_yml=CONFIG, posts__a_md="Hi\n")
    (root / "posts" / os.fsdecode(b"bad\xff.md")).write_text(POST)
    assert run_cli("baseline", "create", cwd=root).returncode == 0
    assert run_cli("check", cwd=root).returncode == 0  # its finding is in the baseline
    assert run_cli("check", "--fix", cwd=root).returncode == 0
    assert run_cli("bold", cwd=root).returncode == 0


def test_the_store_takes_lone_surrogates(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    number = store.settings_id("x\udcff")
    entry = Entry(
        Dependencies((1, 2, 3, 4), "d", ()),
        b"result",
        b"facts",
        "settings",
    )
    store.save(number, {"a\udcff.md": entry, "a\\udcff.md": entry._replace(result=b"other")})
    assert store.results(number, ["a\udcff.md"]) == {"a\udcff.md": (b"result", b"facts")}
    assert store.results(number, ["a\\udcff.md"]) == {"a\\udcff.md": (b"other", b"facts")}
    assert store.settings_id("x\udcff") == number
    store.close()


def test_a_tag_that_is_no_text(site: Callable[..., Path]) -> None:
    """JSON can say half of a surrogate pair."""
    root = site(
        lintpost_yml="lang: en\nposts: [posts/]\ntags: tags.yml\n",
        tags_yml="tags: [x]\n",
        posts__a_md='{"tags": ["\\ud800x"]}\nHi\n',
    )
    for _ in range(2):
        done = run_cli("check", "--output-format=concise", cwd=root)
        assert (done.returncode, done.stderr) == (1, b"")
        assert done.stdout.startswith(b"posts/a.md:1:12: error front-matter/syntax")
