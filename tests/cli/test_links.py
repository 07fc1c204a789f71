"""`lintpost links`: what it prints, what it keeps, and its exit status."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from lintpost.surveys.links.known import KnownAddresses
from lintpost.surveys.links.verdict import Verdict
from tests.conftest import run_cli
from tests.surveys.links.web import OK, Web, moved, web

__all__ = ["web"]
ONLINE = ("links", "--online", "--allow-private", "--delay", "0")
Site = Callable[..., Path]


def written(site: Site, web: Web, **more: str) -> Path:
    """A site with a link of each kind."""
    web.pages |= {"/ok": OK, "/old": moved(301, "/ok"), "/no": (403, {}, b"")}
    root = web.address
    text = f"---\nlink: {root}/ok\n---\n[a]({root}/gone) [b]({root}/old#x)\n\n![c]({root}/no)\n"
    files = {"posts__a_md": text, "posts__b_md": f"[a]({root}/gone)\n", **more}
    return site(lintpost_yml="posts: [posts/]\n", **files)


def test_table(site: Site, web: Web) -> None:
    folder = written(site, web)
    done = run_cli(*ONLINE, "--lang", "en", cwd=folder)
    assert (done.returncode, done.stderr) == (1, b"")
    port = web.server_address[1]
    assert [" ".join(line.split()) for line in done.stdout.decode().splitlines()] == [
        f"dead http://127.0.0.1:{port}/gone 404",
        "posts/a.md:4",
        "posts/b.md:1",
        f"moved for good http://127.0.0.1:{port}/old#x → http://127.0.0.1:{port}/ok#x",
        "posts/a.md:4",
        f"not known http://127.0.0.1:{port}/no 403",
        "posts/a.md:6",
        "",
        "4 external addresses: 1 dead, 1 moved for good, 1 not known, 1 fine.",
    ]
    japanese = run_cli(*ONLINE, "--lang", "ja", cwd=folder).stdout.decode()
    assert "外部リンク先4件：リンク切れ1件、恒久的に移転1件、確認できず1件、正常1件。" in japanese


def test_json(site: Site, web: Web) -> None:
    folder = written(site, web)
    done = run_cli(*ONLINE, "--output-format", "json", cwd=folder)
    assert done.returncode == 1
    root = web.address
    nothing = {"reason": None, "detail": None, "new": None}
    assert json.loads(done.stdout) == {
        "version": 1,
        "total": 4,
        "links": [
            {"address": f"{root}/gone", "state": "dead", "status": 404, **nothing, "reason": "status",
             "places": [place("a", 4, 5), place("b", 1, 5)]},
            {"address": f"{root}/old#x", "state": "moved", "status": 200, **nothing, "new": f"{root}/ok#x",
             "places": [place("a", 4, len(root) + 16)]},
            {"address": f"{root}/no", "state": "unknown", "status": 403, **nothing, "reason": "status",
             "places": [place("a", 6, 6)]},
            {"address": f"{root}/ok", "state": "ok", "status": 200, **nothing, "places": [place("a", 2, 7)]},
        ],
    }  # fmt: skip


def place(post: str, line: int, column: int) -> dict[str, object]:
    return {"path": f"posts/{post}.md", "line": line, "column": column}


def test_without_online_nobody_is_asked(site: Site, web: Web) -> None:
    folder = written(site, web)
    done = run_cli("links", "posts/b.md", cwd=folder)
    assert done.returncode == 0
    assert done.stdout.decode() == f"{web.address}/gone\n  posts/b.md:1\n"
    listed = run_cli("links", "posts/b.md", "--output-format", "json", cwd=folder)
    assert json.loads(listed.stdout)["links"] == [
        {"address": f"{web.address}/gone", "places": [place("b", 1, 5)]}
    ]
    run_cli("check", cwd=folder)
    assert web.requests == []


def test_private_hosts_are_not_asked_by_default(site: Site, web: Web) -> None:
    folder = written(site, web)
    done = run_cli("links", "--online", "--lang", "en", cwd=folder)
    assert done.returncode == 0
    assert "4 external addresses: 4 not asked." in done.stdout.decode()
    assert web.requests == []


def test_good_answers_are_kept(site: Site, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written(site, web)
    monkeypatch.setenv("LINTPOST_CACHE_DIR", str(folder / "cache"))
    first = run_cli(*ONLINE, cwd=folder)
    assert {one for one in web.seen if "/ok" in one or "/old" in one} == {"HEAD /ok", "HEAD /old"}
    web.requests.clear()
    assert run_cli(*ONLINE, cwd=folder).stdout == first.stdout
    assert {one.split()[1] for one in web.seen} == {"/gone", "/no"}
    web.requests.clear()
    web.pages["/ok"] = (410, {}, b"")
    changed = run_cli(*ONLINE, "--max-age", "0", "--lang", "en", cwd=folder).stdout.decode()
    assert "3 dead" in changed
    assert "3 dead" in run_cli(*ONLINE, "--lang", "en", cwd=folder).stdout.decode()
    run_cli("clean", cwd=folder)
    assert list((folder / "cache").iterdir()) == []


def test_the_age_of_answers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LINTPOST_CACHE_DIR", str(tmp_path))
    now = time.time()
    fine = Verdict("ok", 200)
    KnownAddresses(7).save({"http://a.jp/": fine, "http://b.jp/": Verdict("dead", 404, "status")})
    assert KnownAddresses(7).get("http://a.jp/") == fine
    assert KnownAddresses(7).get("http://b.jp/") is None
    for days, known in ((6.9, True), (7.1, False), (-1, False)):  # a clock that was set back, too
        monkeypatch.setattr(time, "time", lambda days=days: now + days * 86_400)
        assert (KnownAddresses(7).get("http://a.jp/") is not None) == known
    monkeypatch.undo()
    monkeypatch.setenv("LINTPOST_CACHE_DIR", str(tmp_path))
    for file in tmp_path.iterdir():
        file.write_bytes(b"[1,[")
    assert KnownAddresses(7).get("http://a.jp/") is None


@pytest.mark.parametrize(("arguments", "message"), [
    (["--jobs", "0"], "--jobs must be 1 or more"),
    (["--jobs", "65"], "--jobs must be 64 or less"),
    (["--timeout", "0"], "--timeout must be 1 or more"),
    (["--max-age", "-1"], "--max-age must be 0 or more"),
    (["--delay", "x"], "--delay needs a whole number, not `x`"),
    (["nowhere.md"], "nowhere.md: no such file or folder"),
])  # fmt: skip
def test_wrong_usage(site: Site, web: Web, arguments: list[str], message: str) -> None:
    done = run_cli(*ONLINE, *arguments, "--lang", "en", cwd=written(site, web))
    assert done.returncode == 2
    assert message in done.stderr.decode()
    assert web.requests == []


def test_a_post_that_cannot_be_read(site: Site, web: Web) -> None:
    folder = written(site, web)
    (folder / "posts" / "c.md").write_bytes(b"\xff\xfe\xff")
    done = run_cli(*ONLINE, "--lang", "en", cwd=folder)
    assert done.returncode == 2
    assert "posts/c.md" in done.stderr.decode()
    assert "1 dead" in done.stdout.decode()


def test_posts_without_links(site: Site) -> None:
    folder = site(lintpost_yml="posts: [posts/]\n", posts__a_md="A\n")
    done = run_cli("links", "--online", "--lang", "en", cwd=folder)
    assert (done.returncode, done.stdout) == (0, b"No external addresses.\n")
    assert run_cli("links", cwd=folder).stdout == b""
    assert os.listdir(folder / "posts") == ["a.md"]
