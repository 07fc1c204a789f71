"""`lintpost names`: what it prints and what it writes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import run_cli

CONFIG = "lang: en\nnames: names.yml\nposts: ['posts/**']\n"
NAMES = "names:\n  - {name: NVIDIA, kind: company}  # one\n  - Vantor\n"
POSTS = {
    "posts__a_md": "---\ntitle: NVIDIAの話\n---\n**Nvidia**とNVIDIAの**OpalGrid**。クラスターと`クラスタ`。[Opalgrid](https://example.com/)\n",
    "posts__b_md": "その**OpalGrid**とクラスター。そのMind SporeとMindSpore。\n\n[OpalGrid](/opal/)の話。社内クラスタ。\n",
    "posts__c_md": "このOpalgridとクラスターの話。「サンドボックス」の**サンドボックス**。この3Dと12GBと新しいGPU。\n",
}


@pytest.fixture
def house(site: Callable[..., Path]) -> Path:
    return site(lintpost_yml=CONFIG, names_yml=NAMES, **POSTS)


def _run(house: Path, *arguments: str, status: int = 0) -> str:
    done = run_cli("names", *arguments, cwd=house)
    assert done.returncode == status, done.stderr.decode()
    return done.stdout.decode() + done.stderr.decode()


def _json(house: Path, *arguments: str) -> dict[str, Any]:
    data = json.loads(_run(house, *arguments, "--output-format", "json"))
    assert (data["version"], data["posts"]) == (1, 3)
    return dict(data)


def test_list(house: Path) -> None:
    assert _json(house, "list")["names"] == [
        {
            "name": "NVIDIA",
            "kind": "company",
            "posts": 1,
            "mentions": 2,
            "bold": 1,
            "spellings": [{"text": "NVIDIA", "count": 2}, {"text": "Nvidia", "count": 1}],
        },
        {"name": "Vantor", "kind": "product", "posts": 0, "mentions": 0, "bold": 0, "spellings": []},
    ]  # fmt: skip
    lines = [line.rstrip() for line in _run(house, "list", "--all").splitlines()]
    assert lines == [
        "name    posts  mentions  bold  spellings",
        "NVIDIA      1         2   50%  NVIDIA 2  Nvidia 1",
        "Vantor      0         0",
        "",
        "1 of 2 names in 3 posts.",
    ]


def test_drift(house: Path) -> None:
    """The dictionary's names, code and links are left out; the majority of posts comes first."""
    found = _json(house, "drift")["words"]
    assert [(w["use"], w["others"]) for w in found] == [
        (
            {"text": "クラスター", "posts": 3, "count": 3},
            [{"text": "クラスタ", "posts": 1, "count": 1}],
        ),
        (
            {"text": "OpalGrid", "posts": 2, "count": 2},
            [{"text": "Opalgrid", "posts": 1, "count": 1}],
        ),
        (
            {"text": "Mind Spore", "posts": 1, "count": 1},
            [{"text": "MindSpore", "posts": 1, "count": 1}],
        ),
    ]
    shown = _run(house, "drift", "--lang", "ja")
    assert "クラスター" in shown
    assert "記事3本に、表記の揺れている語が3件あります。" in shown


def test_drift_is_kept_and_the_rule_holds_posts_to_it(house: Path) -> None:
    assert _run(house, "drift", "--save", "spellings.yml") == "Written: spellings.yml\n"
    text = (house / "spellings.yml").read_text(encoding="utf-8")
    assert text.splitlines()[2:] == [
        "spellings:",
        "  - {use: クラスター, not: [クラスタ]}",
        "  - {use: OpalGrid, not: [Opalgrid]}",
    ]
    assert _run(house, "drift", "--save", "spellings.yml") == "Nothing to change.\n"
    (house / "lintpost.yml").write_text(CONFIG + "spellings: spellings.yml\n", encoding="utf-8")
    done = run_cli("check", "--select", "names/drift", "--output-format", "concise", cwd=house)
    assert done.stdout.decode().splitlines()[:-1] == [
        "posts/a.md:4:46: warning names/drift “Opalgrid” is spelled “OpalGrid” in most posts. [*]",
        "posts/b.md:3:24: warning names/drift “クラスタ” is spelled “クラスター” in most posts. [*]",
        "posts/c.md:1:3: warning names/drift “Opalgrid” is spelled “OpalGrid” in most posts. [*]",
    ]


