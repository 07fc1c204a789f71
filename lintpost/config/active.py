"""Which rules are on for a post, with what severity and options, and why."""

import os
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple, cast

from lintpost.checks import registry
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions, OptionError
from lintpost.config.globs import matches
from lintpost.config.layer import RuleSetting
from lintpost.config.settings import Settings, schema_of
from lintpost.files.settings_error import FilePosition, SettingsError, unknown_word
from lintpost.language import Text
from lintpost.packs.builtin import rules_folder
from lintpost.packs.rule import Rule, Severity, selects
from lintpost.post.post import Post
from lintpost.site.site import Site

ENGINE_CHECKS = ("suppression", "baseline")
"""The checks of the rules that the engine itself reports (`meta/…`)."""


class MissingPackage(SettingsError):
    """A rule is on whose check needs an extra that is not installed."""


class State(NamedTuple):
    """A rule under some settings. `reason` says why it is on or off."""

    rule: Rule
    on: bool
    severity: Severity
    options: dict[str, Any]
    reason: Text
    place: FilePosition | None


class ActiveRule(NamedTuple):
    """A rule that is on, ready to run."""

    rule: Rule
    severity: Severity
    options: CheckOptions
    run: Callable[[Post, CheckOptions, Site], Iterator[Hit]] | None


def rule_states(settings: Settings, post: Post | None = None) -> list[State]:
    """Every known rule for one post (None: for any post), sorted by name."""
    layers = [(layer.path, layer.rules) for layer in settings.layers]
    layers += [(settings.path or "", rules) for rules in _overrides(settings, post)]
    return [_state(settings, rule, layers) for _, rule in sorted(settings.rules.items())]


def active_rules(settings: Settings, post: Post | None = None) -> list[ActiveRule]:
    """The rules that are on for a post and whose needs the site meets.

    Raises `SettingsError` for an unknown check or option, at its place.
    """
    active = []
    site = site_for(settings, override_key(settings, post)) if post else settings.site
    for state in rule_states(settings, post):
        if not state.on:
            continue
        if state.rule.check in ENGINE_CHECKS:
            active.append(ActiveRule(state.rule, state.severity, CheckOptions(), None))
            continue
        module = check_module(state.rule)
        options = _options(module, state)
        if missing_need(module, options, site) is None:
            if hasattr(module, "prepare"):
                module.prepare(options, site)
            active.append(ActiveRule(state.rule, state.severity, options, module.run))
    return active


def check_module(rule: Rule) -> Any:
    """The module of a rule's check. Raises `SettingsError` where there is none."""
    try:
        return registry.check_module(rule.check)
    except KeyError:
        known = registry.check_names()
        text = unknown_word(rule.check, known, Text("check", "チェック"))
        raise SettingsError(FilePosition(rule.path), text) from None


def missing_need(module: Any, options: CheckOptions, site: Site) -> str | None:
    """What a check needs and the site does not have: ``names``, ``tags``, ``schema``…"""
    need = cast(str | None, module.needs(options) if hasattr(module, "needs") else None)
    return need if need is not None and not site.has(need) else None


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


def site_for(settings: Settings, key: tuple[int, ...]) -> Site:
    """The site as posts under these overrides see it: with their schema."""
    overrides = [settings.overrides[index] for index in key]
    if all(override.schema is None for override in overrides):
        return settings.site
    return settings.site.with_schema(schema_of(settings.layers, overrides))


def _is(value: Any, wanted: Any) -> bool:
    """Whether a front-matter value is the wanted one, or holds it; of a list any may be wanted."""
    if isinstance(wanted, list) and not isinstance(value, list):
        return value in wanted
    return bool(value == wanted) or (isinstance(value, list) and wanted in value)


@cache
def _relative_folder(folder: str, root: str) -> str:
    """A folder from the configuration's, with a slash behind it; "" for the very folder."""
    relative = os.path.relpath(os.path.abspath(folder), root).replace(os.sep, "/")
    return "" if relative == "." else f"{relative}/"


def _overrides(settings: Settings, post: Post | None) -> list[dict[str, RuleSetting]]:
    if post is None or not settings.overrides:
        return []
    return [settings.overrides[index].rules for index in override_key(settings, post)]


def _state(
    settings: Settings, rule: Rule, layers: list[tuple[str, dict[str, RuleSetting]]]
) -> State:
    on, severity = True, rule.severity
    given: dict[str, Any] = {}
    reason, place = Text("on unless turned off", "既定で有効"), None
    for path, rules in layers:
        for name, setting in rules.items():
            if not selects(name, rule.name):
                continue
            given |= {key: _merged(given.get(key), value) for key, value in setting.options.items()}
            if setting.level is not None:
                on = setting.level != "off"
                if setting.level not in ("on", "off"):
                    severity = cast(Severity, setting.level)
            place = setting.place
            source = _source(path, setting.place)
            reason = Text(source, source)
    overlay = settings.overlay
    if overlay.select:
        on = any(selects(word, rule.name) for word in overlay.select)
        reason = Text("--select", "--select")
    if any(selects(word, rule.name) for word in overlay.ignore):
        on, reason = False, Text("--ignore", "--ignore")
    return State(rule, on, severity, _over(rule, given, place), reason, place)


def _over(rule: Rule, given: dict[str, Any], place: FilePosition | None) -> dict[str, Any]:
    """A rule's options with those that were given laid over them. Raises `SettingsError`."""
    options = dict(rule.options)
    if rule.compat is not None:
        mode = given.pop("mode", "precise")
        if mode not in ("precise", "compat"):
            raise SettingsError(
                place or FilePosition(rule.path),
                Text(f"{rule.name}: `mode` is precise or compat, not `{mode}`",
                     f"{rule.name}：`mode` は precise か compat です（`{mode}` は使えません）"),
            )  # fmt: skip
        options |= rule.compat if mode == "compat" else {}
        if "mode" in rule.options:
            options["mode"] = mode  # for a check that has ways of its own
    return options | {key: _merged(options.get(key), value) for key, value in given.items()}


def _source(path: str, place: FilePosition) -> str:
    folder, name = os.path.split(path)
    if os.path.basename(folder) == "presets":
        return f"preset {name.removesuffix('.yml')}"
    return f"{name}:{place.line}"


def _merged(old: Any, new: Any) -> Any:
    """Mappings are merged key by key; anything else is replaced."""
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **new}
    return new


@cache
def is_installed(package: str) -> bool:
    """Whether a package of an extra can be imported; it is not."""
    from importlib.util import find_spec

    return find_spec(package) is not None


def _options(module: Any, state: State) -> CheckOptions:
    try:
        options = cast(CheckOptions, module.Options(state.options))
        # To compile every pattern takes longer than to check a post.
        if state.place is not None or not state.rule.path.startswith(rules_folder()):
            options.validate()
    except OptionError as error:
        place = state.place or FilePosition(state.rule.path)
        text = error.text
        if error.known:
            text = unknown_word(error.word, error.known, Text("option", "オプション"))
        raise SettingsError(
            place, Text(f"{state.rule.name}: {text.en}", f"{state.rule.name}：{text.ja}")
        ) from None
    if options.needs and not is_installed(options.needs):
        name = state.rule.name
        raise MissingPackage(
            state.place or FilePosition(state.rule.path),
            Text(f"{name} looks at Japanese words: pip install 'lintpost[ja]', or turn it off",
                 f"{name} は単語を調べます。pip install 'lintpost[ja]' で入れるか、ルールを off にしてください"),
        )  # fmt: skip
    return options
