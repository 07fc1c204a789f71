"""Loads a configuration: merges its layers, and reads the rules and dictionaries that it names."""

import os
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from lintpost.config.dictionaries.compiled_files import cached_names, cached_vocabularies
from lintpost.config.dictionaries.spellings_file import read_spellings
from lintpost.config.layer import Layer, Override, RuleSetting, read_layer
from lintpost.config.renamed_rules import with_present_names
from lintpost.config.run_settings import CliOverrides, FailOn, RunSettings
from lintpost.config.schema_files import merged
from lintpost.files.settings_error import FilePosition, SettingsError, unknown_word
from lintpost.language import Lang, Text, environment_language
from lintpost.packs.builtin import load_pack, preset_path, presets, rules_folder
from lintpost.packs.rule import Rule, selects_any
from lintpost.post.front_matter.yaml_tree import YamlVersion
from lintpost.site.files import SiteFiles
from lintpost.site.literals import Literals
from lintpost.site.name import Name
from lintpost.site.names import Names
from lintpost.site.queries import now
from lintpost.site.schema import Schema
from lintpost.site.site import Site
from lintpost.site.vocabulary import Tag, Vocabulary

if TYPE_CHECKING:
    from lintpost.site.terms import Term, Terms

DEFAULT_MAX_BYTES = 10_000_000
"""Size in bytes above which a post is not read."""
_MAX_EXTENDS = 20
"""Depth of `extends` from file to file."""


class Settings(NamedTuple):
    """A configuration, read and merged: see `RunSettings` for the fields that both have.

    `layers` go from the most general to the most specific; `fixes` maps rules and families to safe,
    unsafe or off; `overlay` has the settings from the command line, which are merged in already.
    """

    path: str | None
    root: str
    layers: tuple[Layer, ...]
    posts: tuple[str, ...]
    exclude: tuple[str, ...]
    lang: Lang
    fail_on: FailOn
    max_findings: int
    fixes: dict[str, str]
    baseline: str | None
    max_bytes: int
    site: Site
    tags_files: tuple[str, ...]
    names_files: tuple[str, ...]
    rules: dict[str, Rule]
    overrides: tuple[Override, ...]
    overlay: CliOverrides
    faults: tuple[Text, ...] = ()
    """What is wrong with installed packs, which are left out: each post reports it."""
    notes: tuple[Text, ...] = ()
    """What a run says once: old names of rules."""

    @property
    def run_settings(self) -> RunSettings:
        """The part that decides which posts are checked, and the exit status."""
        packs = dict.fromkeys(pack for layer in self.layers for pack in layer.packs or ())
        packs |= dict.fromkeys(pack for layer in self.layers for pack, _ in layer.installed)
        return RunSettings(
            self.path, self.root, self.posts, self.exclude, self.lang, self.fail_on,
            self.max_findings, self.baseline, self.max_bytes, tuple(packs), self.notes,
        )  # fmt: skip

    @property
    def files(self) -> tuple[str, ...]:
        """The site's own settings files, dictionaries and packs; findings depend on them."""
        builtin = rules_folder() + os.sep
        named = [path for layer in self.layers for path in layer.files]
        for layer in self.layers:
            for paths in (layer.tags, layer.names, layer.terms, layer.spellings, layer.packs):
                named += paths or ()
        absolute = dict.fromkeys(map(os.path.abspath, named))
        return tuple(path for path in absolute if not path.startswith(builtin))