def test_discover(house: Path) -> None:
    found = _json(house, "discover", "--posts", "1")["candidates"]
    assert [(c["text"], c["posts"], c["bold"], c["quoted"]) for c in found] == [
        ("OpalGrid", 2, 2, 0),
        ("サンドボックス", 1, 1, 1),
        ("Mind Spore", 1, 0, 0),
    ]
    assert [c["others"] for c in found] == [
        [{"text": "Opalgrid", "posts": 1, "count": 1}],
        [],
        [{"text": "MindSpore", "posts": 1, "count": 1}],
    ]
    assert found[0]["path"] == "posts/a.md"
    shown = _run(house, "discover", "--posts", "1", "--limit", "1", "--output-format", "yaml")
    assert shown.startswith("names:\n  # 2 | **Nvidia**とNVIDIAの**OpalGrid**。")
    assert shown.endswith("\n  - OpalGrid\n")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("この**OpalGrid**と「OpalGrid」。", ["OpalGrid"]),
        ("このエッジAIと**オンデバイスAI**と「AIファースト」と**1Mトークン**。", []),
        ("この2250TFLOPSと**40TOPS**と8x7Bと3GHzと512GBとTFLOPS。", []),
        ("その1Passwordと3DMarkと23andMe。", ["1Password", "23andMe", "3DMark"]),
        ("このUpdateとMachine LearningとNVIDIA GPUとPart 2とAugust 2026。", []),
        ("このVantorと、**Machine Learning**とGPT-9 Pro。", ["Machine Learning", "GPT-9 Pro"]),
        ("このOpalGridサーバーとそのOpalGrid。", ["OpalGrid"]),
    ],
)
def test_what_is_no_candidate(site: Callable[..., Path], text: str, found: list[str]) -> None:
    house = site(lintpost_yml=CONFIG, names_yml=NAMES, posts__a_md=text, posts__b_md=text)
    done = _run(house, "discover", "--output-format", "json", "--posts", "2")
    assert [one["text"] for one in json.loads(done)["candidates"]] == found


def test_add_and_alias(house: Path) -> None:
    shown = _run(house, "add", "OpalGrid", "--owner", "NVIDIA", "--variant", "Opalgrid", "--diff")
    assert "+  - {name: OpalGrid, owner: NVIDIA, variants: [Opalgrid]}" in shown
    assert (house / "names.yml").read_text(encoding="utf-8") == NAMES
    assert _run(house, "add", "OpalGrid", "--kind", "service") == "Written: names.yml\n"
    assert _run(house, "alias", "NVIDIA", "エヌビディア") == "Written: names.yml\n"
    assert _run(house, "alias", "NVIDIA", "エヌビディア") == "Nothing to change.\n"
    assert (house / "names.yml").read_text(encoding="utf-8") == NAMES.replace(
        "company}", "company, accepted: [エヌビディア]}"
    ) + "  - {name: OpalGrid, kind: service}\n"


def test_what_cannot_be_done_is_said(house: Path) -> None:
    shown = _run(house, "alias", "Vantorr", "x", status=2)
    assert shown.endswith("names.yml:1:1: unknown name `Vantorr`; did you mean `Vantor`?\n")
    shown = _run(house, "add", "NVIDIA", status=2)
    assert "“NVIDIA” is listed under “NVIDIA” and under “NVIDIA”" in shown
    assert (house / "names.yml").read_text(encoding="utf-8") == NAMES
    (house / "lintpost.yml").write_text("lang: en\nextends: known-names\n", encoding="utf-8")
    shown = _run(house, "add", "X1", status=2)
    assert "there is no names.yml: write one with the line `names: []`" in shown
    (house / "names.yml").write_text("names: []\n", encoding="utf-8")
    (house / "lintpost.yml").write_text("lang: en\nnames: names.yml\n", encoding="utf-8")
    _run(house, "add", "X1")  # what the message asks for is enough
    assert _run(house, "list", "no-such", status=2).endswith("no-such: no such file or folder\n")
    shown = _run(house, "drift", "--save", "none/spellings.yml", status=2)
    assert "none/spellings.yml: cannot be written (No such file or directory)" in shown
