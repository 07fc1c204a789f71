"""`lintpost check` in a terminal: the report is whole, and the progress line leaves nothing behind."""

from pathlib import Path

import pytest

from tests.terminal.conftest import Site
from tests.terminal.pseudo_terminal import Run, as_shown, check_end, piped, report_of, run

MANY = 150
FIRST = "\r検査中   0/150"
"""What the progress line begins with."""


WIDTHS = [80, pytest.param(120, marks=pytest.mark.slow)]


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("form", ["rich", "concise"])
def test_many_posts(japanese_site: Site, form: str, columns: int) -> None:
    """The first run and the second, from the cache, show what a run without a terminal prints."""
    folder = japanese_site(MANY)
    command = ("check", "--all", "--output-format", form)
    expected = as_shown(piped(*command, "--no-cache", cwd=folder, columns=columns), columns)
    for _ in ("cold", "warm"):
        seen = run(*command, cwd=folder, columns=columns)
        check_end(seen, 1)
        assert seen.raw.startswith(FIRST)
        assert (report_of(seen.screen()) if form == "rich" else seen.screen()) == expected
        if form == "rich":  # the other's lines are as long as their messages
            assert seen.too_wide() == []


@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": "1"}, {"LINTPOST_LANG": "en"}])
@pytest.mark.parametrize("columns", [80, 100, 120])
def test_the_shortlist_of_many_posts(
    japanese_site: Site, columns: int, variables: dict[str, str]
) -> None:
    """Five of each rule, then how many more there are; the same cold and warm, within the terminal."""
    folder = japanese_site(MANY)
    lang = "en" if variables.get("LINTPOST_LANG") else "ja"
    screens = []
    for _ in ("cold", "warm"):
        seen = run("check", "--lang", lang, cwd=folder, columns=columns, **variables)
        check_end(seen, 1)
        assert seen.too_wide() == []
        assert ("\x1b" in seen.raw) == ("NO_COLOR" not in variables)
        screens.append(seen.screen())
    assert screens[0] == screens[1]
    lines = screens[0]
    rules = ("bold/unrendered", "tags/unknown", "names/spelling")
    for rule in rules:
        assert sum(line.strip(" ◆").endswith(rule) for line in lines) == 5
        more = {
            "ja": f"  {rule} がほかに45件：`--select {rule}`",
            "en": f"  45 more of {rule}: `--select {rule}`",
        }
        assert more[lang] in lines
    assert "--fail-on" in "".join(line for line in lines if line)[-200:]


def test_many_posts_that_are_held_against_one_another(japanese_site: Site) -> None:
    """All posts are checked before the first finding is shown: the line counts them."""
    folder = japanese_site(MANY)
    command = ("check", "--select", "site,names", "--output-format", "concise")
    expected = as_shown(piped(*command, "--no-cache", cwd=folder, columns=80), 80)
    assert sum("site/title-template" in line for line in expected) == MANY // 3
    for _ in ("cold", "warm"):
        seen = run(*command, cwd=folder)
        check_end(seen, 1)
        assert seen.raw.startswith(FIRST)
        before = seen.raw[len(FIRST) : seen.raw.index("posts/000.md")]
        assert before.count(f"\r{' ' * 79}\r") == 1  # it is wiped once, when all are checked
        assert seen.screen() == expected


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("form", ["rich", "concise", "json"])
def test_many_posts_to_a_file(japanese_site: Site, form: str, columns: int) -> None:
    """The file is the pipe's output to the byte; the terminal shows the progress line, then nothing."""
    folder = japanese_site(MANY)
    command = ("check", "--output-format", form)
    expected = piped(*command, "--no-cache", cwd=folder)
    for _ in ("cold", "warm"):
        seen = run(*command, cwd=folder, columns=columns, stdout=folder / "report")
        check_end(seen, 1)
        assert (folder / "report").read_text(encoding="utf-8") == expected
        assert seen.raw.startswith(FIRST)
        assert seen.escapes == []
        assert seen.too_wide() == []
        assert seen.screen() == [""]


