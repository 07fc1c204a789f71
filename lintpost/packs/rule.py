"""A rule: a named, documented use of a check."""

from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from lintpost.language import Lang, Text

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class Rule(NamedTuple):
    """What a run needs of a rule file. `messages` has the key "" where there is one message;
    `compat` are the options that take others' places in ``mode: compat``, None where the check
    itself knows the modes or there are none. `optional`: only its own name turns it on, no family does.
    `preview`: the same, unless settings ask for preview rules. `since` is the version that brought the rule, ""
    if it is not said; `aliases` are its old names, each with the day or version until which it works.
    """

    name: str
    check: str
    severity: Severity
    options: dict[str, Any]
    title: Text
    messages: dict[str, Text]
    path: str
    compat: dict[str, Any] | None = None
    optional: bool = False
    preview: bool = False
    since: str = ""
    aliases: tuple[tuple[str, str], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Its name, and its old ones."""
        return (self.name, *(old for old, _ in self.aliases)) if self.aliases else (self.name,)

    def message(self, key: str, params: dict[str, Any], lang: Lang) -> str:
        """One of the messages, filled in. Raises KeyError for a key or parameter that is not there."""
        shown = {name: _shown(value, lang) for name, value in params.items()}
        template = self.messages[key][lang]
        for name, value in params.items():
            if isinstance(value, list):  # its items bring their own marks
                template = template.replace(f"「{{{name}}}」", f"{{{name}}}").replace(
                    f"“{{{name}}}”", f"{{{name}}}"
                )
        return template.format_map(shown)


def meant_by(word: str) -> str:
    """The name of the rule or of the family that a word of the command line or of settings means."""
    if "/" in word and word[-1] not in "/*":
        return word
    family = word.removesuffix("/*").rstrip("/")
    return family if "/" not in family else word


def selects(word: str, rule: str) -> bool:
    """Whether a word of the command line means a rule: its name, or its family."""
    return word == rule or meant_by(word) == rule.split("/")[0]


def turns_on(word: str, rule: Rule) -> bool:
    """Whether a word that turns rules on means a rule; an optional one is meant by its name alone."""
    return word == rule.name if rule.optional else selects(word, rule.name)


def selects_any(word: str, rules: Iterable[str]) -> bool:
    """Whether a word means any rule at all."""
    return any(selects(word, rule) for rule in rules)


def _shown(value: Any, lang: Lang) -> Any:
    """A parameter as it is written in one language."""
    if isinstance(value, str):
        return value if len(value) <= 40 else value[:39].replace("\n", " ") + "…"
    if isinstance(value, Text):
        return value[lang]
    if isinstance(value, list):
        if lang == "ja":
            return "".join(f"「{item}」" for item in value)
        quoted = [f"“{item}”" for item in value]
        return " or ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
    return value
