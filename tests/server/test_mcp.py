"""The Model Context Protocol: with the SDK's client, and byte by byte."""

import json
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

from tests.conftest import run_cli

CONFIG = """\
lang: en
tags: tags.yml
names: names.yml
front-matter:
  required: [title]
  properties: {title: {type: string, description: What readers see.}}
"""
FILES = {
    "lintpost.yml": CONFIG,
    "tags.yml": "tags: [{name: law, aliases: [legal], description: Of the land.}, science]\n",
    "names.yml": "names:\n  - {name: Mira Soft, variants: [Mirasoft2]}\n",
    "a.md": "---\ntitle: A\ntags: [law, odd]\n---\n\nMiraSoft and **Hoshi **here. A legal text on law.\n",
    "b.md": "---\ntitle: B\ntags: [science]\n---\n\nOf science.\n",
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "site" / ".git").mkdir(parents=True)
    for name, text in FILES.items():
        (tmp_path / "site" / name).write_text(text)
    (tmp_path / "outside.md").write_text(FILES["a.md"])
    return tmp_path / "site"


@asynccontextmanager
async def _session(house: Path) -> AsyncIterator[ClientSession]:
    server = StdioServerParameters(
        command=sys.executable, args=["-m", "lintpost", "mcp", "--root", str(house)]
    )
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        yield session


async def _call(session: ClientSession, tool: str, **arguments: Any) -> dict[str, Any]:
    result = await session.call_tool(tool, arguments)
    dumped = result.model_dump(by_alias=True)
    assert not dumped["isError"], dumped
    return dumped["structuredContent"]


async def _fails(session: ClientSession, tool: str, **arguments: Any) -> str:
    dumped = (await session.call_tool(tool, arguments)).model_dump(by_alias=True)
    assert dumped["isError"]
    return dumped["content"][0]["text"]


@pytest.mark.asyncio
async def test_the_tools_with_the_sdk(house: Path) -> None:
    """What comes back fits the schemas: the SDK's client checks that, too."""
    async with _session(house) as session:
        tools = {tool.name: tool for tool in (await session.list_tools()).tools}
        assert list(tools) == [
            "check", "explain", "house_style", "suggest_tags", "find_name", "fix",
        ]  # fmt: skip
        found = await _call(session, "check", path="a.md")
        ran = run_cli("check", "a.md", "--output-format", "json", cwd=house)
        wanted = json.loads(ran.stdout)["findings"]
        assert [(f["rule"], f["line"], f["column"], f["message"]) for f in found["findings"]] == [
            (f["rule"], f["start"]["line"], f["start"]["column"], f["message"]) for f in wanted
        ]
        assert found["findings"][0]["text"] == "odd"
        text = FILES["a.md"].replace("MiraSoft", "Mira Soft")
        again = await _call(session, "check", text=text, path="drafts/new.md")
        assert len(again["findings"]) == len(found["findings"]) - 1
        style = await _call(session, "house_style")
        assert [tag["tag"] for tag in style["tags"]] == ["law", "science"]
        assert style["front_matter"][0]["required"] is True
        assert style["names"] == [
            {"name": "Mira Soft", "accepted": [], "variants": ["Mirasoft2"]},
        ]
        page = await _call(session, "explain", rule="bold/span")
        assert page["on"] is True
        assert "# bold/span" in page["page"]
        (tag,) = (await _call(session, "suggest_tags", text="A legal matter of law. Law!"))["tags"]
        assert (tag["tag"], tag["times"], tag["because"]) == ("law", 3, ["law", "legal"])
        assert (await _call(session, "suggest_tags", path="b.md"))["tags"] == []
        (name,) = (await _call(session, "find_name", query="mirasoft2"))["names"]
        assert (name["name"], name["match"]) == ("Mira Soft", "wrong")


@pytest.mark.asyncio
async def test_fix(house: Path) -> None:
    async with _session(house) as session:
        fixed = await _call(session, "fix", path="a.md")
        assert fixed["written"] is False
        assert "+Mira Soft and" in fixed["diff"]
        assert (house / "a.md").read_text() == FILES["a.md"]
        fixed = await _call(session, "fix", path="a.md", write=True)
        assert fixed["written"] is True
        assert (house / "a.md").read_text() == fixed["text"] != FILES["a.md"]
        assert "`write`" in await _fails(session, "fix", text="a", path="a.md", write=True)


@pytest.mark.asyncio
async def test_what_is_refused(house: Path) -> None:
    (house / "link.md").symlink_to(house.parent / "outside.md")
    outside = (house.parent / "outside.md").read_text()
    async with _session(house) as session:
        for path in ("../outside.md", str(house.parent / "outside.md"), "link.md", "/etc/passwd"):
            for tool, more in (("check", {}), ("fix", {"write": True})):
                assert "outside of" in await _fails(session, tool, path=path, **more)
        assert "no such file" in await _fails(session, "check", path="nothing.md")
        assert "max-file-size" in await _fails(session, "check", text="a" * 50_000_000)
        assert "bold/span" in await _fails(session, "explain", rule="bold/spam")
        assert "text" in await _fails(session, "check", txt="a")
        assert "give `text` or `path`" in await _fails(session, "check")
        assert "NUL" in await _fails(session, "check", text="a\0b")
    assert (house.parent / "outside.md").read_text() == outside


