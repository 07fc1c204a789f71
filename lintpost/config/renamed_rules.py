"""Old names of rules in a configuration and on the command line: they work as before, with a note."""

from collections.abc import Mapping
from typing import NamedTuple

from lintpost.config.layer import Layer, RuleSetting
from lintpost.config.run_settings import CliOverrides
from lintpost.language import Text
from lintpost.packs.rule import Rule


class Renamed(NamedTuple):
    """Layers and options of the command line in which rules have their present names, and a note for each old
    name that stood in them.
    """

    layers: list[Layer]
    overlay: CliOverrides
    notes: tuple[Text, ...]


def with_present_names(
    layers: list[Layer], overlay: CliOverrides, rules: Mapping[str, Rule]
) -> Renamed:
    """Put the present names in the place of old ones. What has the name of a rule is that rule."""
    aliases = {
        old: (rule, until)
        for rule in rules.values()
        for old, until in rule.aliases
        if old not in rules
    }
    if not aliases:
        return Renamed(layers, overlay, ())
    notes: dict[Text, None] = {}

    def present(name: str, place: str) -> str:
        if name not in aliases:
            return name
        rule, until = aliases[name]
        notes[note_of(place, name, rule.name, until)] = None
        return rule.name

    def settings(given: dict[str, RuleSetting]) -> dict[str, RuleSetting]:
        return {present(name, str(one.position)): one for name, one in given.items()}

    layers = [
        layer._replace(
            rules=settings(layer.rules),
            overrides=tuple(one._replace(rules=settings(one.rules)) for one in layer.overrides),
            fixes={present(name, str(fix[1])): fix for name, fix in layer.fixes.items()},
            fail_on=layer.fail_on
            and layer.fail_on._replace(
                rules=tuple((present(n, str(place)), place) for n, place in layer.fail_on.rules)
            ),
        )
        for layer in layers
    ]
    overlay = overlay._replace(
        select=tuple(present(word, "--select") for word in overlay.select),
        ignore=tuple(present(word, "--ignore") for word in overlay.ignore),
    )
    return Renamed(layers, overlay, tuple(notes))


def note_of(place: str, old: str, new: str, until: str) -> Text:
    """Says that a rule has another name by now, and how long the old one works."""
    return Text(
        f"{place}: {old} is called {new} now; the old name works until {until}",
        f"{place}：{old} は {new} に改名されました。古い名前が使えるのは {until} までです",
    )
