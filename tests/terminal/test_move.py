"""`lintpost move` in a terminal: what changes is marked, at the terminal's width."""

from pathlib import Path

from tests.engine.moving.sites import read, write
from tests.engine.moving.test_generators import HUGO, HUGO_AFTER
from tests.terminal.pseudo_terminal import check_end, run

ARGUMENTS = ("move", "content/posts/old.md", "content/notes/new.md", "--lang", "ja")


def test_diff(tmp_path: Path) -> None:
    folder = write(tmp_path, HUGO)
    seen = run(*ARGUMENTS, "--diff", cwd=folder)
    check_end(seen, 0)
    assert seen.too_wide() == []
    screen = seen.screen()
    assert "rename to content/notes/new.md" in screen
    assert "-[a](/posts/old/)" in screen
    assert "+[a](/notes/new/)" in screen
    assert read(folder) == HUGO


def test_move(tmp_path: Path) -> None:
    folder = write(tmp_path, HUGO)
    seen = run(*ARGUMENTS, cwd=folder)
    check_end(seen, 0)
    assert seen.screen()[:3] == [
        "移動：content/posts/old.md → content/notes/new.md",
        "リンク11件を書き換えました（変更した記事3本）。",
        "lintpost: リダイレクトを加えました（aliases）：/posts/old/ → /notes/new/",
    ]
    assert read(folder) == HUGO_AFTER
