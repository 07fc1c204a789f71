"""The names that `lintpost init` collects: which bold texts are names, of what kind, and their slips."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from lintpost.config.dictionaries.names_file import read_names
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.engine.notes import Survey, notes_of
from lintpost.post.source import Source
from lintpost.surveys.common_words import is_common, is_generic, is_person
from lintpost.surveys.harvest import Harvest, harvest, note_names
from lintpost.surveys.name_harvest.harvester import HarvestedName
from lintpost.surveys.scaffold.dictionary_texts import names_text


def harvest_of(paths: list[str]) -> Harvest:
    """What is collected from posts that can all be read."""
    notes = notes_of(paths, Survey(lambda: note_names, (), 1_000_000))
    return harvest((note for _, note in notes), [])


@pytest.fixture
def names_of(tmp_path: Path) -> Callable[..., list[HarvestedName]]:
    """The names of a site with these bodies, each so many times."""

    def made(*bodies: str, times: int = 1, head: str = "title: t") -> list[HarvestedName]:
        paths = []
        for number, body in enumerate(bodies * times):
            path = tmp_path / f"{number:03}.md"
            path.write_text(f"---\n{head}\n---\n{body}\n", encoding="utf-8")
            paths.append(str(path))
        return harvest_of(paths).names

    return made


NAME = "今日の**OpalGrid**の話。"


@pytest.mark.parametrize(
    "body",
    [
        "今日の**OpalGrid**の話。",
        "**OpalGrid**は速い。",
        "- **OpalGrid**は速い。",
        "We use **OpalGrid** today.",
        "**OpalGrid** is fast.",
        "速い、__OpalGrid__（オパール）だ。",
        "その**Opal Grid 3**は速い。",
        "その**Borealis**と、またBorealisと、次のBorealis。",
    ],
)
def test_a_name_in_a_sentence(names_of: Callable[..., list[HarvestedName]], body: str) -> None:
    assert len(names_of(body, times=3)) == 1
    assert names_of(body) == []


@pytest.mark.parametrize(
    "body",
    [
        # labels, headings, tables, quotations, buttons
        "**OpalGrid:** 速い。",
        "**OpalGrid**：速い。",
        "- **OpalGrid** – 速い",
        "- **OpalGrid**",
        "**OpalGrid**",
        "## 今日の**OpalGrid**の話",
        "| 今日の**OpalGrid**の話 | a |\n|---|---|\n| b | c |",
        "> 今日の**OpalGrid**の話。",
        "Then click **OpalGrid** and wait.",
        "We open the **OpalGrid** menu.",
        "次に**OpalGrid**をクリックする。",
        "右の**OpalGrid**ボタン。",
        "The **OpalGrid** > **VantorBox** entry.",
        # known names, in any spelling
        "今日の**NVIDIA**と**Nvidia**と**Github**と**Github Enterprise**の話。",
        # words, acronyms, quantities, people
        "その**Update**と、このUpdateと、次のUpdate。",
        "その**High Priority**と、このHigh Priorityと、次のHigh Priority。",
        "その**XAI**と**LLMs**と**SaaS**と**MEDIUM**と**2250TFLOPS**と**AI OCR**の話。",
        "その**NVIDIA GPU**と**Edge AI**の話。",
        "その**Jane Vantor**と、このJane Vantorと、次のJane Vantor。",
        "その**Lio Vantor**とLio Vantor氏と、このLio Vantorと、次のLio Vantor。",
        "And **Lio Vantor** with CEO Lio Vantor, and so Lio Vantor, and Lio Vantor.",
        # lower case in running text, code
        "その**Vantor**と、このvantorと、次のvantor、そのVantor、あのVantor。",
        "その**OpalGrid**と、opalgridと、opalgrid、opalgrid。",
        "その**OpalGrid**と`OpalGrid`と`new OpalGrid()`。\n\n```js\nOpalGrid.run()\n```",
        "その**OpalGrid**と、右のOpalGridボタン。",
        "その**VANTORIX**と、このVANTORIXと、次のVANTORIX。",
        "その**Vantor**だ。Vantorは速い。Vantorは速い。Vantorは速い。",
        # too few within sentences
        "その**Vantor**。",
        "その**Vantor environment**と、このVantor environmentと、次のVantor environment。",
        "その**Jane**と、このJaneと、次のJane。",
        "**the Vantor**は、その**the Vantor**と、このthe Vantorと、次のthe Vantor。",
    ],
)
def test_no_name(names_of: Callable[..., list[HarvestedName]], body: str) -> None:
    assert names_of(body, times=2) == []


def test_where_names_are_counted(names_of: Callable[..., list[HarvestedName]]) -> None:
    """In sentences, and not as a part of a longer word."""
    others = "opalgrid-2、opalgrid-X、x-opalgrid、a.opalgrid、opalgrid.io、opalgrid_x"
    table = "| opalgrid |\n|---|\n| opalgrid |"
    body = f"今日の**OpalGrid**と{others}。\n\n# opalgrid\n\n{table}\n"
    assert names_of(body, times=2) == [HarvestedName("OpalGrid", 2)]
    body = "今日の**OpalGrid**とopalgridとopalgrid-basedな話とOpalGrid、OpalGrid、OpalGrid。"
    assert names_of(body, times=2) == [HarvestedName("OpalGrid", 2, others=(("opalgrid", 4),))]


def test_bold_first_mentions(tmp_path: Path) -> None:
    bodies = (
        "今日の**OpalGrid**とOpalGrid。",
        "今日のOpalGridと**OpalGrid**。",
        "**OpalGrid**は速い。",
    )
    for number, body in enumerate(bodies):
        (tmp_path / f"{number}.md").write_text(body, encoding="utf-8")
    assert harvest_of(sorted(map(str, tmp_path.iterdir()))).bold_first == (2, 3)


def test_an_author_is_no_name(names_of: Callable[..., list[HarvestedName]]) -> None:
    assert names_of(NAME, times=2, head="authors: [Opal Grid]") == []
    assert names_of(NAME, times=2, head="authors: [Opal]") == [HarvestedName("OpalGrid", 2)]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("今日の**OpalGrid**社は速い。", "company"),
        ("今日の株式会社**OpalGrid**は速い。", "company"),
        ("Today **OpalGrid**, Inc. is fast.", "company"),
        ("今日の**OpalGrid**社員は速い。", None),
        ("今日の**OpalGrid**は速い。", None),
        ("今日の**OpalGrid** 3.1は速い。", None),
    ],
)
def test_a_kind_only_where_it_is_sure(
    names_of: Callable[..., list[HarvestedName]], body: str, kind: str | None
) -> None:
    assert [name.kind for name in names_of(body, times=2)] == [kind]
    assert [name.kind for name in names_of(body, NAME)] == [None]


@pytest.mark.parametrize(
    ("name", "other", "is_wrong"),
    [
        ("OpalGrid", "Opalgrid", True),
        ("OpalGrid", "Opal Grid", True),
        ("Opal Gridbox", "Opal GridBox", True),
        ("OpalGrid", "opalgrid", False),  # a command
        ("OpalGrid", "OPALGRID", False),  # shouted
        ("Opal Gridbox", "OpalGridbox", False),  # an identifier
        ("OpalGrid", "Opal-Grid", False),
        ("Opal-Vantor", "Opal Vantor", False),  # grammar
        ("xGrid", "XGrid", False),  # the beginning of a sentence
        ("OpalGridX", "Opal Grid X", False),  # one letter
        ("Opal-R1x", "Opal R1x", False),  # a version
        ("HBM7Efg", "HBM7efg", False),
        ("OpalAPIs", "OpalApis", True),
        ("Opal GridBox", "Opal Grid Box", True),
        ("Opal VANs", "Opal Vans", False),  # an acronym
        ("Opal MaX", "Opal Max", False),  # too short
        ("Opal Vantor", "Opal vantor", False),
    ],
)
def test_slips_by_a_clear_majority(
    names_of: Callable[..., list[HarvestedName]], name: str, other: str, is_wrong: bool
) -> None:
    often = f"今日の**{name}**と{name}、あの{name}。"
    found = names_of(*[often] * 10, f"今日の{other}。")
    assert [one.name for one in found] == [name]
    counted = ((other, 1),)
    assert (found[0].variants, found[0].others) == ((counted, ()) if is_wrong else ((), counted))


def test_no_slip_without_a_majority(names_of: Callable[..., list[HarvestedName]]) -> None:
    """Ten times as often, and in five posts for each one that has the slip."""
    often = f"今日の{'**OpalGrid**と' * 3}の話。"
    (found,) = names_of(*[often] * 4, "今日のOpalgrid。")
    assert (found.variants, found.others) == ((), (("Opalgrid", 1),))
    (found,) = names_of(*[NAME] * 9, "今日のOpalgrid。")
    assert (found.variants, found.others) == ((), (("Opalgrid", 1),))
    (found,) = names_of(*[NAME] * 10, "今日のOpalgrid。")
    assert (found.variants, found.others) == ((("Opalgrid", 1),), ())


def test_a_form_of_a_known_name_is_no_slip(names_of: Callable[..., list[HarvestedName]]) -> None:
    often = "今日の**Vantor DeepSeeK**と、また**Vantor Deepseek**。"
    assert names_of(often, times=10) == []
    found = names_of(*["今日の**OpalGemini**の話。"] * 10, "今日のOpal Gemini。")
    assert [(one.name, one.variants) for one in found] == [("OpalGemini", ())]


def test_the_file_and_what_it_finds(
    names_of: Callable[..., list[HarvestedName]], tmp_path: Path
) -> None:
    names_of(
        *["今日の**OpalGrid**社。"] * 10, "今日のOpalgridとopalgrid。「**No**の**Vantor One: x**」"
    )
    found = harvest_of(sorted(map(str, tmp_path.glob("*.md"))))
    text = names_text(found, "en")
    assert text.splitlines()[6:] == [
        "defaults: {kind: other, bold: first-mention}",
        "names:",
        "  - {name: OpalGrid, kind: company, variants: [Opalgrid], harvested: true}"
        "  # 10 | Opalgrid 1, opalgrid 1",
    ]
    assert "harvested: true" in text.splitlines()[2]
    assert yaml.safe_load(names_text(found, "ja")) == yaml.safe_load(text)
    (tmp_path / "names.yml").write_text(text, encoding="utf-8")
    (tmp_path / "lintpost.yml").write_text("names: names.yml\n", encoding="utf-8")
    assert read_names(str(tmp_path / "names.yml"))[0][0].harvested
    checker = Checker(
        load_settings(str(tmp_path / "lintpost.yml"), CliOverrides(select=("names",)))
    )
    post = "OpalgridとOPALGRIDとOpal GridとOpalGridd、OpalGridのCopilot。"
    result = checker.check_source(Source("a.md", post))
    assert [(f.start.offset, f.end.offset) for f in result.findings] == [(0, 8)]


def test_a_policy_for_bold_that_the_posts_have(
    names_of: Callable[..., list[HarvestedName]], tmp_path: Path
) -> None:
    names_of(NAME, NAME, "今日のOpalGridと**OpalGrid**。")
    found = harvest_of(sorted(map(str, tmp_path.glob("*.md"))))
    assert found.bold_first == (2, 3)
    assert "\ndefaults: {kind: other, bold: first-mention}\n" in names_text(found, "en")
    half = names_text(found._replace(bold_first=(2, 4)), "en")
    assert "\ndefaults: {kind: other}\n" in half


def test_words() -> None:
    common = [
        "Update",
        "Updates",
        "Running",
        "Policies",
        "Cooling",
        "Settings",
        "The",
        "Engineering",
    ]
    assert [word for word in common if not is_common(word)] == []
    assert [word for word in ("Vantor", "Python", "Mistral", "Xy") if is_common(word)] == []
    known = frozenset({"nvidia", "gemini"})
    generic = [
        "AI OCR",
        "Budget 2025",
        "NVIDIA GPU",
        "x86 SoC",
        "Fine-tuning",
        "SaaS",
        "Q3 Results",
    ]
    assert [text for text in generic if not is_generic(text, known)] == []
    names = ["Gemini 3", "Gemini 3 Pro", "Vantor AI", "NVIDIA Vantor", "H100 Vantor", "GPT-9 Pro"]
    assert [text for text in names if is_generic(text, known)] == []
    assert is_person("Jane Vantor")
    assert is_person("Jane")
    assert not is_person("Vantor Jane Cloud Box")
