"""Completion of rules, and of the comments that switch them off."""

from collections.abc import Iterable

from lintpost.config.settings import Settings
from lintpost.server.documents.positions import Positions
from lintpost.server.features.completions.item import Item, item


def rule_items(
    settings: Settings,
    span: tuple[int, int],
    positions: Positions,
    *,
    families: bool,
    end: str = "",
) -> list[Item]:
    """All rules, with their titles; with `families` these as well. `end` is written behind them."""
    lang = settings.lang
    found = [
        item("rule", name, span, positions, new=f"{name}{end}", detail=rule.title[lang])
        for name, rule in sorted(settings.rules.items())
    ]
    if families:
        names = dict.fromkeys(name.partition("/")[0] for name in sorted(settings.rules))
        found += [
            item("rule", f"{name}/*", span, positions, new=f"{name}/*{end}") for name in names
        ]
    return found


def word_items(words: Iterable[str], span: tuple[int, int], positions: Positions) -> list[Item]:
    """Plain words."""
    return [item("value", word, span, positions) for word in words]
