"""The tool `house_style`."""

import os
from collections.abc import Iterator

from lintpost.config.rule_states import rule_states
from lintpost.config.settings import Settings
from lintpost.packs.builtin import rules_folder
from lintpost.server.features.completions.schema_words import described, keys_of, parts_of
from lintpost.server.mcp.house import House
from lintpost.server.mcp.tool import PATH, Answer, Json, Tool, listing, mapping, number, text
from lintpost.server.workspace.tag_index import TagIndex
from lintpost.site.name import Name

_MOST_TAGS = 300
_MOST_NAMES = 300

_TAG = mapping(
    ("tag", "posts", "description", "aliases"),
    tag=text("The tag."),
    posts=number("How many posts have it."),
    description=text("What it is for."),
    aliases=listing({"type": "string"}, "Words to write the tag for."),
)
_NAME = mapping(
    ("name", "accepted", "variants"),
    name=text("How to write it."),
    accepted=listing({"type": "string"}, "Other right forms."),
    variants=listing({"type": "string"}, "Wrong forms."),
)
_KEY = mapping(
    ("key", "required", "description"),
    key=text("The key."),
    required={"type": "boolean", "description": "Whether every post must have it."},
    description=text("What it may hold."),
)
_RULE = mapping(
    ("rule", "severity", "avoid"),
    rule=text("The rule."),
    severity=text("error or warning."),
    avoid=text("What to avoid."),
)


def _run(house: House, arguments: Json) -> Answer:
    path = arguments.get("path")
    settings = house.named(house.within(path) if path is not None else "")
    index = house.tags()
    data = {
        "language": settings.lang,
        "front_matter": list(_keys(settings)),
        "tags": list(_tags(settings, index, "tags")),
        "categories": list(_tags(settings, index, "categories")),
        "names": [_name(name) for name in _own_names(settings)][:_MOST_NAMES],
        "avoid": list(_rules(settings)),
    }
    return Answer(_prompt(data), data)


def _keys(settings: Settings) -> Iterator[Json]:
    schema = settings.site.schema
    parts = list(parts_of(schema.data, schema.data)) if schema is not None else []
    for key, (inner, required) in keys_of(parts).items():
        words = described([inner] if isinstance(inner, dict) else [], settings.lang)
        yield {"key": key, "required": required, "description": words.replace("\n\n", " ")}


def _tags(settings: Settings, index: TagIndex, kind: str) -> Iterator[Json]:
    """The words that may be used, those of most posts first."""
    field = next((key for key, one in index.fields.items() if one == kind), kind)
    counts = index.counts(field)
    vocabulary = settings.site.vocabularies.get(kind)
    known = vocabulary.current if vocabulary is not None else list(counts)
    for word in sorted(known, key=lambda one: (-counts[one], one))[:_MOST_TAGS]:
        tag = vocabulary.tags[word] if vocabulary is not None else None
        yield {
            "tag": word,
            "posts": counts[word],
            "description": index.description(field, word),
            "aliases": list(tag.aliases) if tag is not None else [],
        }


def _own_names(settings: Settings) -> Iterator[Name]:
    """The names of the house's own dictionaries, not those that come with lintpost."""
    from lintpost.config.dictionaries.names_file import read_names

    for layer in settings.layers:
        yield from layer.own_names
    for path in settings.names_files:
        if not os.path.abspath(path).startswith(rules_folder()):
            yield from read_names(path)[0]


def _name(name: Name) -> Json:
    return {"name": name.name, "accepted": list(name.accepted), "variants": list(name.variants)}


def _rules(settings: Settings) -> Iterator[Json]:
    for state in rule_states(settings):
        if state.on and state.severity != "info" and not state.rule.name.startswith("meta/"):
            yield {
                "rule": state.rule.name,
                "severity": state.severity,
                "avoid": state.rule.title[settings.lang],
            }


def _prompt(data: Json) -> str:
    """The same as a text for the prompt of a writer."""
    lines = [
        "# House style",
        "",
        f"Language of messages: {data['language']}",
        "",
        "## Front matter",
    ]
    lines += [
        f"- {one['key']}{' (required)' if one['required'] else ''}: {one['description']}".rstrip(
            ": "
        )
        for one in data["front_matter"]
    ]
    for kind in ("tags", "categories"):
        lines += ["", f"## {kind.capitalize()}: use no others"] if data[kind] else []
        lines += [
            f"- {one['tag']} ({one['posts']}) {one['description']}".rstrip() for one in data[kind]
        ]
    lines += ["", "## Names"] if data["names"] else []
    lines += [
        f"- {one['name']}" + (f" (not: {', '.join(one['variants'])})" if one["variants"] else "")
        for one in data["names"]
    ]
    lines += ["", "## Avoid", *(f"- {one['avoid']} [{one['rule']}]" for one in data["avoid"])]
    return "\n".join(lines) + "\n"


TOOL = Tool(
    "house_style",
    "The style of this house",
    "What a draft must keep to: front-matter keys, the tags and categories that there are, how names are written, and "
    "what to avoid. Read it before you write.",
    mapping(path=PATH),
    mapping(
        ("language", "front_matter", "tags", "categories", "names", "avoid"),
        language=text("The language of the messages."),
        front_matter=listing(_KEY, "The keys of the front matter, required ones first."),
        tags=listing(_TAG, "The tags, those of most posts first."),
        categories=listing(_TAG, "The categories."),
        names=listing(_NAME, "The names of the house's own dictionary."),
        avoid=listing(_RULE, "What the rules that are on find."),
    ),
    _run,
)
