"""Which rules are on for a post, with what severity and options, and why."""

import os
from functools import cache
from typing import Any, Literal, NamedTuple, cast

from lintpost.checks.registry import looks_over_site
from lintpost.config.globs import matches
from lintpost.config.layer import RuleSetting
from lintpost.config.settings import Settings
from lintpost.files.settings_error import FilePosition, SettingsError
from lintpost.language import Text
from lintpost.packs.rule import Rule, Severity, meant_by, selects, turns_on
from lintpost.post.post import Post

ON = Text("on unless turned off", "既定で有効")
OPTIONAL = Text("optional: its own name turns it on", "名前を指定したときだけ有効")
PREVIEW = Text(
    "preview: its own name or `preview: true` turns it on",
    "プレビュー：名前の指定か `preview: true` で有効",
)
NO_SITE = Text("--no-site", "--no-site")
"""The reason of a rule that would be on if it did not look over the whole site."""


SiteRules = Literal["on", "left out", "off"]
"""Whether rules that look over the whole site are on, would be but for ``--no-site``, or are off."""


class RuleState(NamedTuple):
    """A rule under some settings. `reason` says why it is on or off; `positions` tells where each option
    was set (those that are not in it come from the rule file), `position` where the rule was set last.
    """

    rule: Rule
    on: bool
    severity: Severity
    options: dict[str, Any]
    reason: Text
    position: FilePosition | None
    positions: dict[str, FilePosition]


def rule_states(settings: Settings, post: Post | None = None) -> list[RuleState]:
    """Every known rule for one post (None: for any post), sorted by name. Raises `SettingsError`."""
    key = override_key(settings, post) if post is not None and settings.overrides else ()
    return states_under(settings, key)


def states_under(settings: Settings, key: tuple[int, ...]) -> list[RuleState]:
    """`rule_states` for the posts with an `override_key`."""
    layers = _layers(settings, key)
    return [_state(settings, rule, layers) for _, rule in sorted(settings.rules.items())]


def site_rules(settings: Settings) -> SiteRules:
    """Whether rules that look over the whole site are on for some posts. Raises `SettingsError`."""
    rules = [rule for rule in settings.rules.values() if looks_over_site(rule.check)]
    keys = [(), *((index,) for index in range(len(settings.overrides)))]
    states = [
        _state(settings, rule, layers)
        for layers in (_layers(settings, key) for key in keys)
        for rule in rules
    ]
    if any(state.on for state in states):
        return "on"
    return "left out" if any(state.reason is NO_SITE for state in states) else "off"


def override_key(settings: Settings, post: Post) -> tuple[int, ...]:
    """Which overrides a post falls under: posts with the same key have the same rules."""
    folder, name = os.path.split(post.path)
    path = _relative_folder(folder, settings.root) + name
    values = post.front_matter.values if post.front_matter else {}
    return tuple(
        index
        for index, override in enumerate(settings.overrides)
        if (not override.posts or matches(path, override.posts))
        and all(_is(values.get(key), value) for key, value in override.front_matter.items())
    )


def refuse_options_of_off_rules(settings: Settings) -> None:
    """Raise `SettingsError` where a configuration gives options to a rule that stays off.

    A later layer may switch off a rule that an earlier one gave options to, and an override may switch it
    on: neither is a mistake. Nor are options for a family of which some rule is on.
    """
    given = [
        (number, name, setting)
        for number, layer in enumerate(settings.layers)
        for name, setting in layer.rules.items()
        if setting.options and setting.level is None and not _is_preset(layer.path)
    ]
    if not given or settings.faults or settings.overlay.select or settings.overlay.ignore:
        return
    on = {state.rule.name for state in rule_states(settings) if state.on or state.reason is NO_SITE}
    for override in settings.overrides:
        for name, setting in override.rules.items():
            if setting.level not in (None, "off"):
                on |= {rule for rule in settings.rules if selects(name, rule)}
    for number, name, setting in given:
        later = [layer.rules for layer in settings.layers[number + 1 :]]
        rules = [rule for rule in settings.rules if selects(name, rule)]
        if not any(rule in on or any(_sets_level(one, rule) for one in later) for rule in rules):
            raise SettingsError(
                setting.position,
                Text(f"`{name}` is off: the options have no effect",
                     f"`{name}` は off なので、オプションは効きません"),
            )  # fmt: skip