@pytest.mark.asyncio
async def test_dictionaries_are_read_anew(house: Path) -> None:
    async with _session(house) as session:
        before = await _call(session, "check", path="a.md")
        assert "tags/unknown" in [one["rule"] for one in before["findings"]]
        (house / "tags.yml").write_text("tags: [law, odd]\n")
        after = await _call(session, "check", path="a.md")
        assert "tags/unknown" not in [one["rule"] for one in after["findings"]]
        (house / "tags.yml").write_text("tags: [law\n")
        assert "tags.yml:1:7" in await _fails(session, "check", path="a.md")
        (house / "tags.yml").write_text("tags: [law, odd]\n")
        assert await _call(session, "check", path="a.md") == after


@pytest.mark.asyncio
async def test_other_posts_are_read_anew(house: Path) -> None:
    """What they are changes the findings of rules over the whole site."""
    (house / "lintpost.yml").write_text(f"{CONFIG}rules: {{site/same-title: on}}\n")
    text = FILES["b.md"].replace("title: B", "title: The same title")
    async with _session(house) as session:
        for content, found in ((None, False), (text, True), (FILES["a.md"], False), (text, True)):
            if content is not None:
                (house / "c.md").write_text(content)
            checked = await _call(session, "check", text=text, path="d.md")
            rules = [one["rule"] for one in checked["findings"]]
            assert ("site/same-title" in rules) is found
        (house / "c.md").unlink()
        checked = await _call(session, "check", text=text, path="d.md")
        assert "site/same-title" not in [one["rule"] for one in checked["findings"]]


class _Raw:
    """A client that sends lines."""

    def __init__(self, house: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "lintpost", "mcp"],
            cwd=house, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def send(self, line: bytes) -> None:
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def request(self, id: int, method: str, params: Any = None) -> dict[str, Any]:
        self.send(
            json.dumps({"jsonrpc": "2.0", "id": id, "method": method, "params": params}).encode()
        )
        return self.read()

    def read(self) -> dict[str, Any]:
        return json.loads(self.process.stdout.readline())


@pytest.fixture
def raw(house: Path) -> Any:
    client = _Raw(house)
    yield client
    client.process.kill()
    client.process.wait()
    client.process.stdout.close()
    client.process.stderr.close()


def test_the_protocol_byte_by_byte(raw: _Raw) -> None:
    assert raw.request(1, "tools/list")["error"]["code"] == -32600
    assert raw.request(2, "ping")["result"] == {}
    result = raw.request(3, "initialize", {"protocolVersion": "2025-03-26"})["result"]
    assert result["protocolVersion"] == "2025-03-26"
    assert (
        raw.request(4, "initialize", {"protocolVersion": "1"})["result"]["protocolVersion"]
        == "2025-06-18"
    )
    raw.send(b'{"jsonrpc": "2.0", "method": "notifications/initialized"}')
    raw.send(b"{]")
    assert raw.read()["error"]["code"] == -32700
    raw.send(b"[]")
    assert raw.read()["error"]["code"] == -32600
    assert raw.request(5, "resources/list")["error"]["code"] == -32601
    error = raw.request(6, "tools/call", {"name": "chek"})["error"]
    assert error["code"] == -32602
    assert "did you mean check" in error["message"]
    for tool in raw.request(7, "tools/list")["result"]["tools"]:
        for schema in (tool["inputSchema"], tool["outputSchema"]):
            jsonschema.Draft202012Validator.check_schema(schema)
    raw.process.stdin.close()
    assert raw.process.wait(10) == 0


def test_fifty_calls_at_once(raw: _Raw) -> None:
    raw.request(1, "initialize", {})
    params = {"name": "check", "arguments": {"path": "a.md"}}
    started = time.monotonic()
    for id in range(100, 150):
        message = {"jsonrpc": "2.0", "id": id, "method": "tools/call", "params": params}
        raw.send(json.dumps(message).encode())
    answers = [raw.read() for _ in range(50)]
    assert sorted(answer["id"] for answer in answers) == list(range(100, 150))
    assert len({json.dumps(answer["result"]) for answer in answers}) == 1
    assert time.monotonic() - started < 30


def test_the_root_must_be_a_folder(house: Path) -> None:
    ran = run_cli("mcp", "--root", str(house / "nothing"), LINTPOST_LANG="en")
    assert ran.returncode == 2
    assert b"no such folder" in ran.stderr
