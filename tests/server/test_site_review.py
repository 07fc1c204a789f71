"""Findings of rules over the whole site: in a second publication, and the same as ``lintpost check``'s."""

from pathlib import Path

import pytest

from lintpost.server.documents.addresses import uri_of
from tests.server.client import Client
from tests.server.fresh import fresh, plain

CONFIG = "lang: en\nrules: {site/same-title: on}\n"


def _post(title: str, more: str = "") -> str:
    return f"---\ntitle: {title}\ndate: 2026-05-01\n---\n\nA text.{more}\n"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "lintpost.yml").write_text(CONFIG)
    for number in range(60):
        (tmp_path / f"{number}.md").write_text(_post(f"Report number {number}"))
    return tmp_path


def _is_same_title(diagnostics: list) -> bool:
    return any(one["code"] == "site/same-title" for one in diagnostics)


def _is_no_same_title(diagnostics: list) -> bool:
    return not _is_same_title(diagnostics)


def test_findings_over_the_site_follow(client: Client, house: Path) -> None:
    client.initialize(house, textDocument={"publishDiagnostics": {"relatedInformation": True}})
    path = house / "new.md"
    uri = client.open(path, _post("Report number 7"))
    wanted = fresh(path, _post("Report number 7"))
    assert client.becomes(uri, wanted) == wanted
    found = client.last(uri)
    (same,) = [one for one in found if one["code"] == "site/same-title"]
    assert same["relatedInformation"][0]["location"]["uri"] == uri_of(str(house / "7.md"))
    text = _post("Report number 7", " More.")
    version = client.change(uri, text)
    assert plain(client.published(uri, version=version)) == fresh(path, text), "known by now"
    other = _post("Report number 8")
    client.change(uri, other)
    wanted = fresh(path, other)
    assert client.becomes(uri, wanted) == wanted
    client.change(uri, _post("Something else"))
    assert not _is_same_title(client.awaited(uri, _is_no_same_title))


def test_comments_for_rules_over_the_site(client: Client, house: Path) -> None:
    client.initialize(house)
    for title in ("Report number 7", "Something else"):
        comment = "\n\n<!-- lintpost-disable-file site/same-title -->"
        text = _post(title, comment).replace("A text.", "A text.\n\n" + comment.strip())
        uri = client.open(house / "new.md", text)
        wanted = fresh(house / "new.md", text)
        assert client.becomes(uri, wanted) == wanted
        client.close(uri)


def test_other_posts_change_on_the_disk(client: Client, house: Path) -> None:
    client.initialize(house)
    uri = client.open(house / "new.md", _post("Another title"))
    assert not _is_same_title(client.awaited(uri, _is_no_same_title))
    (house / "7.md").write_text(_post("Another title"))
    changes = [{"uri": uri_of(str(house / "7.md")), "type": 2}]
    client.notify("workspace/didChangeWatchedFiles", {"changes": changes})
    assert _is_same_title(client.awaited(uri, _is_same_title))


def test_posts_come_and_go_on_the_disk(client: Client, house: Path) -> None:
    client.initialize(house)
    path, text = house / "new.md", _post("Another title")
    uri = client.open(path, text)
    assert not _is_same_title(client.awaited(uri, _is_no_same_title))
    for kind in (1, 3):
        if kind == 1:
            (house / "same.md").write_text(text)
        else:
            (house / "same.md").unlink()
        changes = [{"uri": uri_of(str(house / "same.md")), "type": kind}]
        client.notify("workspace/didChangeWatchedFiles", {"changes": changes})
        wanted = fresh(path, text)
        assert client.becomes(uri, wanted) == wanted
        assert any(one["code"] == "site/same-title" for one in wanted) is (kind == 1)


def test_the_rule_is_switched_off_in_a_buffer(client: Client, house: Path) -> None:
    client.initialize(house)
    uri = client.open(house / "new.md", _post("Report number 7"))
    assert _is_same_title(client.awaited(uri, _is_same_title))
    config = client.open(house / "lintpost.yml", CONFIG, "yaml")
    client.change(config, CONFIG.replace("on}", "off}"))
    assert not _is_same_title(client.awaited(uri, _is_no_same_title))
    client.change(config, CONFIG)
    assert _is_same_title(client.awaited(uri, _is_same_title))


def test_pulled_findings_over_the_site(client: Client, house: Path) -> None:
    client.initialize(
        house,
        textDocument={"diagnostic": {}},
        workspace={"diagnostics": {"refreshSupport": True}},
    )
    text = _post("Report number 7")
    uri = client.open(house / "new.md", text)
    params = {"textDocument": {"uri": uri}}
    report = client.request("textDocument/diagnostic", params)
    if not _is_same_title(report["items"]):
        client.wait(lambda message: message.get("method") == "workspace/diagnostic/refresh")
        report = client.request("textDocument/diagnostic", params)
    assert plain(report["items"]) == fresh(house / "new.md", text)
    assert _is_same_title(report["items"])
