"""A run that is said again says what a run without a cache would say."""

import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from lintpost.cli.main import main
from lintpost.config import head_cache
from lintpost.engine import check_path as check_path_module
from lintpost.engine import kept_run, rerun
from lintpost.engine import recheck as recheck_module
from lintpost.engine import run as run_module
from tests.conftest import NOW

CONFIG = "lang: ja\nrenderer: commonmark\nfront-matter: {required: [title]}\n"
POST = "---\ntitle: No. {}\n---\n\nこれは**「太字」**です。\n"
COUNT = 60


class House:
    """A site of 60 posts, and runs over it with what they cost."""

    def __init__(
        self, folder: Path, capture: pytest.CaptureFixture[bytes], seen: list[str]
    ) -> None:
        self.folder = folder
        self.capture = capture
        self.seen = seen
        self.written = 0
        self.write("lintpost.yml", CONFIG)
        for number in range(COUNT):
            self.write(f"posts/{number:02}.md", POST.format(number))

    def write(self, name: str, text: str) -> None:
        """Write a file whose time is long past, and its own."""
        self.written += 1
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        os.utime(path, (NOW - self.written, NOW - self.written))

    def run(self, *options: str, cached: bool = True) -> SimpleNamespace:
        """One run: its status, what it wrote, and the posts that it had to check."""
        self.seen.clear()
        words = options if options else ("--output-format", "concise")
        where = ("--cache-dir", str(self.folder / "cache")) if cached else ("--no-cache",)
        status = main(["check", *words, *where])
        written = self.capture.readouterr()
        checked = sorted(os.path.basename(path) for path in self.seen)
        out = re.sub(
            rb"\x1b]8;id=\d+", b"", written.out
        )  # rich draws lots for the number of a link
        return SimpleNamespace(status=status, out=out, err=written.err, checked=checked)

    def agrees(self, *options: str) -> list[str]:
        """Run with and without the cache, which must say the same; returns the posts that were checked."""
        again, plain = self.run(*options), self.run(*options, cached=False)
        assert (again.status, again.out, again.err) == (plain.status, plain.out, plain.err)
        return list(again.checked)


