"""The lifecycle and the errors of the protocol, to the letter."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from lintpost.version import __version__
from tests.server.client import Client

pytestmark = pytest.mark.own_server


def _code(answer: dict) -> int:
    return answer["error"]["code"]


def test_initialize_says_what_the_server_can(client: Client) -> None:
    result = client.initialize()
    assert result["serverInfo"] == {"name": "lintpost", "version": __version__}
    assert result["capabilities"]["positionEncoding"] == "utf-16"
    assert result["capabilities"]["textDocumentSync"]["change"] == 2
    assert "diagnosticProvider" not in result["capabilities"]


@pytest.mark.parametrize(
    ("offered", "chosen"),
    [
        (["utf-8", "utf-16"], "utf-8"),
        (["utf-32", "utf-16"], "utf-32"),
        (["utf-7", "utf-16"], "utf-16"),
        (["utf-7"], "utf-16"),
        ("utf-8", "utf-16"),
    ],
)
def test_the_first_encoding_that_is_known_is_taken(
    client: Client, offered: object, chosen: str
) -> None:
    result = client.initialize(general={"positionEncodings": offered})
    assert result["capabilities"]["positionEncoding"] == chosen


def test_pull_is_offered_to_those_who_pull(client: Client) -> None:
    result = client.initialize(textDocument={"diagnostic": {}})
    assert result["capabilities"]["diagnosticProvider"]["interFileDependencies"] is True


def test_requests_before_initialize_are_refused(client: Client) -> None:
    answer = client.answer(client.start("textDocument/hover", {}))
    assert _code(answer) == -32002
    assert _code(client.answer(client.start("shutdown"))) == -32002
    client.notify("textDocument/didOpen", {"textDocument": {}})
    assert "capabilities" in client.initialize()


def test_initialize_comes_once(client: Client) -> None:
    client.initialize()
    assert client.request("initialize", {"capabilities": {}})["code"] == -32600


@pytest.mark.parametrize("params", [None, [], {}, {"capabilities": None}, {"rootUri": 3}])
def test_initialize_takes_what_there_is(client: Client, params: object) -> None:
    assert "capabilities" in client.request("initialize", params)


def test_unknown_methods(client: Client) -> None:
    client.initialize()
    assert _code(client.answer(client.start("textDocument/nothing", {}))) == -32601
    assert _code(client.answer(client.start("$/nothing"))) == -32601
    client.notify("$/nothing", {})
    client.notify("textDocument/nothing", {})
    assert client.end() == 0
    assert client.log == b""


def test_what_is_no_message(client: Client) -> None:
    client.send_bytes(b"Content-Length: 3\r\n\r\n{]}")
    answer = client.wait(lambda message: message.get("id", 0) is None)
    assert _code(answer) == -32700
    for data in (b"[]", b'"x"', b'{"id": [1], "method": "x"}', b'{"id": 7}', b'{"method": 1}'):
        seen = len(client.received)
        client.send_bytes(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        assert _code(client.wait(lambda _: True, seen)) == -32600
    assert "capabilities" in client.initialize()


@pytest.mark.parametrize(
    "header", [b"Content-Length: x\r\n\r\n", b"Length: 2\r\n\r\n", b"Content-Length: -5\r\n\r\n"]
)
def test_broken_headers(client: Client, header: bytes) -> None:
    client.send_bytes(header)
    assert _code(client.wait(lambda message: message.get("id", 0) is None)) == -32700
    assert "capabilities" in client.initialize()


def test_other_headers_are_let_pass(client: Client) -> None:
    content = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {}})
    kind = "Content-Type: application/vscode-jsonrpc; charset=utf-8"
    client.send_bytes(f"{kind}\r\ncontent-length: {len(content)}\r\n\r\n{content}".encode())
    assert "result" in client.answer(1)


def test_invalid_parameters(client: Client) -> None:
    client.initialize()
    for params in (None, {}, {"textDocument": {"uri": 3}}, {"textDocument": {"uri": "file:///x"}}):
        assert client.request("textDocument/hover", params)["code"] == -32602
    uri = client.open("untitled:a", "Text.\n")
    document = {"uri": uri}
    for position in (None, {}, {"line": -1, "character": 0}, {"line": "0", "character": 0}):
        params = {"textDocument": document, "position": position}
        assert client.request("textDocument/hover", params)["code"] == -32602
    assert client.log == b""


def test_string_ids(client: Client) -> None:
    client.initialize()
    client.send({"id": "a-1", "method": "shutdown"})
    assert client.answer("a-1") == {"jsonrpc": "2.0", "id": "a-1", "result": None}


def test_nothing_is_done_after_shutdown(client: Client) -> None:
    client.initialize()
    assert client.request("shutdown") is None
    assert client.request("textDocument/hover", {})["code"] == -32600
    client.notify("exit")
    assert client.process.wait(10) == 0


def test_exit_ends_though_standard_input_is_open(client: Client) -> None:
    client.initialize()
    client.notify("exit")
    assert client.process.wait(10) == 1
    assert not client.process.stdin.closed


def test_exit_before_initialize(client: Client) -> None:
    client.notify("exit")
    assert client.process.wait(10) == 1


def test_exit_ends_a_server_that_is_busy(client: Client, tmp_path: Path) -> None:
    client.initialize(tmp_path)
    (tmp_path / "lintpost.yml").write_text("extends: strict\n")
    client.open(tmp_path / "a.md", "これは長い**文章**です。とても、とても長い。\n\n" * 40_000)
    time.sleep(1.0)
    started = time.monotonic()
    client.notify("exit")
    assert client.process.wait(10) == 1
    assert time.monotonic() - started < 8


def test_all_at_once(client: Client) -> None:
    """What was asked before `exit` is answered though the server has read on."""
    client.send({"id": 1, "method": "initialize", "params": {"capabilities": {}}})
    client.send({"method": "initialized", "params": {}})
    client.send({"id": 2, "method": "shutdown"})
    client.send({"method": "exit"})
    assert client.process.wait(10) == 0
    assert [client.answer(id)["id"] for id in (1, 2)] == [1, 2]


def test_a_client_that_closes_the_stream_is_gone(client: Client) -> None:
    client.initialize()
    client.process.stdin.close()
    assert client.process.wait(10) == 1


def test_a_client_that_ends_within_a_message_is_gone(client: Client) -> None:
    client.send_bytes(b"Content-Length: 100\r\n\r\n{")
    client.process.stdin.close()
    assert client.process.wait(10) == 1


def test_the_death_of_the_clients_process_ends_the_server(client: Client) -> None:
    parent = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    client.request("initialize", {"processId": parent.pid, "capabilities": {}})
    time.sleep(0.3)
    assert client.process.poll() is None
    parent.kill()
    parent.wait()
    assert client.process.wait(10) == 1


def test_cancelled_requests(client: Client, tmp_path: Path) -> None:
    client.initialize(tmp_path)
    uri = client.open(tmp_path / "a.md", "Some text here.\n\n" * 20_000)
    ids = [client.start("textDocument/hover", client.at(uri, 0, 0)) for _ in range(3)]
    client.notify("$/cancelRequest", {"id": ids[2]})
    client.notify("$/cancelRequest", {"id": 999})
    client.notify("$/cancelRequest", None)
    answers = [client.answer(id) for id in ids]
    assert "result" in answers[0]
    assert "result" in answers[2] or _code(answers[2]) == -32800
    assert len({answer["id"] for answer in answers}) == 3


def test_what_is_printed_goes_to_standard_error(start: Callable[..., Client]) -> None:
    """The streams of the protocol are its own: neither a print nor a child process can break it."""
    code = (
        "import os; from lintpost.server import serve, language_server\n"
        "old = language_server.LanguageServer.take\n"
        "def take(self, *a, **k):\n"
        "    print('stray'); os.system('echo child'); old(self, *a, **k)\n"
        "language_server.LanguageServer.take = take\n"
        "from lintpost.config.run_settings import CliOverrides\n"
        "raise SystemExit(serve.serve(CliOverrides()))"
    )
    content = b'{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {}}'
    ran = subprocess.run(
        [sys.executable, "-c", code],
        input=b"Content-Length: %d\r\n\r\n%b" % (len(content), content),
        capture_output=True,
        timeout=20,
        env=os.environ,
    )
    assert ran.stdout.startswith(b"Content-Length: ")
    assert b"stray" not in ran.stdout
    assert b"child" not in ran.stdout
    assert b"stray" in ran.stderr
    assert b"child" in ran.stderr
