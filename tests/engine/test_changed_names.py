"""Where an edit of the names dictionary is said not to matter to a post, its rules find the same as before."""

import os
import random
from datetime import date
from pathlib import Path
from typing import Any

from lintpost.config.active import ActiveRule, active_rules
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import Settings, load_settings
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.changed_names import ChangedNames
from lintpost.site.literals import Literals
from lintpost.site.name import Name
from lintpost.site.names import Names, escaped_fields
from lintpost.site.site import Site
from lintpost.site.vocabulary import Tag, Vocabulary
from tests.conftest import run_cli
from tests.engine.test_cache_edits import ENTRIES, FRONTS, PIECES, _edited

STEPS = int(os.environ.get("EDITS", "24")) * 2
TAGS = [
    Tag("Google"),
    Tag("GitHub", evidence=("Copilot",)),
    Tag("Gemini"),
    Tag("Rails"),
    Tag("Web"),
]
SPELLINGS = [Name("ウェブ", "other", variants=("ウエブ",), case="exact")]
_FIELDS = {
    "owner": "owners",
    "renamed-to": "successor",
    "not-after": "not_after",
    "not-before": "not_before",
}
_LISTS = ("owners", "accepted", "variants", "not_after", "not_before")


def name_of(entry: dict[str, Any]) -> Name:
    given = {_FIELDS.get(key, key): value for key, value in entry.items()}
    given |= {
        key: (value,) if isinstance(value, str) else tuple(value)
        for key, value in given.items()
        if key in _LISTS
    }
    if "until" in given:
        given["until"] = date.fromisoformat(given["until"])
    return Name(**given)


def settings_of(names: list[Name], base: Settings) -> Settings:
    literals = Literals()
    parts = {part: getattr(base.site, part) for part in Site.__slots__}
    parts |= {
        "names": Names(names, literals),
        "spellings": Names(SPELLINGS, literals),
        "literals": literals,
        "memo": None,
    }
    return base._replace(
        site=Site(
            **parts,
        ).with_vocabularies({"tags": Vocabulary(TAGS)})
    )


def found(rules: dict[str, ActiveRule], text: str, settings: Settings) -> dict[str, list[str]]:
    """What each rule finds or notes in a text."""
    post = Post(Source("a.md", text), settings.site.syntax)
    hits: dict[str, list[str]] = {}
    for rule in rules.values():
        if rule.check.run is not None:
            hits[rule.rule.name] = [
                repr(hit) for hit in rule.check.run(post, rule.options, settings.site)
            ]
        elif rule.check.facts is not None:
            hits[rule.rule.name] = [
                repr(rule.check.facts(post, rule.options, settings.site.without_files()))
            ]
    return hits


def text_of(chance: random.Random) -> str:
    words = " ".join(chance.choices(PIECES, k=chance.randint(1, 3))).split(" ")
    if chance.random() < 0.5:  # one letter is left out, doubled, or changed
        at = chance.randrange(len(words))
        letter = chance.randrange(len(words[at]) + 1)
        words[at] = words[at][:letter] + chance.choice(["", "e", "ー", "l", " ", "-", words[at][letter : letter + 1]]) + words[at][letter + chance.randint(0, 1) :]  # fmt: skip
    return f"---\n{chance.choice(FRONTS)}\n---\n\n{' '.join(words)}\n"


def derived(rule: ActiveRule, settings: Settings) -> str:
    derives = rule.check.derives or rule.check.derives_for
    return repr(derives(rule.options, settings.site)) if derives else ""


def test_any_edit(tmp_path: Path) -> None:
    chance = random.Random(os.environ.get("EDITS", ""))
    config = tmp_path / "lintpost.yml"
    config.write_text("extends: [strict, ja-editorial, ai-draft]\nlang: en\n", "utf-8")
    base = load_settings(str(config), CliOverrides())
    entries: list[Any] = []
    before = settings_of([], base)
    left_out = 0
    for _ in range(STEPS):
        new = _edited(entries, ENTRIES, chance)
        old_names, new_names = [*map(name_of, entries)], [*map(name_of, new)]
        after = settings_of(new_names, base)
        rules = [_reading_names(before), _reading_names(after)]
        kept = rules[0].keys() & rules[1].keys()
        kept = {
            one for one in kept if derived(rules[0][one], before) == derived(rules[1][one], after)
        }
        change = ChangedNames(old_names, new_names)
        for _ in range(10):
            text = text_of(chance)
            values = escaped_fields(Post(Source("a.md", text), base.site.syntax))
            if not change.affect(text.encode(), values):
                left_out += 1
                old, now = found(rules[0], text, before), found(rules[1], text, after)
                for rule in kept:
                    assert old[rule] == now[rule], (rule, text, {*old_names} ^ {*new_names})
        entries, before = new, after
    assert left_out > STEPS


def _reading_names(settings: Settings) -> dict[str, ActiveRule]:
    rules = active_rules(settings)
    return {rule.rule.name: rule for rule in rules if "names" in rule.check.site}


def test_a_word_that_a_name_brings_is_no_slip_in_posts_without_the_name(tmp_path: Path) -> None:
    (tmp_path / "lintpost.yml").write_text(
        "names: names.yml\nrules: {front-matter/*: off, ja/near-katakana: on}\n"
    )
    (tmp_path / "names.yml").write_text("names: [Hoshi]\n")
    (tmp_path / "a.md").write_text("これはユティリティです。\n", "utf-8")
    command = ("check", "--quiet", "--output-format", "concise", "a.md")
    assert b"ja/near-katakana" in run_cli(*command, cwd=tmp_path).stdout
    (tmp_path / "names.yml").write_text("names: [Hoshi, ユティリティ Nine]\n", "utf-8")
    assert run_cli(*command, cwd=tmp_path).stdout == b""
