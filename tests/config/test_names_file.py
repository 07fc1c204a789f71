"""names.yml: what is read, what is refused and where, and changes that keep its style."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml

from lintpost.config.dictionaries.names_edits import NamesText
from lintpost.config.dictionaries.names_file import read_names
from lintpost.config.editor_schemas.names_schema import names_schema
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.files.settings_error import SettingsError
from lintpost.post.source import Source
from lintpost.site.name import Name
from tests.conftest import ROOT

FULL = """\
defaults: {kind: company, bold: any}
names:
  - Borealis
  - name: Vantor
    kind: product
    owner: [ボレアリス, Sun]
    accepted: [ヴァンター]
    variants: [バンター, /van+tor/i]
    gloss: "{ja}（{en}）"
    bold: first-mention
    case: exact
    not-after: [Mount]
    not-before: 山
    since: 2026-01-02
    until: "2026-03-04"
    renamed-to: Borealis
    link: /vantor/
  - {name: Sun, accepted: ボレアリス}
"""


def test_every_key(site: Callable[..., Path]) -> None:
    names, terms = read_names(str(site(names_yml=FULL) / "names.yml"))
    assert terms is None
    assert names == [
        Name("Borealis", "company", bold="any"),
        Name(
            "Vantor", "product", ("ヴァンター",), ("バンター", "/van+tor/i"), "first-mention", "exact",
            ("Sun", "Sun"), ("Mount",), ("山",), date(2026, 1, 2), date(2026, 3, 4), "Borealis",
            "{ja}（{en}）", "/vantor/",
        ),
        Name("Sun", "company", ("ボレアリス",), bold="any"),
    ]  # fmt: skip
    assert names[1].glossed == "ヴァンター（Vantor）"


ERRORS = [
    ("names: [{name: A, kind: produkt}]", "1:25: `produkt` is not one of product, company, model, technology, service, person, event, other"),
    ("names: [{name: A, varients: [B]}]", "1:19: unknown key `varients`; did you mean `variants`?"),
    ("names: [{name: A, variants: [/(/]}]", "1:30: not a regular expression: missing ) at position 1"),
    ("names: [{name: A, until: soon, renamed-to: A}]", "1:26: a date such as 2024-02-08 is needed here"),
    ("names: [{name: A, renamed-to: A}]", "1:31: `until` is missing: the day of the renaming"),
    ("names: [{name: Bard, until: 2024-02-08, renamed-to: Gemni}, Gemini]", "1:53: unknown name `Gemni`; did you mean `Gemini`?"),
    ("names: [{name: A, gloss: '{kana}'}]", "1:26: unknown field `kana`"),
    ("names: [{name: A, gloss: '{ja}（{en}）'}]", "1:26: the gloss needs a form in that language under `accepted`"),
    ("names: [A, {name: B, accepted: [A]}]", "1:12: “A” is listed under “A” and under “B”"),
    ("names: [{name: ' '}]", "1:9: a name cannot be empty"),
    ("names: [{name: A, harvested: 1}]", "1:30: true or false is needed here"),
    ("defaults: {gloss: x}\nnames: [A]", "1:12: unknown key `gloss`"),
    ("nmaes: [A]", "1:1: unknown key `nmaes`; did you mean `names`?"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), ERRORS, ids=[text for text, _ in ERRORS])
def test_errors_name_their_places(site: Callable[..., Path], text: str, message: str) -> None:
    folder = site(names_yml=text + "\n")
    with pytest.raises(SettingsError) as caught:
        read_names(str(folder / "names.yml"))
    assert caught.value.message("en") == f"{folder}/names.yml:{message}"


@pytest.mark.parametrize("text", ["5", "- a", "2026-01-01", ".nan", "text"])
def test_what_is_no_mapping(site: Callable[..., Path], text: str) -> None:
    folder = site(names_yml=text + "\n")
    with pytest.raises(SettingsError) as caught:
        read_names(str(folder / "names.yml"))
    expected = f"{folder}/names.yml:1:1: a mapping (key: value) is needed here"
    assert caught.value.message("en") == expected


def test_the_schema_is_stored_and_says_the_same() -> None:
    import json

    schema = names_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    stored = (ROOT / "docs" / "names.schema.json").read_text(encoding="utf-8")
    assert json.loads(stored) == schema
    load = yaml.BaseLoader
    jsonschema.validate(yaml.load(FULL, load), schema)
    for path in [*(ROOT / "rules" / "dictionaries").iterdir(), ROOT / "examples" / "names.yml"]:
        jsonschema.validate(yaml.load(path.read_text(encoding="utf-8"), load), schema)
    for text, _ in (ERRORS[0], ERRORS[1], ERRORS[4], ERRORS[9], ERRORS[10], ERRORS[11]):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(yaml.load(text, load), schema)


def test_the_known_names() -> None:
    """Hundreds of names, each form at home in one place, and every successor known."""
    homes: dict[str, str] = {}
    total = 0
    for path in sorted((ROOT / "rules" / "dictionaries").iterdir()):
        for name in read_names(str(path))[0]:
            total += 1
            assert name.bold == "policy"
            for form in (*name.forms, *name.variants):
                assert homes.setdefault(form, name.name) == name.name
    assert total > 450


def test_the_house_goes_before_a_preset(site: Callable[..., Path]) -> None:
    folder = site(
        lintpost_yml="extends: known-names\nnames: [names.yml]\n",
        names_yml="names: [{name: エヌビディア, accepted: [NVIDIA]}, Vantor]\n",
    )
    settings = load_settings(str(folder / "lintpost.yml"), CliOverrides())
    assert settings.site.names is not None
    names = {name.name for name in settings.site.names.names}
    assert {"エヌビディア", "Vantor", "OpenAI"} <= names
    assert "NVIDIA" not in names
    assert settings.names_files[0] == str(folder / "names.yml")


FILE = """\
# The names.
names:
  - Vantor  # ours
  - {name: Huawei, accepted: ["ファーウェイ"]}
  - name: RAG
    variants:
      - ラグ
"""


@pytest.mark.parametrize(
    ("name", "words", "wrong", "old", "new"),
    [
        ("Vantor", ["ヴァンター"], False, "- Vantor  #", "- {name: Vantor, accepted: [ヴァンター]}  #"),
        ("Huawei", ["華為", "ファーウェイ"], False, '["ファーウェイ"]', '["ファーウェイ", "華為"]'),
        ("Huawei", ["ハーウェイ"], True, '["ファーウェイ"]}', '["ファーウェイ"], variants: [ハーウェイ]}'),
        ("RAG", ["/らぐ/"], True, "      - ラグ\n", '      - ラグ\n      - "/らぐ/"\n'),
    ],
)  # fmt: skip
def test_alias(name: str, words: list[str], wrong: bool, old: str, new: str) -> None:
    text = NamesText(Source("names.yml", FILE))
    text.alias(name, words, wrong=wrong)
    assert text.text == FILE.replace(old, new)
    again = NamesText(Source("names.yml", text.text))
    again.alias(name, words, wrong=wrong)
    assert again.text == text.text


def test_add() -> None:
    text = NamesText(Source("names.yml", FILE))
    text.add("C#", {"kind": "technology", "accepted": ["シーシャープ"]})
    assert text.text == FILE + '  - {name: "C#", kind: technology, accepted: [シーシャープ]}\n'
    for name in ("Vantor", "ラグ"):
        with pytest.raises(SettingsError):
            NamesText(Source("names.yml", FILE)).add(name, {})
    with pytest.raises(SettingsError):
        NamesText(Source("names.yml", FILE)).alias("Vantorr", ["x"], wrong=False)