@pytest.fixture
def house(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> House:
    seen: list[str] = []
    original = check_path_module.check_path

    def check_path(configurations: object, path: str, **more: bool) -> object:
        seen.append(path)
        return original(configurations, path, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(check_path_module, "check_path", check_path)
    monkeypatch.setattr(run_module, "check_path", check_path)
    # A module of lintpost that was written a moment ago is no reason to read the settings again.
    monkeypatch.setattr(head_cache, "_FRESH", 0)
    monkeypatch.chdir(tmp_path)
    return House(tmp_path, capsysbinary, seen)


def only_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on nothing but a run that was kept may answer."""

    def refuse(*_: object) -> None:
        raise AssertionError("the results were read")

    monkeypatch.setattr(recheck_module, "_unchanged", refuse)


@pytest.mark.parametrize("name", ["rich", "concise", "grouped", "azure", "jsonl"])
def test_nothing_changed(house: House, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    options = ("--output-format", name)
    assert len(house.agrees(*options)) == COUNT
    only_again(monkeypatch)
    assert house.agrees(*options) == []
    assert house.run(*options).out.count(b"\n") > COUNT


CHANGES: dict[str, tuple[Callable[[House], None], list[str]]] = {
    "another text": (lambda h: h.write("posts/07.md", POST.format("次の")), ["07.md"]),
    "no finding left": (lambda h: h.write("posts/07.md", "---\ntitle: x\n---\n\n本文。\n"), ["07.md"]),
    "a post came": (lambda h: h.write("posts/99.md", POST.format(99)), ["99.md"]),
    "a post went": (lambda h: (h.folder / "posts/07.md").unlink(), []),
    "one came, one went": (
        lambda h: (h.folder / "posts/07.md").rename(h.folder / "posts/77.md") and None,
        ["77.md"],
    ),
    "another time": (lambda h: h.write("posts/07.md", POST.format(7)), []),
    "other settings": (lambda h: h.write("lintpost.yml", CONFIG + "rules: {bold: off}\n"), ["all"]),
    "settings of its own": (lambda h: h.write("posts/lintpost.yml", "lang: en\n"), ["all"]),
}  # fmt: skip


@pytest.mark.parametrize("name", ["rich", "concise", "jsonl"])
@pytest.mark.parametrize("change", CHANGES)
def test_changes(house: House, change: str, name: str) -> None:
    options = ("--output-format", name)
    house.run(*options)
    make, expected = CHANGES[change]
    make(house)
    checked = house.agrees(*options)
    assert checked == expected or (expected == ["all"] and len(checked) == COUNT)
    assert house.agrees(*options) == []


def test_another_console_is_another_report(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    for color in ("never", "always"):
        options = ("--output-format", "rich", "--color", color)
        for columns in ("40", "120"):
            monkeypatch.setenv("COLUMNS", columns)
            house.agrees(*options)
            house.write("posts/07.md", POST.format(columns + color))
            assert house.agrees(*options) == ["07.md"]


def test_the_last_of_many_changes_is_said(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.run()
    only_again(monkeypatch)
    for number in (3, 9, 3):
        house.write(f"posts/{number:02}.md", POST.format(house.written))
        assert house.agrees() in (["03.md"], ["09.md"])
    assert house.agrees() == []


def test_many_changes_begin_anew(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.run()
    monkeypatch.setattr(rerun, "MOST_CHANGED", 3)
    for number in range(4):
        house.write(f"posts/{number:02}.md", POST.format("anders"))
    assert len(house.agrees()) == 4
    for number in range(9):
        house.write(f"posts/{number:02}.md", POST.format("anders"))
    assert house.agrees() == ["04.md", "05.md", "06.md", "07.md", "08.md"]
    assert house.agrees() == []


def test_a_fresh_file_is_compared_by_content(house: House) -> None:
    house.run()
    path = house.folder / "posts" / "07.md"
    path.write_text(POST.format("A"), "utf-8")
    stat = path.stat()
    assert house.agrees() == ["07.md"]
    path.write_text(POST.format("B").replace("**", "--"), "utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert house.agrees() == ["07.md"]
    assert house.agrees() == []


def test_what_the_disk_says(house: House) -> None:
    house.write("posts/07.md", "---\ntitle: x\nimage: /a.png\n---\n\n本文。\n")
    house.run()
    house.write("a.png", "png")
    assert house.agrees() == ["07.md"]
    assert house.agrees() == []
    (house.folder / "a.png").unlink()
    assert house.agrees() == ["07.md"]


def test_what_the_clock_says(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.write("posts/07.md", "---\ntitle: x\ndate: 2026-06-03\n---\n\n本文。\n")
    for day, expected in ((0, COUNT), (1, 0), (5, 1), (6, 0)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NOW + day * 86_400))
        assert len(house.run().checked) == expected
        house.agrees()


def test_what_other_posts_say(house: House) -> None:
    linking = "---\ntitle: x\nrelated_posts: [/there/]\n---\n\n本文。\n"
    house.write("posts/07.md", linking)
    house.write("elsewhere.md", POST.format("e"))
    house.run("--output-format", "concise", "posts")
    for name, text, expected in (
        ("posts/08.md", POST.format(9), ["08.md"]),
        ("posts/08.md", "---\ntitle: y\npermalink: /there/\n---\n\n本文。\n", ["07.md", "08.md"]),
        ("posts/08.md", "---\ntitle: y\npermalink: /other/\n---\n\n本文。\n", ["07.md", "08.md"]),
        ("elsewhere.md", "---\ntitle: y\npermalink: /there/\n---\n\n本文。\n", ["07.md"]),
    ):
        house.write(name, text)
        assert house.agrees("--output-format", "concise", "posts") == expected
        assert house.agrees("--output-format", "concise", "posts") == []
    (house.folder / "elsewhere.md").unlink()
    house.write("there.md", POST.format("t"))
    assert house.agrees("--output-format", "concise", "posts") == []
    (house.folder / "there.md").unlink()
    assert house.agrees("--output-format", "concise", "posts") == ["07.md"]


@pytest.mark.parametrize(
    "options",
    [
        ("--output-format", "concise", "--quiet"),
        ("--output-format", "concise", "--lang", "en"),
        ("--output-format", "concise", "--select", "front-matter"),
        ("--output-format", "concise", "--exit-zero"),
        ("--output-format", "concise", "--fail-on", "error"),
        ("--output-format", "concise", "posts"),
        ("--output-format", "concise", "posts/07.md"),
        ("--output-format", "concise", "--statistics"),
        ("--output-format", "json"),
        ("--output-format", "github"),
        ("--output-format", "concise", "posts", "nowhere"),
    ],
)
def test_every_command_line_has_its_own(house: House, options: tuple[str, ...]) -> None:
    house.run()
    house.agrees(*options)
    assert house.agrees(*options) == []
    assert house.agrees() == []


def test_a_post_that_cannot_be_read_is_said_each_time(house: House) -> None:
    house.run()
    (house.folder / "posts" / "07.md").write_bytes(b"\xff\xfe\x00")
    assert set(house.agrees()) == {"07.md"}
    assert set(house.agrees()) == {"07.md"}
    assert not [name for name in os.listdir(house.folder / "cache") if name.startswith(".run-")]


@pytest.mark.parametrize("damage", ["empty", "cut", "begin", "middle", "end", "other", "folder"])
def test_a_damaged_file_heals(house: House, damage: str) -> None:
    house.run()
    (file,) = (house.folder / "cache").glob("run-*.kept")
    data = file.read_bytes()
    report, details, index, head = map(int, data[-80:].split())
    before = report + details + index
    if damage == "folder":
        file.unlink()
        file.mkdir()
    elif damage == "begin":  # nothing tells that the text is another, and nobody writes there
        file.write_bytes(data[:before] + b"[" * head + data[-80:])
    elif damage == "middle":
        file.write_bytes(data[:report] + b"[" * (details + index) + data[before:])
    else:
        file.write_bytes({"empty": b"", "cut": data[:-100], "end": data[:-80] + b"9" * 80, "other": b"x" * len(data)}[damage])  # fmt: skip
    house.write("posts/07.md", POST.format("B"))
    assert house.agrees() == ["07.md"]
    assert house.agrees() == []


def test_the_runs_that_are_kept_are_few(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_run, "_MOST_FILES", 2)
    for fail_on in ("error", "warning", "info"):
        house.run("--output-format", "concise", "--fail-on", fail_on)
    cache = house.folder / "cache"
    assert len(list(cache.glob("run-*.kept"))) == 2
    monkeypatch.setattr(kept_run, "_MOST_BYTES", 10)
    house.run("--output-format", "concise", "--select", "bold")
    assert len(list(cache.glob("run-*.kept"))) == 2
    assert main(["clean", "--cache-dir", str(cache)]) == 0
    assert os.listdir(cache) == []


def test_what_a_killed_run_left_behind(house: House) -> None:
    house.run()
    cache = house.folder / "cache"
    for name, age in ((".run-old", 100_000), (".run-new", 10)):
        (cache / name).write_bytes(b"x")
        os.utime(cache / name, (time.time() - age, time.time() - age))
    house.run("--output-format", "concise", "--select", "bold")
    assert sorted(name for name in os.listdir(cache) if name[0] == ".") == [".run-new"]
    assert main(["clean", "--cache-dir", str(cache)]) == 0
    assert os.listdir(cache) == []


def test_a_run_that_breaks_off_leaves_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = run_module.check_path

    def check_path(configurations: object, path: str, **more: bool) -> object:
        if path.endswith("30.md"):
            raise KeyboardInterrupt
        return original(configurations, path, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(run_module, "check_path", check_path)
    assert house.run().status == 130
    assert [name for name in os.listdir(house.folder / "cache") if "run-" in name] == []
    monkeypatch.setattr(run_module, "check_path", original)
    assert len(house.agrees()) == COUNT - 30
