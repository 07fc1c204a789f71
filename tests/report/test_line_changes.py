"""What changed in lines, as a terminal shows it."""

import pytest

from lintpost.report.drawing.cells import cell_width
from lintpost.report.drawing.line_changes import (
    Change,
    changed_lines,
    changed_part,
    changes_between,
    drawn_diff,
)

LONG = "長い段落の文が続きます。" * 20


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("same", "same", []),
        ("a github b", "a GitHub b", [("github", "GitHub")]),
        ("**「太字」**です", "「**太字**」です", [("**「太字」**", "「**太字**」")]),
        ("ab", "ab cd", [("", " cd")]),
        ("x 文 y", "x y", [("文 ", "")]),
        ("github" + "あ" * 24 + "github", "GitHub" + "あ" * 24 + "GitHub",
         [("github" + "あ" * 24 + "github", "GitHub" + "あ" * 24 + "GitHub")]),
        ("github" + "あ" * 25 + "github", "GitHub" + "あ" * 25 + "GitHub",
         [("github", "GitHub"), ("github", "GitHub")]),
    ],
)  # fmt: skip
def test_words_that_changed(old: str, new: str, changes: list[tuple[str, str]]) -> None:
    found = changes_between(old, new)
    assert [(old[slice(*change.old)], new[slice(*change.new)]) for change in found] == changes


def test_a_short_line_is_shown_once_with_all_its_marks() -> None:
    old, new = ("github" + "あ" * 25 + "github。", "GitHub" + "あ" * 25 + "GitHub。")
    assert list(changed_lines([old], [new], 100)) == [
        "-" + old, " ^^^^^^" + " " * 50 + "^^^^^^",
        "+" + new, " ^^^^^^" + " " * 50 + "^^^^^^",
    ]  # fmt: skip


def test_each_change_of_a_long_line_has_its_window() -> None:
    old = f"{LONG}github{LONG}１{LONG}"
    new = f"{LONG}GitHub{LONG}{LONG}"
    lines = list(changed_lines([old], [new], 40))
    assert [line.strip() for line in lines] == [
        "-...きます。github長い段落の文が続き...", "^^^^^^",
        "+...きます。GitHub長い段落の文が続き...", "^^^^^^",
        "-...きます。１長い段落の文が続きます...", "^^",
        "+...続きます。長い段落の文が続きます...",
    ]  # fmt: skip
    assert max(map(cell_width, lines)) <= 40


def test_a_line_of_one_character_again_and_again_takes_no_time() -> None:
    """Compared pair by pair, it would take minutes."""
    old = "１" + "あ" * 40_000 + "２"
    new = "３" + "あ" * 40_000 + "４"
    assert changes_between(old, new) == [Change((0, 40_002), (0, 40_002))]


def test_lines_that_come_or_go_are_cut() -> None:
    assert list(changed_lines([], ["neu", LONG], 30)) == ["+neu", "+長い段落の文が続きます。長..."]
    assert list(changed_lines(["a", "b"], ["c"], 30)) == ["-a", "-b", "+c"]


@pytest.mark.parametrize(
    ("before", "after", "part"),
    [
        ("a\nb\nc", "a\nB\nc", (["b"], ["B"])),
        ("a\nb\n", "a\nbc\n", (["b"], ["bc"])),
        ("a", "b", (["a"], ["b"])),
        ("a\nb\nb\nc", "a\nb\nc", (["b", "c"], ["c"])),
        ("a\nb\nc\n", "a\nx\ny\nc\n", (["b"], ["x", "y"])),
    ],
)
def test_the_lines_from_the_first_to_the_last_difference(
    before: str, after: str, part: tuple[list[str], list[str]]
) -> None:
    assert changed_part(before, after) == part


def test_a_diff_with_lines_that_look_like_its_own() -> None:
    lines = ["--- a/x.md", "+++ b/x.md", "@@ -1,4 +1,4 @@", " ---", "--- a", "+-- b", "-@", "+@x", "\\ No newline at end of file"]  # fmt: skip
    assert list(drawn_diff(lines, 80)) == [
        "--- a/x.md", "+++ b/x.md", "@@ -1,4 +1,4 @@", " ---", "--- a", "    ^", "+-- b", "    ^",
        "-@", "+@x", "  ^", "\\ No newline at end of file",
    ]  # fmt: skip


def test_a_diff_of_line_ends_alone_shows_the_lines() -> None:
    lines = ["--- a/x.md", "+++ b/x.md", "@@ -1 +1 @@", "-a", "\\ No newline at end of file", "+a"]
    assert list(drawn_diff(lines, 80))[3:] == ["-a", "+a", "\\ No newline at end of file"]
