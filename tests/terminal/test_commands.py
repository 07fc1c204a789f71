"""Every other command that draws: in a terminal it shows what it prints into a pipe, at its width."""

import re
from pathlib import Path

import pytest

from tests.terminal.conftest import POST, Site
from tests.terminal.pseudo_terminal import Run, as_shown, check_end, piped, report_of, run

TABLES = (
    "check --statistics",
    "rules",
    "bold",
    "tags list",
    "tags drift",
    "names list",
    "names drift",
    "images",
    "plugins",
    "baseline show",
    "suppressions list",
    "trend history.jsonl",
)


@pytest.mark.parametrize("command", TABLES)
def test_tables(japanese_site: Site, command: str) -> None:
    folder = japanese_site(2)
    (folder / "posts" / f"{'図' * 40}.png").write_bytes(b"")
    status = 1 if command.startswith(("check", "images")) else 0
    if command == "baseline show":
        piped("baseline", "create", cwd=folder)
    if command.startswith("trend"):
        piped("dashboard", "--history", "history.jsonl", cwd=folder)
    for columns in (120, 80):
        seen = run(*command.split(), cwd=folder, columns=columns)
        check_end(seen, status)
        assert seen.too_wide() == []
        expected = piped(*command.split(), cwd=folder, columns=columns)
        assert seen.screen() == [line.rstrip() for line in expected.split("\n")]
    plain = run(*command.split(), cwd=folder, NO_COLOR="1")
    check_end(plain, status)
    assert plain.raw == expected.replace("\n", "\r\n")


@pytest.mark.parametrize("columns", [80, 120])
def test_the_page_of_a_rule(japanese_site: Site, columns: int) -> None:
    """It is drawn in a terminal, and Markdown elsewhere."""
    folder = japanese_site(1)
    seen = run("rule", "bold/unrendered", cwd=folder, columns=columns)
    check_end(seen, 0)
    assert seen.too_wide() == []
    page = piped("rule", "bold/unrendered", cwd=folder)
    assert page.startswith("# ")
    title = page.splitlines()[0].removeprefix("# ")
    assert any(title in line for line in seen.screen())
    plain = run("rule", "bold/unrendered", cwd=folder, columns=columns, NO_COLOR="1")
    check_end(plain, 0)
    assert plain.raw == page.replace("\n", "\r\n")


def test_init_of_many_posts_shows_how_far_it_is(japanese_site: Site) -> None:
    """The line is wiped before the report, and a pipe gets none of it."""
    folder = japanese_site(150)
    options = ("init", "--force", "--lang", "ja")
    seen = run(*options, cwd=folder)
    check_end(seen, 0)
    assert seen.raw.startswith("\r読み取り中   0/150")
    assert not any("読み取り中" in line for line in seen.screen())
    assert re.search(r"検査中 +[1-9]\d*/150", seen.raw)
    assert "読み取り中" not in piped(*options, cwd=folder)


@pytest.mark.parametrize("command", ["check --fix", "check --fix-only", "baseline create"])
def test_fixes_and_a_baseline_of_many_posts_show_how_far_they_are(
    japanese_site: Site, command: str
) -> None:
    folder = japanese_site(150)
    seen = run(*command.split(), cwd=folder)
    assert "\r検査中   0/150" in seen.raw
    assert not any("検査中" in line for line in seen.screen())


def test_a_dashboard_of_many_posts_shows_how_far_it_is(japanese_site: Site) -> None:
    folder = japanese_site(150)
    seen = run("dashboard", cwd=folder)
    check_end(seen, 0)
    assert seen.raw.startswith("\r検査中   0/150")
    assert "\r読み取り中   0/150" in seen.raw
    assert [line for line in seen.screen() if line] == ["書き出し：health.html"]
    assert piped("dashboard", cwd=folder) == "書き出し：health.html\n"


@pytest.mark.parametrize("posts", [1, pytest.param(150, marks=pytest.mark.slow)])
def test_diff(japanese_site: Site, posts: int) -> None:
    """What changes is marked, in a window on the line; a pipe gets what `git apply` takes."""
    folder = japanese_site(posts)
    seen = run("check", "--diff", cwd=folder)
    check_end(seen, 1)
    assert seen.too_wide() == []
    assert seen.screen()[6:9] == [
        "-ここは**「太字」**の文です。幅の広い文字が続いて、端末の一行には収まらない長...",
        "       ^^^^^^^^^^^^",
        "+ここは「**太字**」の文です。幅の広い文字が続いて、端末の一行には収まらない長...",
    ]
    assert (
        "\n+ここは「**太字**」の文です。幅の広い文字が続いて、端末の一行には収まらない長さの段落に"
        in piped("check", "--diff", cwd=folder)
    )


