"""Where names are found, and in what role."""

import pytest

from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.name import Name
from lintpost.site.name_forms import case_is_wrong, spacing_forms
from lintpost.site.names import Names


def mentions(text: str, *names: Name) -> list[tuple[str, str, str]]:
    found = Names(list(names)).mentions(Post(Source("x.md", text)))
    for mention in found:
        if mention.exact:
            assert text[mention.start : mention.end] == mention.text
    return [(mention.text, mention.form, mention.role) for mention in found]


GITHUB = Name("GitHub")
NVIDIA = Name("NVIDIA", accepted=("エヌビディア",), variants=("エヌヴィディア",))
ASCEND = Name("Ascend")
META = Name("Meta", accepted=("メタ",))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("今日のgithubについて", [("github", "GitHub", "case")]),
        ("GitHubとgithub", [("GitHub", "GitHub", "accepted"), ("github", "GitHub", "case")]),
        ("githubs mygithub github_x x_github", []),
        ("https://github.com/x と www.github.com と a@github.com", []),
        ("@github #github /github/ ./github ~github", []),
        ("github-actions と github.yml", []),
        ("GitHub-hosted", [("GitHub", "GitHub", "accepted")]),
        ("GitHub-2", []),
        ("A/GitHub/B", [("GitHub", "GitHub", "accepted")]),
        ("`github` <a title='github'>github</a>", [("github", "GitHub", "case")]),
        ("[github](https://github.com) ![github](github.png)", [("github", "GitHub", "case")] * 2),
        ("ＧｉｔＨｕｂ", [("ＧｉｔＨｕｂ", "GitHub", "variant")]),
        ("Git Hub, Git-Hub", [("Git Hub", "GitHub", "spacing"), ("Git-Hub", "GitHub", "spacing")]),
        ("git hub", []),
        ("\n    github\n", []),
        ("github.", [("github", "GitHub", "case")]),
        ("見よ:github", [("github", "GitHub", "case")]),
    ],
)
def test_a_latin_name(text: str, found: list[tuple[str, str, str]]) -> None:
    assert mentions(text, GITHUB) == found


def test_katakana_names_end_at_katakana() -> None:
    assert mentions("メタとメタバースとメタデータ", META) == [("メタ", "メタ", "accepted")]


def test_listed_variants_and_case() -> None:
    assert mentions("エヌヴィディアはNvidia、nvidia、エヌビディア", NVIDIA) == [
        ("エヌヴィディア", "NVIDIA", "variant"),
        ("Nvidia", "NVIDIA", "case"),
        ("nvidia", "NVIDIA", "case"),
        ("エヌビディア", "エヌビディア", "accepted"),
    ]


def test_the_longest_name_wins_and_gives_way_where_it_does_not_end() -> None:
    atlas, atlas950 = Name("Atlas"), Name("Atlas 950")
    assert mentions("Atlas 950とAtlas 9500とAtlas", atlas, atlas950) == [
        ("Atlas 950", "Atlas 950", "accepted"),
        ("Atlas", "Atlas", "accepted"),
        ("Atlas", "Atlas", "accepted"),
    ]


def test_front_matter_texts_are_read_and_others_are_not() -> None:
    text = '---\ntitle: "Nvidiaの話"\ntags: [Nvidia]\nexcerpt: "a\\u3042 Nvidia"\nimage: Nvidia.png\n---\nnvidia\n'
    assert mentions(text, NVIDIA) == [("Nvidia", "NVIDIA", "case")] * 2 + [
        ("nvidia", "NVIDIA", "case")
    ]


@pytest.mark.parametrize(
    ("form", "written", "case", "wrong"),
    [
        ("Ascend", "ascend", "auto", False),
        ("Ascend", "ASCEND", "auto", True),
        ("Ascend", "ascend", "any", True),
        ("GitHub", "github", "exact", False),
        ("xAI", "XAI", "auto", False),
        ("OpenAI", "openai", "auto", True),
        ("IBM", "Ibm", "auto", True),
    ],
)
def test_case(form: str, written: str, case: str, wrong: bool) -> None:
    assert case_is_wrong(form, written, case) is wrong


def test_spacing_forms() -> None:
    assert set(spacing_forms("MindSpore")) == {"Mind Spore", "Mind-Spore"}
    assert set(spacing_forms("GPT-4o")) == {"GPT4o", "GPT 4o"}
    assert spacing_forms("ファーウェイ") == []
    assert spacing_forms("a b c d e f") == []
    assert spacing_forms("Copilot") == []


def test_a_dotted_capital_keeps_its_place() -> None:
    assert mentions("İİİ github", GITHUB) == [("github", "GitHub", "case")]


def test_many_names_use_the_compact_automaton() -> None:
    names = [Name(f"Product{number}X") for number in range(2000)]
    assert mentions("Product1999Xとproduct7x", *names) == [
        ("Product1999X", "Product1999X", "accepted"),
        ("product7x", "Product7X", "case"),
    ]


def test_a_form_that_two_names_share_but_for_case() -> None:
    assert mentions("Mind SporeとMIND SPORE", Name("MindSpore"), Name("Mind SPORE")) == [
        ("Mind Spore", "MindSpore", "spacing"),
        ("MIND SPORE", "Mind SPORE", "case"),
    ]
