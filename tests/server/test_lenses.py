"""Code lenses: off by default; reading time and how many posts have each tag."""

from pathlib import Path
from typing import Any

import pytest

from lintpost.server.documents.addresses import uri_of
from tests.server.client import Client

pytestmark = pytest.mark.own_server
POST = "---\ntitle: 😀A\ntags: [law, 科学]\n---\n\n" + "字" * 1200 + "\n"
FILES = {
    "lintpost.yml": "lang: en\ntags: tags.yml\n",
    "tags.yml": "tags: [law, 科学]\n",
    "a.md": POST,
    "b.md": "---\ntitle: B\ntags: [law]\n---\n\nText.\n",
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def _start(client: Client, house: Path, **options: Any) -> dict[str, Any]:
    params = {"rootUri": uri_of(str(house)), "capabilities": {}, "initializationOptions": options}
    result = client.request("initialize", params)
    client.notify("initialized", {})
    return result["capabilities"]


def _lenses(client: Client, uri: str) -> list[tuple[int, str]]:
    found = client.request("textDocument/codeLens", {"textDocument": {"uri": uri}})
    return [(one["range"]["start"]["line"], one["command"]["title"]) for one in found]


def test_they_are_off_by_default(client: Client, house: Path) -> None:
    assert "codeLensProvider" not in _start(client, house)


@pytest.mark.parametrize(
    ("lang", "lenses"),
    [
        ("en", [(0, "2 min to read, 1,200 characters"), (2, "law: 2 posts · 科学: 1 post")]),
        ("ja", [(0, "約2分で読めます（1,200字）"), (2, "law：2本 · 科学：1本")]),
    ],
)
def test_reading_time_and_tags(client: Client, house: Path, lang: str, lenses: list) -> None:
    (house / "lintpost.yml").write_text(FILES["lintpost.yml"].replace("en", lang))
    assert _start(client, house, codeLens=True)["codeLensProvider"] == {"resolveProvider": False}
    assert _lenses(client, client.open(house / "a.md", POST)) == lenses
    assert _lenses(client, client.open(house / "lintpost.yml", FILES["lintpost.yml"], "yaml")) == []
    (time,) = _lenses(client, client.open(house / "c.md", "Text.\n"))
    assert time[0] == 0
