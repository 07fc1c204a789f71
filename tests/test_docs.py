"""What the documents say is so."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import jsonschema
import pytest
import yaml

from lintpost.checks import registry
from lintpost.checks.common.dates.generator_readers import Reader, Value, read, unknown_zone
from lintpost.checks.common.patterns.scopes import SCOPES, SECTION
from lintpost.checks.phrases import sequence
from lintpost.config.active import active_rules
from lintpost.config.dictionaries.tags_file import read_vocabularies
from lintpost.config.editor_schemas.names_schema import names_schema
from lintpost.config.editor_schemas.tags_schema import tags_schema
from lintpost.config.rule_states import rule_states
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.examples import run_examples
from lintpost.packs.builtin import load_pack, preset_path, rules_folder
from lintpost.packs.rule_file import read_rule
from lintpost.post.front_matter.yaml_tree import parse_yaml
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.name import Name
from lintpost.site.names import Names
from tests.conftest import ROOT, run_cli

FOLDERS = (ROOT, ROOT / "docs", ROOT / "bench", ROOT / "rules")
READERS: tuple[Reader, ...] = ("jekyll", "hugo", "zola", "astro", "zenn")
DOCS = sorted(path for folder in FOLDERS for path in folder.glob("*.md"))


def blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", path.read_text(encoding="utf-8"), re.M | re.S)


def test_what_is_generated_is_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "generate.py"), "--check"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_index_leaves_nothing_out() -> None:
    rules = ROOT / "rules"
    index = yaml.safe_load((rules / "index.yml").read_text(encoding="utf-8"))
    assert set(index["families"]) == {rule.split("/")[0] for rule in load_pack(rules_folder())}
    for folder in ("presets", "dictionaries"):
        assert set(index[folder]) == {path.stem for path in (rules / folder).glob("*.yml")}


def test_the_index_says_what_a_rule_waits_for() -> None:
    """Under `recommended` alone, the rules that are on but cannot run lack a key of lintpost.yml."""
    settings = load_settings(preset_path("recommended"), CliOverrides())
    on = {state.rule.name for state in rule_states(settings) if state.on}
    idle = on - {active.rule.name for active in active_rules(settings)}
    index = yaml.safe_load((ROOT / "rules" / "index.yml").read_text(encoding="utf-8"))
    keys = {"names", "tags", "terms", "spellings", "front-matter"}
    assert {rule for rule, key in index["waits-for"].items() if key in keys} == idle
    assert set(index["waits-for"]) <= on


@pytest.mark.parametrize("name", ["configuration.md", "configuration.ja.md"])
def test_the_configuration_that_is_shown_is_valid(tmp_path: Path, name: str) -> None:
    config, tags, names, policy = blocks(ROOT / "docs" / name, "yaml")
    shutil.copytree(ROOT / "examples" / "house-rules", tmp_path / "house-rules")
    texts = {"lintpost.yml": config, "tags.yml": tags, "names.yml": names}
    texts |= {"prh.yml": "rules: [Web]\n", "spellings.yml": "spellings: []\n"}
    for file, text in texts.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    settings = load_settings(str(tmp_path / "lintpost.yml"), CliOverrides())
    assert active_rules(settings)
    assert settings.site.names is not None
    (tmp_path / "policy.yml").write_text(policy, encoding="utf-8")
    assert active_rules(load_settings(str(tmp_path / "policy.yml"), CliOverrides()))


@pytest.mark.parametrize("name", ["tags.md", "tags.ja.md"])
def test_the_vocabulary_that_is_shown_is_valid(tmp_path: Path, name: str) -> None:
    (text,) = blocks(ROOT / "docs" / name, "yaml")
    (tmp_path / "tags.yml").write_text(text, encoding="utf-8")
    found = read_vocabularies(str(tmp_path / "tags.yml"))
    assert found["tags"].implied(found["tags"].tags["RAG"]) == ["LLM"]
    jsonschema.validate(yaml.safe_load(text), tags_schema())


@pytest.mark.parametrize("name", ["names.md", "names.ja.md"])
def test_the_dictionary_that_is_shown_is_valid(tmp_path: Path, name: str) -> None:
    names, prh, spellings = blocks(ROOT / "docs" / name, "yaml")
    (tmp_path / "prh").mkdir()
    texts = {
        "names.yml": names,
        "lintpost.yml": prh + spellings,
        "spellings.yml": "spellings: []\n",
    }
    texts |= {"prh/products.yml": "rules: [Web]\n", "prh/house-style.yml": "rules: [jQuery]\n"}
    for file, text in texts.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    settings = load_settings(str(tmp_path / "lintpost.yml"), CliOverrides())
    assert settings.site.names is not None
    assert {"Huawei", "RAG", "Web"} <= {name.name for name in settings.site.names.names}
    assert settings.site.terms is not None
    jsonschema.validate(json.loads(json.dumps(yaml.safe_load(names), default=str)), names_schema())


@pytest.mark.parametrize("name", ["names.md", "names.ja.md"])
def test_the_forms_that_are_shown_are_derived(name: str) -> None:
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    dictionary = Names([
        Name(each) for each in ("NVIDIA", "GitHub", "Ascend", "xAI", "ファーウェイ", "MindSpore", "GPT-4o", "Google アシスタント",
                                "ボストン・ダイナミクス", "サーバー")
    ])  # fmt: skip
    table = page[page.index("|---|") :].split("\n\n")[0]
    written = set(re.findall("`([^`]+)`", table)) - {"case: any"}
    found = {text for text in written if dictionary.mentions(Post(Source("x.md", text)))}
    assert written - found == {"ascend", "XAI"}


@pytest.mark.parametrize("name", ["front-matter.md", "front-matter.ja.md"])
def test_the_schema_that_is_shown_is_valid(tmp_path: Path, name: str) -> None:
    (text,) = blocks(ROOT / "docs" / name, "yaml")
    (tmp_path / "lintpost.yml").write_text(text, encoding="utf-8")
    (tmp_path / "schemas").mkdir()
    part = "$defs: {cover: {type: string}}"
    (tmp_path / "schemas" / "image.yml").write_text(part, encoding="utf-8")
    settings = load_settings(str(tmp_path / "lintpost.yml"), CliOverrides())
    assert active_rules(settings)
    assert settings.site.schema is not None
    assert settings.site.schema.order[0] == "layout"


@pytest.mark.parametrize("name", ["front-matter.md", "front-matter.ja.md"])
def test_what_is_said_of_yaml_is_so(name: str) -> None:
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+): ([^`]*)` \| ([^|]*) \| ([^|]*) \|$", page, re.M)
    assert len(rows) == 5
    for key, written, *said in rows:
        for version, words in zip(("1.1", "1.2"), said, strict=True):
            line = f"{key}: {written}"
            root, _, _ = parse_yaml(line, 0, len(line), version)
            assert root is not None
            value = str(root.value[key])
            assert value.lower() in words.lower(), (line, version, value)


@pytest.mark.parametrize("name", ["front-matter.md", "front-matter.ja.md"])
def test_what_is_said_of_dates_is_so(name: str) -> None:
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    rows = re.findall(r"^\| ((?:[^|`]*`[^`]*`)+) \|((?: [^|]* \|){5})$", page, re.M)
    assert len(rows) == 8
    for forms, words in rows:
        for form in re.findall("`([^`]*)`", forms):
            said = [word.strip() for word in words.rstrip("|").split("|")]
            for reader, word in zip(READERS, said, strict=True):
                value = Value(form, form, plain=True)
                is_read = read(value, reader) is not None and not unknown_zone(value, reader)
                assert is_read is (word in ("yes", "○")), (form, reader)


def test_the_check_that_contributors_are_shown_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [code] = blocks(ROOT / "CONTRIBUTING.md", "python")
    [rule] = blocks(ROOT / "CONTRIBUTING.md", "yaml")
    module = ModuleType("lintpost.checks.shown")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setitem(registry._MODULES, "heading-level", "shown")
    exec(code, module.__dict__)
    path = tmp_path / "heading-level.yml"
    path.write_text(rule, encoding="utf-8")
    document = read_rule(str(path))
    rules = {document.rule.name: document.rule}
    assert [failure.text.en for failure in run_examples(document, rules)] == []


@pytest.mark.parametrize("name", ["own-rules.md", "own-rules.ja.md"])
def test_the_rule_that_is_shown_holds(tmp_path: Path, name: str) -> None:
    shown = [text for text in blocks(ROOT / "docs" / name, "yaml") if "\nrule:" in text]
    assert len(shown) == 2
    for text in shown:
        path = tmp_path / "rule.yml"
        path.write_text(text, encoding="utf-8")
        document = read_rule(str(path))
        rules = {**load_pack(rules_folder()), document.rule.name: document.rule}
        assert [failure.text.en for failure in run_examples(document, rules)] == []


@pytest.mark.parametrize("name", ["own-rules.md", "own-rules.ja.md"])
def test_the_pattern_of_words_that_is_shown_is_valid(name: str) -> None:
    text = next(text for text in blocks(ROOT / "docs" / name, "yaml") if "check: sequence" in text)
    rule = yaml.safe_load(text)
    assert sequence.Options(rule["options"]).patterns[0]["needs"] == ["れる"]


@pytest.mark.parametrize("name", ["own-rules.md", "own-rules.ja.md"])
def test_the_checks_that_are_shown_have_these_options(name: str) -> None:
    """The table names every option of each check, and no other; `scope` has a table of its own."""
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| [^|]* \| ((?:[^|]|\\\|)*) \| [^|]* \|$", page, re.M)
    assert len(rows) == 11
    for check, options in rows:
        outer = re.sub(r"（[^（）]*）|\([^()]*\)", "", options)
        known = set(registry.find_check(check).options.known()) - {"scope", "mode"}
        assert set(re.findall("`([^`]+)`", outer)) - {"scope"} == known, check


@pytest.mark.parametrize("name", ["own-rules.md", "own-rules.ja.md"])
def test_the_scopes_that_are_shown_exist(name: str) -> None:
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    table = page[page.index("| scope |") :].split("\n\n")[0]
    named = {
        word for row in table.splitlines() for word in re.findall("`([^`]+)`", row.split("|")[1])
    }
    assert {word for word in named if not word.startswith("front-matter.")} == {*SCOPES, SECTION}


@pytest.mark.parametrize("name", ["json.md", "json.ja.md"])
def test_the_json_that_is_shown_is_what_comes_out(name: str) -> None:
    (text,) = blocks(ROOT / "docs" / name, "json")
    shown = json.loads(text)
    done = run_cli("check", "--output-format", "json", "--lang", "en", cwd=ROOT / "examples")
    report = json.loads(done.stdout)
    assert set(shown) == set(report)
    assert shown["findings"][0] in report["findings"]
    assert shown["summary"] == {**report["summary"], "by_rule": {"bold/first-mention": 3}}


@pytest.mark.parametrize("path", DOCS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(
        r"\]\(([^)#\s]+)\)",
        re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.M | re.S),
    ):
        if "://" not in target and not path.name.startswith("rules"):
            assert (path.parent / target).exists(), target


def test_the_report_that_the_readme_shows() -> None:
    from tests.terminal.pseudo_terminal import run  # not for Windows

    for name, lang in (("README.md", "en"), ("README.ja.md", "ja")):
        shown = blocks(ROOT / name, "text")[0].replace("─", "^").splitlines()
        options = ("--lang", lang, "--config", "examples/lintpost.yml")
        seen = run("check", *options, "examples/posts", cwd=ROOT, columns=100, NO_COLOR="1")
        lines = seen.screen()
        assert [line for line in shown if line not in lines] == []


def test_presets_are_valid() -> None:
    for preset in (ROOT / "rules" / "presets").glob("*.yml"):
        assert active_rules(load_settings(str(preset), CliOverrides()))
        assert yaml.safe_load(preset.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["gate.md", "gate.ja.md"])
def test_the_settings_of_the_gate_are_valid(tmp_path: Path, name: str) -> None:
    fixes, fail_on, _action, hugo = blocks(ROOT / "docs" / name, "yaml")
    path = tmp_path / "lintpost.yml"
    for text in (
        fixes,
        fail_on,
        hugo,
        fail_on.replace("# fail-on", "fail-on").replace("fail-on: warning", "lang: ja"),
    ):
        path.write_text(text, encoding="utf-8")
        assert active_rules(load_settings(str(path), CliOverrides()))


@pytest.mark.parametrize(
    "name",
    ["gate.md", "gate.ja.md", "names.md", "names.ja.md", "tags.md", "README.md", "README.ja.md"],
)
def test_the_options_that_are_shown_exist(name: str) -> None:
    """Every `lintpost …` line of the documents parses."""
    from lintpost.cli.parser import parse

    path = ROOT / name if name.startswith("README") else ROOT / "docs" / name
    text = path.read_text(encoding="utf-8")
    lines = [line.split("#")[0] for block in blocks(path, "sh") for line in block.splitlines()]
    lines += re.findall(r"`(lintpost [^`…]+)`", text)
    seen = 0
    for line in lines:
        words = shlex.split(line.split(">")[0].split("|")[0])
        if words[:1] != ["lintpost"] or any(
            word in ("--help",) or word.isupper() for word in words
        ):
            continue
        words = [word for word in words[1:] if not word.startswith("[")]
        parse(words, "en")
        seen += 1
    assert seen >= 3
