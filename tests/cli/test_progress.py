"""The progress line, as it is written over time (tests/terminal has it in a terminal)."""

import os
from argparse import Namespace
from io import StringIO

import pytest

from lintpost.cli import progress
from lintpost.cli.progress import ProgressLine
from lintpost.engine.finding import PostResult

WIPE = "\r" + " " * 39 + "\r"


class Terminal(StringIO):
    """A terminal of 40 columns, and a clock that goes on only when it is told to."""

    now = 1000.0
    columns = 40

    def fileno(self) -> int:
        return 2

    def isatty(self) -> bool:
        return True

    def taken(self) -> str:
        """What was written since the last call."""
        text = self.getvalue()
        self.seek(0)
        self.truncate()
        return text


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    found = Terminal()
    monkeypatch.setattr(progress.time, "monotonic", lambda: found.now)
    monkeypatch.setattr(
        progress.os, "get_terminal_size", lambda _: os.terminal_size((found.columns, 24))
    )
    return found


def test_it_is_written_ten_times_a_second(terminal: Terminal) -> None:
    line = ProgressLine(terminal, 2000, "checking")
    line.advance(0)
    assert terminal.taken() == "\rchecking    0/2000"
    written = []
    for _ in range(100):
        terminal.now += 0.03
        line.advance()
        written.append(terminal.taken())
    assert [text for text in written if text][:3] == [
        "\rchecking    4/2000", "\rchecking    8/2000", "\rchecking   12/2000",
    ]  # fmt: skip
    assert sum(map(bool, written)) == 25


def test_a_short_run_shows_it_no_more_once_it_is_wiped(terminal: Terminal) -> None:
    line = ProgressLine(terminal, 150, "検査中")
    line.advance(0)
    assert terminal.taken() == "\r検査中   0/150"
    line.wipe()
    assert terminal.taken() == WIPE
    for _ in range(4):
        terminal.now += 0.12
        line.advance()
        line.wipe()
        assert terminal.taken() == ""
    terminal.now += 0.12
    line.advance()
    assert terminal.taken() == "\r検査中   5/150"


def test_a_long_run_shows_it_again_at_once(terminal: Terminal) -> None:
    """Nothing says how long the next post takes."""
    line = ProgressLine(terminal, 150, "checking")
    terminal.now += 10
    for number in (1, 2, 3):
        line.advance()
        assert terminal.taken() == f"\rchecking   {number}/150"
        line.wipe()
        line.wipe()
        assert terminal.taken() == WIPE


def test_a_terminal_that_is_gone(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: int) -> os.terminal_size:
        raise OSError(25, "Inappropriate ioctl for device")

    monkeypatch.setattr(progress.os, "get_terminal_size", gone)
    line = ProgressLine(terminal, 150, "checking")
    line.advance()
    line.wipe()
    assert terminal.taken() == ""


def test_ctrl_c_as_it_is_written(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line is wiped, for it may be there."""
    monkeypatch.setattr(progress.sys, "stderr", terminal)

    def interrupted() -> None:
        terminal.flush = StringIO().flush  # type: ignore[method-assign]
        raise KeyboardInterrupt

    terminal.flush = interrupted  # type: ignore[method-assign]
    options = Namespace(quiet=False, output_format="concise", output_file=None, statistics=False)
    results = [PostResult("a.md", (), (), 0, None)]
    with (
        pytest.raises(KeyboardInterrupt),
        progress.progress(results, 150, options, "en") as counted,
    ):
        list(counted)
    assert terminal.taken() == "\rchecking   0/150" + WIPE


def test_results_stay_what_they_are(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress.sys, "stderr", terminal)
    options = Namespace(quiet=False, output_format="concise", output_file=None, statistics=False)
    results = [PostResult(f"{number}.md", (), (), 0, None) for number in range(150)]
    with progress.progress(iter(results), 150, options, "en") as counted:
        assert list(counted) == results
    assert terminal.taken() == "\rchecking   0/150" + WIPE
    with progress.progress(results, 99, options, "en") as counted:
        assert counted is results
    assert terminal.taken() == ""


def test_paths_that_are_read_are_counted(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress.sys, "stderr", terminal)
    paths = [f"{number}.md" for number in range(100)]
    with progress.reading(len(paths), "ja") as watch:
        seen = iter(watch(paths))
        assert next(seen) == "0.md"
        assert terminal.taken() == "\r読み取り中   0/100"
        terminal.now += 0.1
        assert list(seen) == paths[1:]
        assert terminal.taken() == "\r読み取り中   1/100"
    assert terminal.taken() == WIPE
    with progress.reading(len(paths) - 1, "ja") as watch:
        assert list(watch(paths[1:])) == paths[1:]
    assert terminal.taken() == ""


def test_paths_are_not_counted_on_a_dumb_terminal(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress.sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "dumb")
    with progress.reading(200, "en") as watch:
        assert list(watch(["a.md"] * 200)) == ["a.md"] * 200
    assert terminal.taken() == ""


@pytest.mark.parametrize(
    ("quiet", "count", "first", "last"),
    [
        (False, 100, "\rサイト全体を読み取り中   0/100", WIPE),
        (False, 99, "", ""),
        (True, 100, "", ""),
    ],
)
def test_the_other_posts_of_a_site_are_counted(
    terminal: Terminal,
    monkeypatch: pytest.MonkeyPatch,
    quiet: bool,
    count: int,
    first: str,
    last: str,
) -> None:
    monkeypatch.setattr(progress.sys, "stderr", terminal)
    results = [PostResult(f"{number}.md", (), (), 0, None) for number in range(count)]
    counted = progress.count_others(iter(results), count, Namespace(quiet=quiet), "ja")
    assert next(counted) == results[0]
    assert terminal.taken() == first
    assert list(counted) == results[1:]
    assert terminal.taken() == last


def test_posts_that_are_fixed_are_counted_where_they_are_reported_later(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress.sys, "stderr", terminal)
    paths = [f"{number}.md" for number in range(100)]
    with progress.fixing(paths, "ja", quiet=False, reported_later=True) as drawn:
        assert list(drawn) == paths
        assert terminal.taken() == "\r検査中   0/100" + WIPE
    for quiet, later in ((True, True), (False, False)):
        with progress.fixing(paths, "ja", quiet=quiet, reported_later=later) as drawn:
            assert list(drawn) == paths
    assert terminal.taken() == ""