def load_settings(path: str | None, overlay: CliOverrides) -> Settings:
    """Read a configuration file (None: the defaults) and all files that it names.

    Raises `SettingsError` for anything unknown or malformed in one of them, and for names of rules in
    `overlay` that no rule has.
    """
    layers: list[Layer] = []
    if path is not None:
        _add_file(path, layers, ())
    # `recommended` lies under every configuration, even where `extends` names it last.
    base = preset_path("recommended")
    layers = [read_layer(base), *(layer for layer in layers if layer.path != base)]
    rules = load_pack(rules_folder())
    for layer in layers:
        for pack in layer.packs or ():
            rules |= load_pack(pack)
    faults: tuple[Text, ...] = ()
    if any(layer.installed for layer in layers):
        from lintpost.config.installed_packs import add_packs

        faults = add_packs(layers, rules)
    if any("/" in rule.check for rule in rules.values()):
        from lintpost.config.installed_packs import record_installed_checks

        record_installed_checks(rules)
    layers, overlay, notes = with_present_names(layers, overlay, rules)
    if not faults:  # else a name may be that of a rule which is left out
        _refuse_unknown_rules(layers, overlay, rules)
    root = os.path.dirname(os.path.abspath(path)) if path else os.getcwd()
    return Settings(
        path=path,
        root=root,
        layers=tuple(layers),
        posts=_last(layers, "posts", ()),
        exclude=tuple(glob for layer in layers for glob in layer.exclude or ()),
        lang=overlay.lang or _last(layers, "lang", None) or environment_language(),
        fail_on=FailOn(overlay.fail_on) if overlay.fail_on else _last(layers, "fail_on", FailOn()),
        max_findings=_max_findings(layers, overlay),
        fixes={name: fix for layer in layers for name, (fix, _) in layer.fixes.items()},
        baseline=_last(layers, "baseline", None),
        max_bytes=_last(layers, "max_file_size", DEFAULT_MAX_BYTES),
        site=_site(layers, root, now(overlay.today)),
        tags_files=_last(layers, "tags", ()),
        names_files=_last(layers, "names", ()),
        rules=_for_preview(rules, overlay.preview or _last(layers, "preview", False)),
        overrides=tuple(override for layer in layers for override in layer.overrides),
        overlay=overlay,
        faults=faults,
        notes=notes,
    )


def _for_preview(rules: dict[str, Rule], preview: bool) -> dict[str, Rule]:
    """The rules, of which preview rules are optional unless they were asked for."""
    if preview or not any(rule.preview for rule in rules.values()):
        return rules
    return {n: rule._replace(optional=True) if rule.preview else rule for n, rule in rules.items()}


def _last(layers: list[Layer], field: str, default: Any) -> Any:
    """The value of the most specific layer that has the field."""
    values = [getattr(layer, field) for layer in layers]
    return next((value for value in reversed(values) if value is not None), default)


def _add_layer(
    name: str, place: FilePosition, base: str, layers: list[Layer], above: tuple[str, ...]
) -> None:
    if name in presets():
        _add_file(preset_path(name), layers, above)
        return
    path = os.path.join(base, os.path.expanduser(name))
    if not os.path.isfile(path):
        from lintpost.config.installed_packs import extended

        found = extended(name, place)
        if found is None:
            what = Text("preset or file", "プリセットまたはファイル")
            raise SettingsError(place, unknown_word(name, presets(), what))
        layers += found
        return
    _add_file(path, layers, above)


def _add_file(path: str, layers: list[Layer], above: tuple[str, ...]) -> None:
    real = os.path.realpath(path)
    if real in above or len(above) > _MAX_EXTENDS:
        raise SettingsError(
            FilePosition(path),
            Text("`extends` is circular", "`extends` が循環しています"),
        )
    layer = read_layer(path)
    for name, place in layer.extends:
        _add_layer(name, place, os.path.dirname(os.path.abspath(path)), layers, (*above, real))
    layers.append(layer)


def _refuse_unknown_rules(
    layers: list[Layer], overlay: CliOverrides, rules: dict[str, Rule]
) -> None:
    """Raise `SettingsError` where layers or the command line name a rule or family that does not exist."""
    for layer in layers:
        _refuse_unknown(layer.rules, rules)
        for override in layer.overrides:
            _refuse_unknown(override.rules, rules)
        named = [(name, place) for name, (_, place) in layer.fixes.items()]
        for name, place in [*named, *(layer.fail_on.rules if layer.fail_on else ())]:
            if not selects_any(name, rules):
                raise SettingsError(place, _unknown_rule(name, rules))
    for word in (*overlay.select, *overlay.ignore):
        if not selects_any(word, rules):
            raise SettingsError(FilePosition("--select/--ignore"), _unknown_rule(word, rules))