@pytest.mark.parametrize("posts", [1, pytest.param(150, marks=pytest.mark.slow)])
def test_fix(japanese_site: Site, posts: int) -> None:
    """The same report as in a pipe, and the same posts."""
    folder, other = japanese_site(posts), japanese_site(posts)
    seen = run("check", "--fix", "--all", cwd=folder)
    check_end(seen, 1)
    assert report_of(seen.screen()) == as_shown(piped("check", "--fix", cwd=other, columns=80), 80)
    assert "「**太字**」" in (folder / "posts" / "000.md").read_text(encoding="utf-8")
    assert texts(folder) == texts(other)


@pytest.mark.parametrize(("keys", "written", "shown"), [
    (["y", "y", "n"], ["「**太字**」", "**github**"], "2件を修正しました。"),
    (["y\n", "Ｙ", "\nn"], ["「**太字**」", "**github**"], "2件を修正しました。"),
    (["y", "?", "\x1b[A", "q"], ["「**太字**」", "\ngithub"], "1件を修正しました。"),
    (["y", "\x03"], ["「**太字**」", "\ngithub"], "1件を修正しました。"),
    (["y", "\x04"], ["「**太字**」", "\ngithub"], "1件を修正しました。"),
    (["\x03"], ["**「太字」**", "\ngithub"], "0件を修正しました。"),
])  # fmt: skip
def test_answers_that_are_typed(
    japanese_site: Site, keys: list[str], written: list[str], shown: str
) -> None:
    folder = japanese_site(1)
    process = Run("fix", "--interactive", cwd=folder)
    for number, key in enumerate(keys, 1):
        process.wait_for(rf"(?s)(?:\[\?\]: .*){{{number}}}")
        process.type(key)
    seen = process.finish()
    check_end(seen, 0)
    assert seen.too_wide() == []
    assert seen.screen()[-2:] == [shown, ""]
    assert re.findall(r"(\d+)件中(\d+)件目", seen.raw)[:2] == [("3", "1"), ("3", "2")][: len(keys)]
    text = (folder / "posts" / "000.md").read_text(encoding="utf-8")
    assert [part for part in written if part in text] == written


def test_init(japanese_site: Site) -> None:
    folder, other = japanese_site(3), japanese_site(3)
    for name in ("lintpost", "names", "tags"):
        (folder / f"{name}.yml").unlink()
        (other / f"{name}.yml").unlink()
    seen = run("init", cwd=folder)
    check_end(seen, 0)
    assert seen.raw == piped("init", cwd=other, columns=80).replace("\n", "\r\n")
    assert (folder / "lintpost.yml").read_bytes() == (other / "lintpost.yml").read_bytes()


@pytest.mark.parametrize("posts", [1, pytest.param(150, marks=pytest.mark.slow)])
def test_watch(japanese_site: Site, posts: int) -> None:
    """It draws anew after a change, and Ctrl-C ends it in good order."""
    folder = japanese_site(posts)
    process = Run("check", "--watch", "--all", cwd=folder)
    process.wait_for("変更を待っています")
    (folder / "posts" / "000.md").write_text(POST.format("新しい"), encoding="utf-8")
    process.wait_for("(?s)(?:変更を待っています.*){2}")
    process.type("\x03")
    seen = process.finish()
    check_end(seen, 0)
    assert set(re.findall("\x1b\\[[0-9]*[JH]", seen.raw)) == {"\x1b[2J", "\x1b[3J", "\x1b[H"}
    shown = seen.screen()
    expected = as_shown(piped("check", "--no-cache", cwd=folder, columns=80), 80)
    assert report_of(shown)[:-1] == expected[:-1]
    assert re.fullmatch(r"\d\d:\d\d:\d\d 変更を待っています（Ctrl-Cで終了）。", shown[-2])
    assert shown[-1] in ("^C", "")


def texts(folder: Path) -> dict[str, str]:
    """The posts of a site."""
    return {path.name: path.read_text("utf-8") for path in (folder / "posts").iterdir()}