@pytest.mark.parametrize(
    "options", [["--all"], ["--statistics"], ["--output-format", "concise"], ["--output-format", "grouped"]]
)  # fmt: skip
def test_one_post(japanese_site: Site, options: list[str]) -> None:
    folder = japanese_site(1)
    seen = run("check", *options, cwd=folder)
    check_end(seen, 1)
    assert "検査中" not in seen.raw
    expected = as_shown(piped("check", *options, "--no-cache", cwd=folder, columns=80), 80)
    assert (report_of(seen.screen()) if options == ["--all"] else seen.screen()) == expected


@pytest.mark.parametrize("options", [["--statistics"], ["--output-format", "grouped"]])
def test_other_reports_with_progress(japanese_site: Site, options: list[str]) -> None:
    folder = japanese_site(MANY)
    seen = run("check", *options, cwd=folder)
    check_end(seen, 1)
    assert seen.raw.startswith(FIRST)
    expected = piped("check", *options, cwd=folder, columns=80)
    assert seen.screen() == as_shown(expected, 80)


@pytest.mark.parametrize(
    "options", [["--output-format", "json", "--no-site"], ["--quiet", "--color", "never", "--all"]]
)
def test_no_progress(japanese_site: Site, options: list[str]) -> None:
    """Not where it could come between two parts of a line, nor where it is not wanted."""
    folder = japanese_site(MANY)
    seen = run("check", *options, cwd=folder)
    check_end(seen, 1)
    assert seen.raw == piped("check", *options, cwd=folder, columns=80).replace("\n", "\r\n")


def test_no_progress_in_a_file(japanese_site: Site) -> None:
    """Standard error is what the line goes to, so that is what must be a terminal."""
    folder = japanese_site(MANY)
    seen = Run("check", cwd=folder, stderr=folder / "errors").finish()
    check_end(seen, 1)
    assert "検査中" not in seen.raw
    assert (folder / "errors").read_bytes() == b""


def test_only_posts_without_findings(japanese_site: Site) -> None:
    folder = japanese_site(0)
    for number in range(MANY):
        (folder / "posts" / f"{number:03}.md").write_text(
            "---\ntitle: 題\ntags: [半導体]\n---\n\n本文。\n", "utf-8"
        )
    seen = run("check", cwd=folder)
    check_end(seen, 0)
    assert seen.raw.startswith(FIRST)
    assert seen.screen() == ["150本の記事を検査しました。指摘はありません。", ""]


def test_no_colour(japanese_site: Site) -> None:
    """No escape code at all: the progress line does without them."""
    folder = japanese_site(MANY)
    expected = piped("check", "--no-cache", cwd=folder, columns=80)
    for _ in ("cold", "warm"):
        seen = run("check", "--all", cwd=folder, NO_COLOR="1")
        check_end(seen, 1)
        assert seen.raw.startswith(FIRST)
        assert "\x1b" not in seen.raw
        assert report_of(seen.screen()) == [line.rstrip() for line in expected.split("\n")]


def test_colour_that_is_asked_for(japanese_site: Site) -> None:
    folder = japanese_site(1)
    assert "\x1b[31m" in run("check", "--color", "always", cwd=folder, NO_COLOR="1").escapes
    assert "\x1b[31m" in run("check", cwd=folder).escapes
    assert "\x1b" not in run("check", "--color", "never", cwd=folder).raw


def test_a_dumb_terminal_gets_no_progress(japanese_site: Site) -> None:
    seen = run("check", cwd=japanese_site(MANY), TERM="dumb")
    check_end(seen, 1)
    assert "\r検査中" not in seen.raw


def test_a_narrow_terminal_gets_no_progress(japanese_site: Site, tmp_path: Path) -> None:
    """A line that the terminal breaks could not be wiped."""
    folder = japanese_site(MANY)
    for columns, shown in ((22, False), (23, True)):
        seen = run("check", cwd=folder, columns=columns, stdout=tmp_path / "report")
        check_end(seen, 1)
        assert ("検査中" in seen.raw) is shown
        assert seen.screen() == [""]


def test_errors_come_below_the_report(japanese_site: Site) -> None:
    folder = japanese_site(MANY)
    (folder / "posts" / "000.md").write_bytes(b"\xff\xfe\xff")
    seen = run("check", cwd=folder, columns=200)
    check_end(seen, 2)
    summary, _, error = [line for line in seen.screen() if line][-3:]
    assert summary.startswith("150本中49本の記事に196件の指摘があります")
    assert error.startswith("lintpost: posts/000.md: ")