def _refuse_unknown(settings: dict[str, RuleSetting], rules: dict[str, Rule]) -> None:
    """Raise `SettingsError` for settings of a rule or family that does not exist."""
    for name, setting in settings.items():
        if not selects_any(name, rules):
            raise SettingsError(setting.position, _unknown_rule(name, rules))


def _unknown_rule(word: str, rules: dict[str, Rule]) -> Text:
    families = {rule.split("/")[0] + "/*" for rule in rules}
    return unknown_word(word, [*rules, *families], Text("rule", "ルール"))


def _site(layers: list[Layer], root: str, time: datetime) -> Site:
    names_files = _names_files(layers)
    terms_files = _last(layers, "terms", None)
    names: list[Name] = []
    terms: list[Term] = []
    if terms_files:
        from lintpost.packs.prh_file import read_terms

        terms = [term for path in terms_files for term in read_terms(path)]
    if names_files is not None:
        for layer in reversed(layers):
            _add_names(names, layer.own_names)
        for path in names_files:
            found, others = cached_names(path)
            _add_names(names, found)
            terms += others or ()
    tags: dict[str, list[Tag]] = {}
    own_tags = next((layer.own_tags for layer in reversed(layers) if layer.tags is not None), ())
    if own_tags:
        tags["tags"] = list(own_tags)
    for path in _last(layers, "tags", ()):
        for field, vocabulary in cached_vocabularies(path).items():
            tags.setdefault(field, []).extend(vocabulary.tags.values())
    schema = schema_of(layers, [])
    literals = Literals()
    return Site(
        renderers=_last(layers, "renderers", ("commonmark",)),
        yaml=_yaml_version(layers),
        code_shortcodes=frozenset(name for layer in layers for name in layer.code_shortcodes or ()),
        names=Names(names, literals) if names_files is not None else None,
        spellings=_spellings(_last(layers, "spellings", ()), literals),
        terms=_terms(terms) if terms or terms_files is not None else None,
        vocabularies={field: Vocabulary(words) for field, words in tags.items()},
        schema=schema,
        files=SiteFiles(root),
        literals=literals,
        now=time,
    )


def _add_names(names: list[Name], more: Iterable[Name]) -> None:
    """Add entries; one of a more specific layer replaces those that share a form with it."""
    known = {form for name in names for form in (*name.forms, *name.variants)}
    names += [name for name in more if known.isdisjoint(name.forms)]


def _max_findings(layers: list[Layer], overlay: CliOverrides) -> int:
    configured: int = _last(layers, "max_findings", 0)
    return configured if overlay.max_findings is None else overlay.max_findings


def _names_files(layers: list[Layer]) -> list[str] | None:
    """The names dictionaries of all layers, most specific first; None where no layer has any."""
    lists = [layer.names for layer in reversed(layers) if layer.names is not None]
    return list(dict.fromkeys(path for paths in lists for path in paths)) if lists else None


def _spellings(paths: Iterable[str], literals: Literals) -> Names | None:
    words = [word for path in paths for word in read_spellings(path)]
    return Names(words, literals) if words else None


def _terms(terms: "list[Term]") -> "Terms":
    from lintpost.site.terms import Terms

    return Terms(terms)


def _yaml_version(layers: list[Layer]) -> YamlVersion:
    """`yaml`, else the version that the renderer's generators read.

    Jekyll (kramdown) reads YAML 1.1; Hugo, Astro and Zenn (CommonMark) read 1.2.
    """
    for layer in reversed(layers):
        if layer.yaml is not None:
            return "1.2" if layer.yaml == "1.2" else "1.1"
        if layer.renderers is not None:
            return "1.1" if "kramdown" in layer.renderers else "1.2"
    return "1.1"


def schema_of(layers: Iterable[Layer], overrides: Iterable[Override]) -> Schema | None:
    """The schema of layers and overrides, merged; later ones take precedence. None without any."""
    parts = [*(layer.schema for layer in layers), *(item.schema for item in overrides)]
    part = merged([part for part in parts if part is not None])
    return Schema(part.data, part.resources, part.order or ()) if part is not None else None
