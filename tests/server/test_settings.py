"""Changes of settings are seen at once in every open post, and faults stand where they are."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from lintpost.server.documents.addresses import uri_of
from tests.conftest import run_cli
from tests.server.client import Client
from tests.server.conftest import write_house
from tests.server.fresh import fresh, plain

POST = "---\ntitle: A\ndate: 2026-05-01\ntags: [law, odd]\n---\n\nMiraSoft and **Hoshi **here.\n"
CONFIG = "lang: en\ntags: tags.yml\nnames: names.yml\n"
FILES = {
    "lintpost.yml": CONFIG,
    "tags.yml": "tags: [law]\n",
    "names.yml": "names:\n  - {name: Mira Soft, variants: [Mirasoft]}\n",
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    write_house(tmp_path, FILES)
    return tmp_path


def _write(path: Path, text: str) -> None:
    """Write a file so that its time tells that it changed."""
    path.write_text(text)


def _watched(client: Client, path: Path, kind: int = 2) -> None:
    changes = [{"uri": uri_of(str(path)), "type": kind}]
    client.notify("workspace/didChangeWatchedFiles", {"changes": changes})


CHANGES = [
    ("lintpost.yml", CONFIG + "rules: {bold/*: off}\n"),
    ("lintpost.yml", CONFIG + "lang: ja\n".replace("lang: ja\n", "")),
    ("lintpost.yml", CONFIG.replace("en", "ja")),
    ("tags.yml", "tags: [law, odd]\n"),
    ("names.yml", "names: [MiraSoft]\n"),
    ("names.yml", "names: [MiraSoft, Hoshi]\n"),
]


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize(("name", "text"), CHANGES)
def test_changes_on_the_disk(client: Client, house: Path, name: str, text: str, told: bool) -> None:
    """Whether the client watches files or not."""
    client.initialize(house)
    paths = [house / "a.md", house / "b.md"]
    uris = [client.open(path, POST) for path in paths]
    for uri in uris:
        client.last(uri)
    _write(house / name, text)
    if told:
        _watched(client, house / name)
    for path, uri in zip(paths, uris, strict=True):
        wanted = fresh(path, POST)
        assert client.becomes(uri, wanted) == wanted


@pytest.mark.parametrize(("name", "text"), CHANGES)
def test_changes_in_open_buffers(client: Client, house: Path, name: str, text: str) -> None:
    """What is typed counts before it is saved, and no more once it is thrown away."""
    client.initialize(house)
    uri = client.open(house / "a.md", POST)
    before = client.last(uri)
    buffer = client.open(house / name, FILES[name], "yaml")
    client.change(buffer, text)
    found = plain(client.last(uri))
    client.close(buffer)
    assert client.last(uri) == before
    (house / name).write_text(text)
    assert found == fresh(house / "a.md", POST)


def test_a_pack_and_a_schema(client: Client, house: Path) -> None:
    pack = house / "pack" / "own"
    pack.mkdir(parents=True)
    rule = (
        "rule: own/word\ncheck: existence\nseverity: warning\noptions: {tokens: [here]}\n"
        "title: {en: T, ja: T}\nmessage: {en: M, ja: M}\nwhy: {en: W, ja: W}\n"
        "examples:\n  - bad: here\n    at: here\n"
    )
    (pack / "word.yml").write_text(rule)
    (house / "schema.yml").write_text("required: [title]\n")
    (house / "lintpost.yml").write_text(CONFIG + "packs: [pack]\nfront-matter: schema.yml\n")
    client.initialize(house)
    path = house / "a.md"
    uri = client.open(path, POST)
    assert "own/word" in [one["code"] for one in client.last(uri)]
    (pack / "word.yml").write_text(rule.replace("[here]", "[there]"))
    wanted = fresh(path, POST)
    assert client.becomes(uri, wanted) == wanted
    (house / "schema.yml").write_text("required: [title, author]\n")
    wanted = fresh(path, POST)
    found = client.becomes(uri, wanted)
    assert found == wanted
    assert any("author" in one["message"] for one in found)
    buffer = client.open(pack / "word.yml", rule, "yaml")
    assert "own/word" in [one["code"] for one in client.last(uri)]
    client.change(buffer, rule.replace("existence", "existance"))
    (fault,) = client.last(buffer)
    assert fault["range"]["start"] == {"line": 1, "character": 7}
    assert "own/word" in [one["code"] for one in client.last(uri)], "the last good one goes on"


BROKEN = [
    ("lintpost.yml", CONFIG + "rules: {bold/spam: off}\n", (3, 19), "bold/spam"),
    ("lintpost.yml", CONFIG + "rulez: {}\n", (3, 0), "rulez"),
    ("lintpost.yml", CONFIG + "x: [\n", (3, 3), "bracket"),
    ("lintpost.yml", CONFIG + "rules: {tags/count: {maxx: 2}}\n", (3, 21), "maxx"),
    ("lintpost.yml", CONFIG.replace("tags.yml", "nothing.yml"), (1, 6), "nothing.yml"),
    ("tags.yml", "tags: [law, Law]\n", (0, 12), "Law"),
    ("names.yml", "names:\n  - {nam: A}\n", (1, 5), "nam"),
]


@pytest.mark.parametrize("in_buffer", [True, False])
@pytest.mark.parametrize(("name", "text", "place", "word"), BROKEN)
def test_a_broken_file(
    client: Client,
    house: Path,
    name: str,
    text: str,
    place: tuple[int, int],
    word: str,
    in_buffer: bool,
) -> None:
    client.initialize(house)
    uri = client.open(house / "a.md", POST)
    good = client.last(uri)
    assert good
    if in_buffer:
        broken = client.open(house / name, FILES[name], "yaml")
        version = client.change(broken, text)
        (fault,) = client.published(broken, version=version)
    else:
        broken = uri_of(str(house / name))
        (house / name).write_text(text)
        (fault,) = client.published(broken)
    assert fault["severity"] == 1
    assert (fault["range"]["start"]["line"], fault["range"]["start"]["character"]) == place
    assert word in fault["message"]
    assert client.last(uri) == good, "the last good one goes on"
    changed = POST.replace("Hoshi ", "Hoshi")
    version = client.change(uri, changed)
    assert client.published(uri, version=version) != good
    seen = len(client.received)
    if in_buffer:
        client.change(broken, FILES[name])
    else:
        (house / name).write_text(FILES[name])
    assert client.published(broken, seen) == []
    wanted = fresh(house / "a.md", changed)
    assert client.becomes(uri, wanted) == wanted


def test_broken_from_the_start(client: Client, house: Path) -> None:
    """Nothing is looked for by rules that nobody chose; once mended, it goes on."""
    (house / "lintpost.yml").write_text(CONFIG + "rulez: {}\n")
    client.initialize(house)
    config = uri_of(str(house / "lintpost.yml"))
    assert "rulez" in client.published(config)[0]["message"]
    uri = client.open(house / "a.md", POST)
    assert client.published(uri) == []
    (house / "lintpost.yml").write_text(CONFIG)
    wanted = fresh(house / "a.md", POST)
    assert client.becomes(uri, wanted) == wanted
    assert client.last(config) == []


def test_a_fault_in_an_override(client: Client, house: Path) -> None:
    config = CONFIG + "overrides:\n  - posts: [b.md]\n    rules: {tags/count: {maxx: 1}}\n"
    (house / "lintpost.yml").write_text(config)
    client.initialize(house)
    uri = client.open(house / "a.md", POST)
    assert client.last(uri)
    client.open(house / "b.md", POST)
    (fault,) = client.published(uri_of(str(house / "lintpost.yml")))
    assert fault["range"]["start"]["line"] == 5


def test_a_nearer_configuration_comes_and_goes(client: Client, house: Path) -> None:
    client.initialize(house)
    (house / "sub").mkdir()
    path = house / "sub" / "a.md"
    uri = client.open(path, POST)
    before = client.last(uri)
    (house / "sub" / "lintpost.yml").write_text("lang: en\n")
    _watched(client, house / "sub" / "lintpost.yml", 1)
    found = plain(client.last(uri))
    assert found == fresh(path, POST)
    assert found != plain(before)
    os.remove(house / "sub" / "lintpost.yml")
    _watched(client, house / "sub" / "lintpost.yml", 3)
    assert client.last(uri) == before


def test_a_file_that_a_rule_asks_for(client: Client, house: Path) -> None:
    (house / "images").mkdir()
    text = POST.replace("title: A", "title: A\nimage: /images/a.png")
    (house / "a.md").write_text(text)
    client.initialize(house)
    uri = client.open(house / "a.md", text)
    assert any("a.png" in one["message"] for one in client.last(uri))
    (house / "images" / "a.png").write_bytes(b"x")
    _watched(client, house / "images" / "a.png", 1)
    assert not any("a.png" in one["message"] for one in client.last(uri))


def test_watchers_are_registered(start: Callable[..., Client], house: Path) -> None:
    client = start()
    client.initialize(house, workspace={"didChangeWatchedFiles": {"dynamicRegistration": True}})
    asked = client.wait(lambda message: message.get("method") == "client/registerCapability")
    (registration,) = asked["params"]["registrations"]
    assert registration["method"] == "workspace/didChangeWatchedFiles"
    client.send({"id": asked["id"], "result": None})
    assert client.end() == 0


def test_pulled_faults(client: Client, house: Path) -> None:
    client.initialize(
        house,
        textDocument={"diagnostic": {}},
        workspace={"diagnostics": {"refreshSupport": True}},
    )
    uri = client.open(house / "a.md", POST)
    buffer = client.open(house / "lintpost.yml", CONFIG, "yaml")
    params = {"textDocument": {"uri": buffer}}
    assert client.request("textDocument/diagnostic", params)["items"] == []
    client.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
    seen = len(client.received)
    client.change(buffer, CONFIG + "rules: {bold/*: off}\n")
    client.wait(lambda m: m.get("method") == "workspace/diagnostic/refresh", seen)
    report = client.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
    assert not any(one["code"].startswith("bold/") for one in report["items"])
    client.change(buffer, CONFIG + "rulez: {}\n")
    assert len(client.request("textDocument/diagnostic", params)["items"]) == 1


def test_a_baseline(client: Client, house: Path) -> None:
    """What is known is shown as little as ``lintpost check`` shows it, and its file is seen to change."""
    path = house / "a.md"
    path.write_text(POST)
    ran = run_cli("baseline", "create", cwd=house)
    assert ran.returncode == 0, ran.stderr
    client.initialize(house)
    uri = client.open(path, POST)
    assert client.last(uri) == [] == fresh(path, POST)
    text = POST + "\nAnd **Hoshi **there.\n"
    version = client.change(uri, text)
    found = plain(client.published(uri, version=version))
    assert found == fresh(path, text)
    assert found
    (house / "lintpost-baseline.jsonl").write_text("")
    wanted = fresh(path, text)
    assert client.becomes(uri, wanted) == wanted
    (house / "lintpost-baseline.jsonl").unlink()
    (fault,) = client.last(uri_of(str(house / "lintpost.yml")), quiet=1.5)
    assert "baseline" in fault["message"]