def _sets_level(rules: dict[str, RuleSetting], rule: str) -> bool:
    return any(selects(name, rule) and one.level is not None for name, one in rules.items())


def _is_preset(path: str) -> bool:
    """Whether a layer is one of lintpost's own presets."""
    from lintpost.packs.builtin import rules_folder

    return os.path.dirname(path) == os.path.join(rules_folder(), "presets")


def _is(value: Any, wanted: Any) -> bool:
    """Whether a front-matter value is the wanted one, or holds it; of a list any may be wanted."""
    if isinstance(wanted, list) and not isinstance(value, list):
        return value in wanted
    return bool(value == wanted) or (isinstance(value, list) and wanted in value)


@cache
def _relative_folder(folder: str, root: str) -> str:
    """A folder from the configuration's, with a slash behind it; "" for that folder itself."""
    relative = os.path.relpath(os.path.abspath(folder), root).replace(os.sep, "/")
    return "" if relative == "." else f"{relative}/"


class _Layer:
    """What one layer of settings says of rules, by the name or the family that it says it of."""

    def __init__(self, path: str, rules: dict[str, RuleSetting]) -> None:
        self.path = path
        self._by_word: dict[str, list[tuple[int, str, RuleSetting]]] = {}
        for number, (name, setting) in enumerate(rules.items()):
            self._by_word.setdefault(meant_by(name), []).append((number, name, setting))

    def of(self, rule: str) -> list[tuple[int, str, RuleSetting]]:
        """The words that mean a rule, with their settings, in their order."""
        own = self._by_word.get(rule, [])
        family = rule.split("/")[0]
        return sorted([*own, *self._by_word.get(family, [])]) if family != rule else own


def _layers(settings: Settings, key: tuple[int, ...]) -> list[_Layer]:
    layers = [_Layer(layer.path, layer.rules) for layer in settings.layers]
    return layers + [_Layer(settings.path or "", settings.overrides[index].rules) for index in key]


def _state(settings: Settings, rule: Rule, layers: list[_Layer]) -> RuleState:
    on, severity = not rule.optional, rule.severity
    given: dict[str, Any] = {}
    positions: dict[str, FilePosition] = {}
    reason = (PREVIEW if rule.preview else OPTIONAL) if rule.optional else ON
    position: FilePosition | None = None
    for layer in layers:
        for _, name, setting in layer.of(rule.name):
            given |= {key: _merged(given.get(key), value) for key, value in setting.options.items()}
            positions |= setting.option_positions
            if setting.level not in (None, "off") and not turns_on(name, rule):
                continue
            if setting.level is not None:
                on = setting.level != "off"
                if setting.level not in ("on", "off"):
                    severity = cast(Severity, setting.level)
            position = setting.position
            source = _source(layer.path, setting.position)
            reason = Text(source, source)
    overlay = settings.overlay
    if overlay.select:
        on = any(turns_on(word, rule) for word in overlay.select)
        reason = Text("--select", "--select")
    if any(selects(word, rule.name) for word in overlay.ignore):
        on, reason = False, Text("--ignore", "--ignore")
    if on and overlay.no_site and looks_over_site(rule.check):
        on, reason = False, NO_SITE
    options = _over(rule, given, positions.get("mode") or position)
    return RuleState(rule, on, severity, options, reason, position, positions)


def _over(rule: Rule, given: dict[str, Any], position: FilePosition | None) -> dict[str, Any]:
    """A rule's options with those that were given laid over them. Raises `SettingsError`."""
    options = dict(rule.options)
    if rule.compat is not None:
        mode = given.pop("mode", "precise")
        if mode not in ("precise", "compat"):
            raise SettingsError(
                position or FilePosition(rule.path),
                Text(f"{rule.name}: `mode` is precise or compat, not `{mode}`",
                     f"{rule.name}：`mode` は precise か compat です（`{mode}` は使えません）"),
            )  # fmt: skip
        options |= rule.compat if mode == "compat" else {}
        if "mode" in rule.options:
            options["mode"] = mode  # for a check that has modes of its own
    return options | {key: _merged(options.get(key), value) for key, value in given.items()}


def _source(path: str, position: FilePosition) -> str:
    folder, name = os.path.split(path)
    if os.path.basename(folder) == "presets":
        return f"preset {name.removesuffix('.yml')}"
    return f"{name}:{position.line}"


def _merged(old: Any, new: Any) -> Any:
    """Mappings are merged key by key; anything else is replaced."""
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **new}
    return new
