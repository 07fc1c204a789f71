"""`lintpost links --online` in a terminal: how far it is, and the table at the terminal's width."""

from pathlib import Path

import pytest

from tests.surveys.links.web import OK, Web, moved, slow, web
from tests.terminal.pseudo_terminal import Run, check_end, piped, run

__all__ = ["web"]
ONLINE = ("links", "--online", "--allow-private", "--delay", "0", "--max-age", "0")


@pytest.fixture
def folder(tmp_path: Path, web: Web, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with dead, moved and good links, one of them longer than a line."""
    long = "/長い" * 30
    web.pages |= {"/ok": OK, "/old": moved(301, "/ok")}
    links = [f"[a]({web.address}{path})" for path in ("/ok", "/old", "/gone", long)]
    (tmp_path / "lintpost.yml").write_text("lang: ja\nposts: [posts/]\n", encoding="utf-8")
    (tmp_path / "posts").mkdir()
    for number in range(8):
        text = "\n\n".join(links if number else [*links, f"[b]({web.address}/slow)"])
        (tmp_path / "posts" / f"{number}.md").write_text(text, encoding="utf-8")
    monkeypatch.setenv("LINTPOST_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


@pytest.mark.parametrize("columns", [80, 120])
def test_table(folder: Path, web: Web, columns: int) -> None:
    web.pages["/slow"] = slow(0.5)
    seen = run(*ONLINE, cwd=folder, columns=columns)
    check_end(seen, 1)
    assert seen.too_wide() == []
    assert seen.raw.startswith("\r問い合わせ中 0/5")
    screen = "\n".join(seen.screen())
    assert "問い合わせ中" not in screen
    assert f"リンク切れ    {web.address}/gone  404" in screen
    assert f"恒久的に移転  {web.address}/old  → {web.address}/ok" in screen
    assert "ほか3か所" in screen
    assert seen.screen()[-2] == "外部リンク先5件：リンク切れ2件、恒久的に移転1件、正常2件。"
    pipe = piped(*ONLINE, cwd=folder)
    assert "問い合わせ中" not in pipe
    assert pipe.count("posts/") == 24  # every place


def test_interrupted(folder: Path, web: Web) -> None:
    web.pages["/slow"] = slow(8)
    process = Run(*ONLINE, cwd=folder)
    process.wait_for("問い合わせ中 0/5")
    process.type("\x03")
    seen = process.finish()
    check_end(seen, 130)
    assert [line for line in seen.screen() if line] == ["interrupted"]
