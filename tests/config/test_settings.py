"""Every mistake in a configuration names its place and the nearest word."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lintpost.config.active import active_rules
from lintpost.config.rule_states import rule_states
from lintpost.config.run_settings import CliOverrides, find_config
from lintpost.config.settings import load_settings
from lintpost.engine.configurations import Configurations
from lintpost.files.settings_error import SettingsError
from lintpost.post.post import Post
from lintpost.post.source import Source
from tests.conftest import brief, check_text

Write = Callable[..., Path]


OFF = "rules:\n  ja/doubled-particle: {allow: [と]}\n"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (OFF, True),
        ("rules:\n  bold/overuse: {severity: off, paragraph: 90}\n", False),
        ("rules:\n  ja/*: {allow: [と]}\n", True),
        ("rules:\n  bold/*: {report: marks}\n", False),
        ("extends: ja-editorial\n" + OFF, False),
        (OFF + "overrides: [{posts: a.md, rules: {ja/doubled-particle: on}}]\n", False),
        (OFF + "overrides: [{posts: a.md, rules: {ja/doubled-particle: off}}]\n", True),
    ],
)
def test_options_of_a_rule_that_is_off(site: Write, text: str, wrong: bool) -> None:
    folder = site(lintpost_yml=text)
    configurations = Configurations(str(folder / "lintpost.yml"), CliOverrides())
    if not wrong:
        configurations.settings(str(folder / "lintpost.yml"))
        return
    with pytest.raises(SettingsError) as caught:
        configurations.settings(str(folder / "lintpost.yml"))
    name = text.split()[1].rstrip(":")
    column = text.splitlines()[1].index("{") + 1
    assert caught.value.message("en") == (
        f"{folder / 'lintpost.yml'}:2:{column}: `{name}` is off: the options have no effect"
    )


def test_a_layer_may_switch_off_what_an_earlier_one_set_up(site: Write) -> None:
    folder = site(
        base_yml=OFF, lintpost_yml="extends: base.yml\nrules: {ja/doubled-particle: off}\n"
    )
    configurations = Configurations(str(folder / "lintpost.yml"), CliOverrides())
    configurations.settings(str(folder / "lintpost.yml"))


@pytest.mark.parametrize("files", [{}, {"house/rule.yml": "x"}, {"house/presets/rule.yml": "x"}])
def test_a_pack_without_rules_is_a_mistake(tmp_path: Path, files: dict[str, str]) -> None:
    (tmp_path / "house").mkdir()
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "lintpost.yml").write_text("packs: [house]\n", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_settings(str(tmp_path / "lintpost.yml"), CliOverrides())
    assert caught.value.message("en") == (
        f"{tmp_path / 'lintpost.yml'}:1:9: house holds no rules (FAMILY/NAME.yml, or a Vale style)"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'max-findings: !!int ""\n',
            "lintpost.yml:1:15: this is no value of its YAML tag",
        ),
        (
            f"max-findings: 0x{'f' * 5000}\n",
            "lintpost.yml:1:15: a number that is too long; put it in quotes",
        ),
        ("fail_on: error\n", "lintpost.yml:1:1: unknown key `fail_on`; did you mean `fail-on`?"),
        (
            "rules:\n  bold/spam: off\n",
            "lintpost.yml:2:14: unknown rule `bold/spam`; did you mean `bold/span`?",
        ),
        (
            "rules:\n  bold/span: of\n",
            "lintpost.yml:2:14: `of` is not one of error, warning, info, on, off",
        ),
        (
            "rules:\n  tags/count: {maximum: 3}\n",
            "lintpost.yml:2:16: tags/count: unknown option `maximum`",
        ),
        (
            "rules:\n  tags/count: {max: many}\n",
            "lintpost.yml:2:16: tags/count: `max` must be a whole number",
        ),
        (
            "rules:\n  bold/first-mention: {policy: {product: sometimes}}\n",
            "lintpost.yml:2:24: bold/first-mention: unknown option `sometimes`",
        ),
        (
            "renderer: kramdwn\n",
            "lintpost.yml:1:11: `kramdwn` is not one of kramdown, commonmark, cjk-friendly",
        ),
        ("names: nmaes.yml\n", "lintpost.yml:1:8: nmaes.yml does not exist"),
        (
            "extends: jekyl\n",
            "lintpost.yml:1:10: unknown preset or file `jekyl`; did you mean `jekyll`?",
        ),
        ("lang: [ja]\n", "lintpost.yml:1:7: `[ja]` is not one of en, ja"),
        ("posts: 3\n", "lintpost.yml:1:8: a list is needed here"),
        ("a: b: c\n", 'lintpost.yml:1:5: a ": " inside a value; put the value in quotes'),
        ("lang: ja\nlang: en\n", "lintpost.yml:2:1: `lang` stands twice"),
        (
            "overrides:\n  - rules: {}\n",
            "lintpost.yml:2:5: an override needs `posts` or `front-matter` to say which posts it is for",
        ),
        ("front-matter: {properties: {a: {type: text}}}\n", "lintpost.yml:1:"),
        ("extends: lintpost.yml\n", "lintpost.yml: `extends` is circular"),
        ("packs: lintpost.yml\n", "lintpost.yml:1:8: lintpost.yml is not a folder"),
        ("tags: posts\n", "lintpost.yml:1:7: posts is a folder, not a file"),
        ("tags: [AI, AI]\n", "lintpost.yml:1:12: “AI” is listed twice"),
        ("tags: [AI, ai.yml]\n", "lintpost.yml:1:12: ai.yml does not exist"),
        ("tags: [2025]\n", "lintpost.yml:1:8: a string is needed here"),
        ("names: [{nam: AI}]\n", "lintpost.yml:1:10: unknown key `nam`"),
        (
            "packs: posts\n",
            "lintpost.yml:1:8: posts holds no rules (FAMILY/NAME.yml, or a Vale style)",
        ),
        ("- a\n", "lintpost.yml:1:1: a mapping (key: value) is needed here"),
        ("max-file-size: big\n", "lintpost.yml:1:16: a whole number is needed here"),
        (f"lang: 0x{'f' * 4000}\n", "lintpost.yml:1:7: a number that is too long"),
        ("max-file-size: 0\n", "lintpost.yml:1:16: a number from 1 is needed here"),
        ("max-findings: -5\n", "lintpost.yml:1:15: a number from 0 is needed here"),
    ],
)
def test_a_mistake_in_the_configuration(site: Write, text: str, message: str) -> None:
    folder = site(lintpost_yml=text)
    (folder / "posts").mkdir()
    with pytest.raises(SettingsError) as caught:
        active_rules(load_settings(str(folder / "lintpost.yml"), CliOverrides()))
    shown = caught.value.message("en").replace(str(folder) + "/", "")
    assert shown.startswith(message)
    assert caught.value.message("ja") != caught.value.message("en") or "{" in message


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "names",
            "names:\n  - {name: A, kind: produkt}\n",
            "names.yml:2:21: `produkt` is not one of product",
        ),
        (
            "names",
            "names:\n  - {nam: A}\n",
            "names.yml:2:6: unknown key `nam`; did you mean `name`?",
        ),
        (
            "names",
            "names:\n  - A\n  - {name: B, accepted: [A]}\n",
            "names.yml:3:5: “A” is listed under “A” and under “B”",
        ),
        ("names", "names:\n  - ''\n", "names.yml:2:5: a name cannot be empty"),
        (
            "tags",
            "tags:\n  - {name: A, retired: {use: Z}}\n  - Zz\n",
            "tags.yml:2:30: unknown tag `Z`",
        ),
        (
            "tags",
            "tags:\n  - A\n  - {name: B, aliases: [ａ]}\n",
            "tags.yml:3:5: “ａ” is listed under “A” and under “B”",
        ),
        ("tags", "tag: [A]\n", "tags.yml:1:1: unknown key `tag`; did you mean `tags`?"),
        (
            "tags",
            "tags:\n  - {name: A, retired: yes please}\n",
            "tags.yml:2:24: write `retired: {use: NEW}`",
        ),
    ],
)
def test_a_mistake_in_a_dictionary(site: Write, name: str, text: str, message: str) -> None:
    folder = site(lintpost_yml=f"{name}: {name}.yml\n", **{f"{name}_yml": text})
    with pytest.raises(SettingsError) as caught:
        load_settings(str(folder / "lintpost.yml"), CliOverrides())
    assert caught.value.message("en").replace(str(folder) + "/", "").startswith(message)


def test_layers_are_merged(site: Write) -> None:
    folder = site(
        base_yml="renderer: kramdown\nlang: ja\nrules:\n  tags/count: {max: 3}\n  bold/*: off\n",
        lintpost_yml="extends: [recommended, base.yml]\nlang: en\nrules:\n  tags/count: error\n  bold/span: info\n",
    )
    settings = load_settings(str(folder / "lintpost.yml"), CliOverrides())
    assert (settings.site.renderers, settings.lang) == (("kramdown",), "en")
    states = {state.rule.name: state for state in rule_states(settings)}
    assert states["tags/count"].options == {"field": "tags", "min": 1, "max": 3}
    assert states["tags/count"].severity == "error"
    assert not states["bold/empty"].on
    assert states["bold/span"].on
    assert states["bold/span"].reason.en == "lintpost.yml:5"
    assert states["bold/empty"].reason.en == "base.yml:5"


def test_overrides_by_path_and_by_front_matter(site: Write) -> None:
    config = (
        "overrides:\n"
        "  - {posts: ['drafts/**'], rules: {bold/empty: off}}\n"
        "  - {front-matter: {draft: true}, rules: {bold/empty: error}}\n"
    )
    folder = site(lintpost_yml=config)
    settings = load_settings(str(folder / "lintpost.yml"), CliOverrides())

    def severity(path: str, text: str) -> str:
        post = Post(Source(str(folder / path), text))
        state = next(s for s in rule_states(settings, post) if s.rule.name == "bold/empty")
        return state.severity if state.on else "off"

    assert severity("a.md", "") == "warning"
    assert severity("drafts/x/a.md", "") == "off"
    assert severity("drafts/a.md", "---\ndraft: true\n---\n") == "error"  # the later one decides
    assert severity("a.md", "---\ndraft: true\n---\n") == "error"


def test_a_house_pack_is_used_like_our_own(site: Write) -> None:
    rule = (
        "rule: house/greeting\ncheck: placeholder\nseverity: error\noptions: {fields: [title], dummy: ['^Hello']}\n"
        "title: {en: A greeting, ja: 挨拶}\nmessage: {dummy: {en: 'No “{text}”.', ja: '「{text}」は不要です。'}}\n"
        'why: {en: Dull., ja: 退屈です。}\nexamples: [{bad: "---\\ntitle: Hello\\n---\\n", at: Hello}, {good: x}]\n'
    )
    folder = site(lintpost_yml="packs: house\n", house__house__greeting_yml=rule)
    text = "---\ntitle: Hello you\n---\n本文"
    found = [f for f in check_text(text, folder / "lintpost.yml") if f.rule == "house/greeting"]
    assert brief(text, found) == [("house/greeting", "Hello")]
    assert found[0].message == "No “Hello”."


def test_config_is_found_upwards_to_the_repository(site: Write) -> None:
    folder = site(
        lintpost_yml="lang: ja\n", repo__a__b__post_md="x", repo__a__lintpost_yml="lang: en\n"
    )
    (folder / "repo" / ".git").mkdir()
    (folder / "repo" / "c").mkdir()
    assert find_config(str(folder / "repo" / "a" / "b")) == str(
        folder / "repo" / "a" / "lintpost.yml"
    )
    assert find_config(str(folder / "repo" / "c")) is None
    assert find_config(str(folder)) == str(folder / "lintpost.yml")


def test_several_renderers(tmp_path: Path) -> None:
    path = tmp_path / "lintpost.yml"
    path.write_text("renderer: [kramdown, commonmark, kramdown]\n", encoding="utf-8")
    settings = load_settings(str(path), CliOverrides())
    assert settings.site.renderers == ("kramdown", "commonmark")
    assert settings.site.yaml == "1.1"
    path.write_text("renderer: []\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="name a renderer"):
        load_settings(str(path), CliOverrides())


TAGGED = "---\ntitle: 題\ntags: [AI, 投資, 言語モデル]\n---\nOpenaiとnvidiaの話です。\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tags: [AI, 投資, 言語モデル]\n", []),
        ("tags:\n  - AI\n  - {name: 投資, aliases: [言語モデル]}\n", ["tags/alias"]),
        ("tags: [tags.yml, AI]\n", ["tags/unknown"]),
        ("tags: [tags.yml, AI, {name: LLM, aliases: [言語モデル]}]\n", ["tags/alias"]),
        ("tags: []\n", []),
        ("names: [OpenAI]\n", ["names/spelling"]),
        ("names: [names.yml, OpenAI]\n", ["names/spelling", "names/spelling"]),
        ("names: [names.yml, {name: NVIDIA, accepted: [nvidia]}]\n", []),
    ],
)
def test_entries_in_the_configuration_itself(site: Write, text: str, found: list[str]) -> None:
    """Entries go before those of a file that the same list names."""
    rules = "rules: {bold/*: off}\n"
    folder = site(
        lintpost_yml=text + rules, tags_yml="tags: [投資]\n", names_yml="names: [NVIDIA]\n"
    )
    config = folder / "lintpost.yml"
    assert [f.rule for f in check_text(TAGGED, config, str(folder / "a.md"))] == found


def test_an_entry_replaces_the_same_name_of_a_more_general_file(site: Write) -> None:
    folder = site(
        base_yml="names: [{name: OpenAI, accepted: [Openai]}, nvidia]\n",
        lintpost_yml="extends: base.yml\nnames: [OpenAI]\nrules: {bold/*: off}\n",
    )
    found = check_text(TAGGED, folder / "lintpost.yml", str(folder / "a.md"))
    assert [(f.rule, f.start.column) for f in found] == [("names/spelling", 1)]
