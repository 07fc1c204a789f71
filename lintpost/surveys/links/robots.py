"""``robots.txt`` (RFC 9309): which addresses of a host may be asked for.

`urllib.robotparser` reads neither ``*`` nor ``$``, and takes the first rule that matches in place of the longest.
"""

from typing import NamedTuple
from urllib.parse import quote, unquote

_BLANK = " \t\ufeff"


class RobotsRules(NamedTuple):
    """The rules for lintpost: pairs of a pattern and whether it allows, and the wait that is asked for in seconds."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allows(self, target: str) -> bool:
        """Whether a path with its query may be asked for: the longest pattern that matches says; of two as long,
        the one that allows.
        """
        target = _normal(target)
        found = [
            (len(pattern), allow) for pattern, allow in self.rules if _matches(pattern, target)
        ]
        return max(found, default=(0, True))[1]


def parse_robots(text: str, agent: str) -> RobotsRules:
    """The rules of the groups that name an agent; without one, those of the groups for all (``*``)."""
    groups: dict[str, list[tuple[str, str]]] = {}
    agents: list[str] = []
    in_rules = True
    for line in text.splitlines():
        field, colon, value = line.partition("#")[0].partition(":")
        field, value = field.strip(_BLANK).lower(), value.strip(_BLANK)
        if not colon:
            continue
        if field == "user-agent":
            if in_rules:
                agents, in_rules = [], False
            agents.append(_product(value))
            groups.setdefault(agents[-1], [])
        elif field in ("allow", "disallow", "crawl-delay"):
            in_rules = True
            for name in agents:
                groups[name].append((field, value))
    lines = groups.get(agent, groups.get("*", []))
    rules = tuple((_normal(value), field == "allow") for field, value in lines if value and field != "crawl-delay")  # fmt: skip
    return RobotsRules(rules, max((_seconds(value) for field, value in lines if field == "crawl-delay"), default=0.0))  # fmt: skip


def _product(value: str) -> str:
    """A name without its version: ``Bot/1.0`` is ``bot``."""
    return value.lower().split("/")[0].split(" ")[0]


def _seconds(value: str) -> float:
    try:
        return max(float(value), 0.0)
    except ValueError:
        return 0.0


def _normal(path: str) -> str:
    """A path with the same letters percent-encoded in every spelling."""
    return quote(unquote(path), safe="/*$?&=:@!'()+,;~-._")


def _matches(pattern: str, target: str) -> bool:
    """Whether a pattern matches the beginning of a path, in one pass: each part where it first comes."""
    is_whole = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not target.startswith(first):
        return False
    at = len(first)
    if not rest:
        return not is_whole or at == len(target)
    for part in rest[:-1]:
        found = target.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    last = rest[-1]
    if is_whole:
        return len(target) - len(last) >= at and target.endswith(last)
    return target.find(last, at) >= 0
