"""Each preset takes a good post of its system as it is, and knows that system's keys."""

from pathlib import Path

import pytest

from lintpost.config.rule_states import rule_states
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.packs.builtin import presets
from tests.conftest import check_text

GOOD = {
    "jekyll": ("_posts/2026-04-02-npu.md", "layout: post\ntitle: 新しいNPU\ndate: 2026-04-02 09:00:00 +0900\ncategories: [解説]\n"
        "tags: [半導体]\npublished: no\nsitemap: {lastmod: 2026-04-03}\nredirect_from: [/old/]\nslug: npu\nimage: {path: /a.png}\n"),
    "hugo": ("content/posts/npu.md", "title: 新しいNPU\ndate: 2026-04-02\nlastmod: 2026-04-03\ndraft: false\ncountry: NO\nstart: 12:30\n"
        "aliases: [/old/]\ntags: [半導体]\nweight: 10\nmenus: main\nslug: new-npu\nparams: {a: 1}\nbuild: {list: never}\n"),
    "zola": ("content/posts/npu.md", "title: 新しいNPU\ndate: 2026-4-2\nupdated: 2026-04-03 9:00:00 +9\ndraft: false\nslug: new-npu\n"
        "weight: 1\nauthors: [佐藤]\ntaxonomies: {tags: [半導体]}\nextra: {toc: true}\n"),
    "astro": ("src/content/blog/npu.md", "title: 新しいNPU\ndescription: 新しいNPUの特徴を説明します\npubDate: Jul 08 2022\nheroImage: ./npu.png\ntags: [半導体]\n"),
    "zenn": ("articles/new-npu-is-here.md", "title: 新しいNPU\nemoji: 🧠\ntype: tech\ntopics: [npu, ai]\npublished: true\npublished_at: 2026-04-02 09:00\n"),
    "qiita": ("public/npu.md", "title: 新しいNPU\ntags:\n  - npu\nprivate: false\nupdated_at: ''\nid: null\norganization_url_name: null\n"
        "slide: false\nignorePublish: false\n"),
    "jtf": ("npu.md", "title: 新しいNPU\n"),
    "en-editorial": ("npu.md", "title: A new NPU\n"),
    "google": ("npu.md", "title: A new NPU\n"),
    "microsoft": ("npu.md", "title: A new NPU\n"),
    "ai-draft": ("npu.md", "title: 新しいNPU\n"),
    "ja-editorial": ("npu.md", "title: 新しいNPU\n"),
    "ja-technical": ("npu.md", "title: 新しいNPU\n"),
    "strict": ("npu.md", "title: 新しいNPU\n"),
    "textlint": ("npu.md", "title: 新しいNPU\n"),
    "known-names": ("npu.md", "title: 新しいNPU\n"),
    "recommended": ("npu.md", "title: 新しいNPU\n"),
}  # fmt: skip
BAD = {
    "jekyll": [("date: 2026-04-02 09:00:00 JST", "front-matter/date"), ("titel: a", "front-matter/unknown-key"), ("published: 'no'", "front-matter/schema"), ("country: NO", "yaml/boolean")],
    "hugo": [("date: 2026/04/02", "front-matter/date"), ("draft: yes", "yaml/boolean"), ("weight: first", "front-matter/schema"), ("publishdate: 2026-04-02", "front-matter/unknown-key")],
    "zola": [("date: 2026-04-02 09:00", "front-matter/date"), ("tempalte: a.html", "front-matter/unknown-key"), ("taxonomies: {tags: [a, a]}", "tags/duplicate"), ("taxonomies: {categories: ai}", "categories/type")],
    "astro": [("draft: on", "yaml/boolean"), ("pubdate: 2026-04-02", "front-matter/unknown-key")],
    "zenn": [("published_at: 2026/04/02", "front-matter/date"), ("type: news", "front-matter/schema"), ("topics: ai", "tags/type"), ("topics: [a, b, c, d, e, f]", "tags/count"),
        ("topics: [C++]", "front-matter/characters"), ("topics: [abcdefghijklmnopqrs]", "front-matter/schema"), ("emoji: 🧠🧠", "front-matter/characters"), ("publication_name: My Pub", "front-matter/schema")],
    "qiita": [("updated_at: 2026-04-02T09:00:00+09:00", "front-matter/date"), ("tags: []", "tags/count"), ("private: maybe", "front-matter/schema")],
}  # fmt: skip


def test_an_optional_rule_is_on_by_its_name_alone(tmp_path: Path) -> None:
    config = tmp_path / "lintpost.yml"
    name = "en/heading-case"

    def is_on(text: str, *select: str) -> bool:
        config.write_text(text, encoding="utf-8")
        settings = load_settings(str(config), CliOverrides(select=select))
        return next(state.on for state in rule_states(settings) if state.rule.name == name)

    assert not is_on("rules: {}\n")
    assert not is_on("extends: strict\nrules: {en/*: warning}\n")
    assert not is_on("extends: en-editorial\n", "en")
    assert is_on("rules: {en/heading-case: on}\n")
    assert is_on("rules: {}\n", name)
    assert not is_on("rules: {en/heading-case: on, en/*: off}\n")


