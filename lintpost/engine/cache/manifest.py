"""What the results of posts depend on under some settings, told rule by rule.

The cache keeps it with the results, so that a run under other settings knows which rules' findings still hold
(`lintpost.engine.cache.difference`). Each rule has a digest of its own: of its data, level and options, of those that
overrides give it, and of the parts of the site that its check declares. The names dictionary is kept entry by entry:
whether an edit of it matters depends on the post (`lintpost.site.changed_names`).
"""

import json
import zlib
from collections.abc import Iterator
from datetime import date
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from lintpost.site.name import Name

if TYPE_CHECKING:
    from lintpost.checks.contract.check import Check
    from lintpost.config.rule_states import RuleState
    from lintpost.config.settings import Settings


class Manifest(NamedTuple):
    """`common` is a digest of what all findings depend on: under another one nothing is taken over. `comments` is one of
    what decides whether a suppression comment is of use.

    `rules` are the digests of the rules that are on for any post; of these `of_names` read the names dictionary,
    `over_site` look over the whole site, and `copying` report copies of parts of a post. `for_words` are digests of what
    a check `derives_for` some words.
    """

    common: str
    comments: str
    rules: dict[str, str]
    of_names: list[str]
    over_site: list[str]
    copying: list[str]
    for_words: dict[str, list[tuple[list[str], str]]]
    names: list[Name]


def manifest_of(settings: "Settings", package: str) -> Manifest | None:
    """The manifest of settings, given the digest of lintpost itself; None where an option is faulty."""
    from lintpost.checks.contract.options import OptionError
    from lintpost.checks.registry import find_check, looks_over_site
    from lintpost.config.rule_states import states_under

    parts = _parts(settings)
    names = settings.site.names.names if settings.site.names is not None else []
    found = Manifest(_common(settings, package), _comments(settings), {}, [], [], [], {}, names)
    for state in states_under(settings, ()):
        contributions = [*_contributions(settings, state.rule.name)]
        if not state.on and not contributions:
            continue
        check, name = find_check(state.rule.check), state.rule.name
        try:
            told = _told(settings, state, check, parts, contributions)
        except OptionError:
            return None
        found.rules[name] = _digest(told)
        for_words = _for_words(settings, state, check) if not contributions else []
        if for_words:
            found.for_words[name] = for_words
        if "names" in check.site:
            found.of_names.append(name)
        if looks_over_site(check.name):
            found.over_site.append(name)
        if check.copies is not None:
            found.copying.append(name)
    return found


def to_bytes(manifest: Manifest) -> bytes:
    """A manifest as the cache stores it."""
    names = [[*map(_plain, name)] for name in manifest.names]
    text = json.dumps([*manifest[:-1], names], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(errors="surrogatepass"), 1)


def from_bytes(data: bytes) -> Manifest | None:
    """What `to_bytes` wrote; None for anything else."""
    try:
        *fields, names = json.loads(zlib.decompress(data).decode(errors="surrogatepass"))
        return Manifest._make([*fields, [_name(values) for values in names]])
    except (ValueError, TypeError, zlib.error):
        return None


def _common(settings: "Settings", package: str) -> str:
    site = settings.site
    selectors = [(one.posts, one.front_matter) for one in settings.overrides]
    syntax = (site.renderers, site.yaml, sorted(site.code_shortcodes))
    return _digest((package, settings.lang, settings.max_bytes, syntax, selectors))


def _comments(settings: "Settings") -> str:
    return _digest((sorted(settings.rules), bool(settings.overlay.select)))


def _parts(settings: "Settings") -> dict[str, str]:
    """Digests of the parts of the site that checks declare, but for those in `_common`, files and the clock."""
    site = settings.site
    terms = [
        (term.expected, term.expression.source, term.expression.flags, *term[2:])
        for term in (site.terms.terms if site.terms is not None else ())
    ]
    schemas = [(one.data, one.resources, one.order) if one else None for one in (
        site.schema, *(override.schema for override in settings.overrides)
    )]  # fmt: skip
    words = [(field, [*one.tags.values()]) for field, one in sorted(site.vocabularies.items())]
    return {
        "names": _digest(site.names.names if site.names is not None else None),
        "terms": _digest(terms),
        "spellings": _digest(site.spellings.names if site.spellings is not None else None),
        "vocabularies": _digest(words),
        "schema": _digest(schemas),
        "needs": _digest([*map(site.has, ("names", "terms", "spellings", "schema")), *site.vocabularies]),
    }  # fmt: skip


def _contributions(settings: "Settings", rule: str) -> Iterator[tuple[Any, ...]]:
    """What the overrides say of a rule."""
    from lintpost.packs.rule import selects

    for index, override in enumerate(settings.overrides):
        for word, setting in override.rules.items():
            if selects(word, rule):
                yield index, word, setting.level, setting.options


def _told(
    settings: "Settings",
    state: "RuleState",
    check: "Check",
    parts: dict[str, str],
    contributions: list[tuple[Any, ...]],
) -> tuple[Any, ...]:
    """Everything that the findings of a rule depend on, beside the post, `_common`, and the names in it."""
    from lintpost.config.active import missing_part
    from lintpost.packs.rule import selects

    rule, site = state.rule, settings.site
    fixes = [item for item in settings.fixes.items() if selects(item[0], rule.name)]
    read = [parts[part] for part in check.site if part in parts and part != "names"]
    if check.requires is not None:
        read.append(parts["needs"])
    derived: object = None
    if contributions and (check.derives or check.derives_for):
        derived = parts["names"]  # they may be other options
    elif check.derives is not None:
        options = check.options(state.options)
        if missing_part(check, options, site) is None:
            derived = check.derives(options, site)
    level = rule.check, state.on, state.severity, state.options, rule.messages
    return level, fixes, contributions, read, derived


def _for_words(
    settings: "Settings", state: "RuleState", check: "Check"
) -> list[tuple[list[str], str]]:
    from lintpost.config.active import missing_part

    if check.derives_for is None:
        return []
    options = check.options(state.options)
    if missing_part(check, options, settings.site) is not None:
        return []
    derived = check.derives_for(options, settings.site)
    return [([*words], _digest(value)) for words, value in derived.items()]


def _digest(value: object) -> str:
    return blake2b(repr(value).encode(errors="surrogatepass"), digest_size=12).hexdigest()


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _name(values: list[Any]) -> Name:
    """A name from its fields as JSON has them."""
    given = dict(zip(Name._fields, values, strict=True))
    for field, value in given.items():
        if isinstance(value, list):
            given[field] = tuple(value)
        elif field in ("since", "until") and value is not None:
            given[field] = date.fromisoformat(value)
    return Name(**given)
