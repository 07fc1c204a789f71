"""``lintpost serve`` over HTTP: who may ask, and what is answered."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.conftest import ROOT, run_cli

POST = "---\ntitle: 題\n---\n\nこれは**「太字」**です。\n"
FIXED = POST.replace("**「太字」**", "「**太字**」")


class Served(NamedTuple):
    """A running server, its port and token, and the folder of its site."""

    port: int
    token: str
    folder: Path
    process: "subprocess.Popen[str]"

    def request(
        self, method: str, path: str, body: bytes | None = None, **headers: str
    ) -> tuple[int, bytes]:
        """The status and the body of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, named)
        answer = connection.getresponse()
        return answer.status, answer.read()

    def ask(self, path: str, **data: Any) -> tuple[int, Any]:
        """The answer to a question of the page."""
        status, body = self.request(
            "POST", path, json.dumps(data).encode(), X_Lintpost_Token=self.token
        )
        return status, json.loads(body)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("site")
    (folder / "posts").mkdir()
    (folder / "lintpost.yml").write_text("posts: [posts/]\nlang: ja\nnames: names.yml\n", "utf-8")
    (folder / "names.yml").write_text("names: [GitHub]\n", "utf-8")
    (folder / "secret.md").write_text("# secret\n", "utf-8")
    for name in ("a.md", "b.md"):
        (folder / "posts" / name).write_text(POST, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "lintpost", "serve", "--no-browser"],
        cwd=folder, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert process.stdout is not None
    address = process.stdout.readline()
    assert process.stdout.readline() == "Ctrl-C で終了します。\n"
    match = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\?token=([\w-]{32})\n", address)
    assert match
    yield Served(int(match[1]), match[2], folder, process)
    process.send_signal(signal.SIGINT)
    assert process.wait(10) == 0
    assert process.stdout.read() == ""


def test_nobody_without_the_token_is_answered(served: Served) -> None:
    right = {"X_Lintpost_Token": served.token}
    assert served.request("GET", "/")[0] == 403
    assert served.request("GET", "/?token=wrong")[0] == 403
    assert served.request("GET", f"/?token={served.token}")[0] == 200
    assert served.request("GET", f"/?token={served.token}", Host="evil.example")[0] == 403
    assert served.request("POST", "/posts", b"{}")[0] == 403
    assert served.request("POST", "/posts", b"{}", X_Lintpost_Token="é")[0] == 403
    assert (
        served.request("POST", "/posts", b"{}", Host=f"evil.example:{served.port}", **right)[0]
        == 403
    )
    assert served.request("POST", "/posts", b"{}", **right) == (
        200,
        b'{"posts": ["posts/a.md", "posts/b.md"]}',
    )
    assert served.request("GET", "/../lintpost.yml")[0] == 404


def test_a_text_is_checked_as_the_command_does(served: Served) -> None:
    status, answer = served.ask("/check", text=POST, post="posts/a.md")
    assert status == 200
    assert answer["html"].endswith(
        '<p>これは<mark class="error" data-n="0">**「太字」**</mark>です。</p>'
    )
    done = run_cli("check", "posts/a.md", "--output-format", "json", cwd=served.folder)
    expected = json.loads(done.stdout)["findings"]
    found = [
        {key: value for key, value in one.items() if key != "title"} for one in answer["findings"]
    ]
    assert [{**one, "path": "posts/a.md"} for one in found] == expected
    assert answer["findings"][0]["title"] == "太字にならずに残る「**」"
    assert answer["errors"] == []
    english = served.ask("/check", text=POST, post="", lang="en")[1]
    assert "will not be bold" in english["findings"][0]["message"]
    assert english["findings"][0]["title"] == "Bold that shows as asterisks"


def test_fixes_one_and_all(served: Served) -> None:
    assert served.ask("/fix", text=POST, post="", number=0) == (200, {"text": FIXED})
    assert served.ask("/fix", text=POST, post="") == (200, {"text": FIXED})
    refused = (409, {"error": "この修正はここでは適用できません"})
    assert served.ask("/fix", text=FIXED, post="", number=0) == refused
    assert served.ask("/fix", text=POST, post="", number=-1) == refused


def test_a_post_is_opened_and_saved_and_no_other_file(served: Served) -> None:
    path = served.folder / "posts" / "b.md"
    assert served.ask("/open", post="posts/b.md") == (200, {"text": POST})
    assert served.ask("/save", post="posts/b.md", before=POST, after=FIXED) == (200, {})
    assert path.read_text("utf-8") == FIXED
    status, answer = served.ask("/save", post="posts/b.md", before=POST, after="")
    assert (status, path.read_text("utf-8")) == (409, FIXED)
    assert answer["error"] == "検査中にほかで変更されたため、書き換えませんでした"
    for name in ("secret.md", "../x.md", str(path), "posts/../secret.md", "lintpost.yml", ""):
        assert served.ask("/open", post=name) == (409, {"error": "その記事はありません"})
        assert served.ask("/save", post=name, before="", after="x")[0] == 409
    assert (served.folder / "secret.md").read_text("utf-8") == "# secret\n"


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b'"x"', b"{}", b'{"post": 1, "text": ""}', b'{"post": "", "text": null}',
     b'{"post": "", "text": "", "number": "1"}', b'{"post": "", "text": "\\ud800"}', b"[" * 100_000, b"\xff"],
)  # fmt: skip
def test_what_is_malformed_is_said_to_be(served: Served, body: bytes) -> None:
    status, answer = served.request("POST", "/fix", body, X_Lintpost_Token=served.token)
    assert (status, json.loads(answer)) == (400, {"error": "このページからの要求ではありません"})
    assert served.ask("/nothing", post="", text="")[0] == 400


def test_what_is_too_large_is_refused(served: Served) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=20)
    connection.putrequest("POST", "/check")
    connection.putheader("X-Lintpost-Token", served.token)
    connection.putheader("Content-Length", str(50_000_000))
    connection.endheaders()
    assert connection.getresponse().status == 413
    assert served.ask("/posts")[0] == 200


def test_an_edit_of_the_dictionary_is_seen_and_a_fault_named(served: Served) -> None:
    text = "---\ntitle: 題\n---\n\nGitHubとオープンエーアイの話です。\n"

    def rules() -> set[str]:
        return {one["rule"] for one in served.ask("/check", text=text, post="")[1]["findings"]}

    names = served.folder / "names.yml"
    assert "names/spelling" not in rules()
    names.write_text("names: [GitHub, {name: OpenAI, variants: [オープンエーアイ]}]\n", "utf-8")
    assert "names/spelling" in rules()
    names.write_text("names: [\n", "utf-8")
    status, answer = served.ask("/check", text=text, post="")
    assert status == 409
    assert "names.yml:" in answer["error"]
    names.write_text("names: [GitHub]\n", "utf-8")
    assert "names/spelling" not in rules()


def test_a_port_that_is_taken(served: Served) -> None:
    done = run_cli(
        "serve", "--no-browser", "--port", str(served.port), "--lang", "en", cwd=served.folder
    )
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"lintpost: port {served.port} cannot be used")