def test_strict_is_every_rule_but_the_optional_ones(tmp_path: Path) -> None:
    states = rule_states(load_settings(str(_config(tmp_path, "strict")), CliOverrides()))
    off = {state.rule.name for state in states if not state.on}
    optional = {state.rule.name for state in states if state.rule.optional}
    assert off == optional | {"jtf/half-full-space"}
    alone = {
        "en/heading-case", "jtf/bracket-outside", "jtf/joyo-kanji", "links/bare-address", "links/insecure-own-link", "links/same-text",
        "links/vague-text", "site/orphan", "site/same-date", "site/same-slug", "structure/fence-language",
        "structure/same-heading", "terms/fair-words", "terms/trademark",
    }  # fmt: skip
    assert {rule for rule in optional if not rule.startswith("en-style/")} == alone


def _config(tmp_path: Path, preset: str) -> Path:
    path = tmp_path / "lintpost.yml"
    path.write_text(f"extends: {preset}\n", encoding="utf-8")
    return path


def test_every_preset_is_here() -> None:
    assert set(GOOD) == set(presets())


@pytest.mark.parametrize("preset", sorted(GOOD))
def test_a_good_post_passes(tmp_path: Path, preset: str) -> None:
    path, front = GOOD[preset]
    config = _config(tmp_path, preset)
    found = check_text(f"---\n{front}---\n本文です。\n", config, str(tmp_path / path))
    assert [(f.rule, f.message) for f in found] == []


@pytest.mark.parametrize(
    ("preset", "line", "rule"), [(p, *case) for p, cases in BAD.items() for case in cases]
)
def test_a_slip_is_found(tmp_path: Path, preset: str, line: str, rule: str) -> None:
    path, front = GOOD[preset]
    key = line.partition(":")[0]
    kept = [x for x in front.splitlines() if x.partition(":")[0] != key and not x.startswith(" ")]
    if rule == "front-matter/unknown-key":
        kept = [x for x in kept if x.partition(":")[0].lower() != key.replace("titel", "title")]
        kept = [x for x in kept if not x.lower().startswith("pubdate")]
    text = "---\n" + "\n".join([*kept, line]) + "\n---\n本文です。\n"
    found = check_text(text, _config(tmp_path, preset), str(tmp_path / path))
    assert rule in [f.rule for f in found if text[f.start.offset : f.end.offset] in line]


@pytest.mark.parametrize(("preset", "version"), [("jekyll", "1.1"), ("hugo", "1.2"), ("zola", "1.2"), ("astro", "1.2"), ("zenn", "1.2"), ("qiita", "1.2"), ("recommended", "1.1")])  # fmt: skip
def test_the_yaml_that_it_reads(tmp_path: Path, preset: str, version: str) -> None:
    assert load_settings(str(_config(tmp_path, preset)), CliOverrides()).site.yaml == version


def test_yaml_can_be_said(tmp_path: Path) -> None:
    config = tmp_path / "lintpost.yml"
    for renderer, version in (("kramdown", "1.1"), ("commonmark", "1.2")):
        config.write_text(f"renderer: {renderer}\n", encoding="utf-8")
        assert load_settings(str(config), CliOverrides()).site.yaml == version
        config.write_text(f"renderer: {renderer}\nyaml: 1.1\n", encoding="utf-8")
        assert load_settings(str(config), CliOverrides()).site.yaml == "1.1"
    for written in ("1.2", "'1.2'"):
        config.write_text(f"extends: jekyll\nyaml: {written}\n", encoding="utf-8")
        assert load_settings(str(config), CliOverrides()).site.yaml == "1.2"


@pytest.mark.parametrize(
    ("preset", "path", "front", "rules"),
    [
        ("hugo", "content/_index.md", "title: x", []),
        ("hugo", "content/posts/_index.ja.md", "", []),
        ("hugo", "content/posts/index.md", "title: x", ["front-matter/required"]),
        ("zola", "content/_index.md", "sort_by: date\npaginate_by: 10", []),
        ("zola", "content/_index.md", "sort_by: dates", ["front-matter/schema"]),
        ("zola", "content/a/index.md", "title: x", ["front-matter/required"]),
        ("zenn", "books/npu/1.intro.md", "title: x\nfree: true", []),
        ("zenn", "books/npu/1.intro.md", "free: true", ["front-matter/required"]),
        ("qiita", "public/a.md", "title: x\ntags: [a]\nprivate: false\nposting_campaign_uuid: null\nday: 1", []),
    ],
)  # fmt: skip
def test_pages_that_are_no_posts(
    tmp_path: Path, preset: str, path: str, front: str, rules: list[str]
) -> None:
    """What the house requires of its posts is not asked of sections and chapters."""
    config = _config(tmp_path, preset)
    config.write_text(f"extends: {preset}\nfront-matter: {{required: [day]}}\n", encoding="utf-8")
    found = check_text(f"---\n{front}\n---\n本文です。\n", config, str(tmp_path / path))
    assert [f.rule for f in found] == rules
