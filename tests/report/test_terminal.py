"""What is known of the stream that a report goes to."""

import io
import os

import pytest

from lintpost.report.terminal import Terminal, line_width, terminal_of, wants_colors


class Screen(io.StringIO):
    """A terminal without a size."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("out", "color", "environment", "colors"),
    [
        (io.StringIO(), "auto", {}, False),
        (io.StringIO(), "always", {}, True),
        (io.StringIO(), "always", {"NO_COLOR": "1"}, True),
        (Screen(), "auto", {}, True),
        (Screen(), "auto", {"NO_COLOR": "1"}, False),
        (Screen(), "auto", {"NO_COLOR": ""}, True),
        (Screen(), "never", {}, False),
        (Screen(), "always", {}, True),
    ],
)
def test_colours(
    out: io.StringIO, color: str, environment: dict[str, str], colors: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_colors(out, color) is colors
    assert terminal_of(out, color).colors is colors
    monkeypatch.setenv("TERM", "Dumb")
    assert not terminal_of(out, color).colors


@pytest.mark.parametrize(
    ("out", "columns", "width"),
    [
        (io.StringIO(), None, 100),
        (io.StringIO(), "72", 72),
        (io.StringIO(), "0", 100),
        (io.StringIO(), "wide", 100),
        (Screen(), "72", 72),
        (Screen(), None, 80),
    ],
)
def test_width(
    out: io.StringIO, columns: str | None, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    assert line_width(out) == width


def test_the_width_of_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Screen, "fileno", lambda self: 7, raising=False)
    sizes = {7: os.terminal_size((132, 40))}
    real = os.get_terminal_size  # pytest asks it too, of its own output
    monkeypatch.setattr(os, "get_terminal_size", lambda number: sizes.get(number) or real(number))
    assert line_width(Screen()) == 132
    sizes[7] = os.terminal_size((0, 0))
    assert line_width(Screen()) == 80


@pytest.mark.parametrize(
    ("encoding", "unicode"),
    [("utf-8", True), ("UTF-16", True), ("cp1252", False), ("ascii", False)],
)
def test_encoding(encoding: str, unicode: bool) -> None:
    assert terminal_of(io.TextIOWrapper(io.BytesIO(), encoding=encoding)).unicode is unicode


def test_nothing_is_painted_without_colours_or_without_text() -> None:
    plain = Terminal(io.StringIO(), 80, False, True)
    assert plain.paint("a", "bold red") == "a"
    assert plain.link("a", "x:y") == "a"
    colored = plain._replace(colors=True)
    assert colored.paint("", "red") == ""
    assert colored.paint("a", "") == "a"
    assert colored.paint("a", "bold red") == "\x1b[1;31ma\x1b[0m"
    assert colored.link("a", None) == "a"
    assert colored.link("a", "x:y") == "\x1b]8;;x:y\x1b\\a\x1b]8;;\x1b\\"
