"""The rules that are on for a post, with their options read: ready to run."""

from functools import cache
from typing import NamedTuple

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.options import CheckOptions, OptionError
from lintpost.checks.registry import find_check, is_installed_check, looks_over_site
from lintpost.config.needed_words import BuiltinNeeds
from lintpost.config.rule_states import RuleState, override_key, states_under
from lintpost.config.settings import Settings, schema_of
from lintpost.files.settings_error import FilePosition, SettingsError, unknown_word
from lintpost.language import Text
from lintpost.packs.builtin import rules_folder
from lintpost.packs.rule import Rule, Severity
from lintpost.post.post import Post
from lintpost.site.site import Site


class MissingPackage(SettingsError):
    """A rule is on whose check needs an extra that is not installed."""


class ActiveRule(NamedTuple):
    """A rule that is on, ready to run."""

    rule: Rule
    severity: Severity
    options: CheckOptions
    check: Check


def active_rules(settings: Settings, post: Post | None = None) -> list[ActiveRule]:
    """The rules that are on for a post and whose needs the site meets.

    Raises `SettingsError` for an option that the check does not take, at its place.
    """
    return active_under(settings, override_key(settings, post) if post else ())


def active_under(
    settings: Settings,
    key: tuple[int, ...],
    *,
    over_site: bool = False,
    running: "frozenset[str] | None" = None,
) -> list[ActiveRule]:
    """`active_rules` for the posts with an `override_key`; with `over_site` only those that look over the
    whole site. With `running` only those rules are prepared to run.
    """
    active = []
    site = site_for(settings, key)
    needs = BuiltinNeeds()
    for state in states_under(settings, key):
        if not state.on or (over_site and not looks_over_site(state.rule.check)):
            continue
        prepared = running is None or state.rule.name in running
        try:
            rule = _active(state, site, needs, prepared=prepared)
        except SettingsError:
            raise
        except Exception as error:
            if not is_installed_check(state.rule.check):
                raise
            rule = _broken(state, error)
        if rule is not None:
            active.append(rule)
    needs.keep()
    return active


def _active(
    state: RuleState, site: Site, needs: BuiltinNeeds, *, prepared: bool
) -> ActiveRule | None:
    """A rule that is on, ready to run if `prepared`; None where the site lacks what it requires."""
    check = find_check(state.rule.check)
    options = _options(check, state)
    if missing_part(check, options, site) is not None:
        return None
    if check.prepare is not None and prepared:
        needs.use(site.literals, builtin=_is_builtin(state))
        check.prepare(options, site)
    return ActiveRule(state.rule, state.severity, options, check)


def _broken(state: RuleState, error: Exception) -> ActiveRule:
    """A rule whose check, one of an installed package, raises an error before it runs."""
    from lintpost.checks.installed import broken_check

    check = broken_check(state.rule.check, error)
    return ActiveRule(state.rule, state.severity, check.options(), check)


def missing_part(check: Check, options: CheckOptions, site: Site) -> str | None:
    """What a check requires and the site does not have: ``names``, ``tags``, ``schema``…"""
    required = check.requires_for(options)
    return required if required is not None and not site.has(required) else None


def site_for(settings: Settings, key: tuple[int, ...]) -> Site:
    """The site as posts under these overrides see it: with their schema."""
    overrides = [settings.overrides[index] for index in key]
    if all(override.schema is None for override in overrides):
        return settings.site
    return settings.site.with_schema(schema_of(settings.layers, overrides))


@cache
def is_installed(package: str) -> bool:
    """Whether a package of an extra can be imported; this does not import it."""
    from importlib.util import find_spec

    return find_spec(package) is not None


def _is_builtin(state: RuleState) -> bool:
    """Whether a rule and all its options come with lintpost."""
    given = (*state.positions.values(), *filter(None, [state.position]))
    places = (state.rule.path, *(place.path for place in given))
    return all(place.startswith(rules_folder()) for place in places)


def _options(check: Check, state: RuleState) -> CheckOptions:
    position = state.position or FilePosition(state.rule.path)
    try:
        options = check.options(state.options)
        # To compile every pattern takes longer than to check a post.
        if not _is_builtin(state):
            options.validate()
    except OptionError as error:
        if error.path:
            position = state.positions.get(str(error.path[0]), position)
        text = error.text
        if error.known:
            text = unknown_word(error.word, error.known, Text("option", "オプション"))
        raise SettingsError(
            position, Text(f"{state.rule.name}: {text.en}", f"{state.rule.name}：{text.ja}")
        ) from None
    missing = check.reported_for(options) - set(state.rule.messages) if state.positions else ()
    for key in sorted(missing):
        raise SettingsError(
            position,
            Text(f"{state.rule.name}: with these options the rule needs a message `{key}`, which its file lacks",
                 f"{state.rule.name}：このオプションにはメッセージ「{key}」が必要ですが、ルールファイルにありません"),
        )  # fmt: skip
    package = check.package_for(options)
    if package and not is_installed(package):
        name = state.rule.name
        raise MissingPackage(
            position,
            Text(f"{name} looks at Japanese words: pip install 'lintpost[ja]', or turn it off",
                 f"{name} は単語を調べます。pip install 'lintpost[ja]' で入れるか、ルールを off にしてください"),
        )  # fmt: skip
    return options
