"""The tool `find_name`."""

from lintpost.server.mcp.house import House
from lintpost.server.mcp.tool import Answer, Json, Tool, ToolError, listing, mapping, text
from lintpost.site.fold import fold
from lintpost.site.name import Name
from lintpost.site.nearest import nearest

_MOST = 5

_NAME = mapping(
    ("name", "kind", "accepted", "variants", "owners", "renamed_to", "match"),
    name=text("The name as posts must write it."),
    kind=text("product, company, model, technology, service, person, event or other."),
    accepted=listing({"type": "string"}, "Other right forms."),
    variants=listing({"type": "string"}, "Wrong forms."),
    owners=listing({"type": "string"}, "Who makes it."),
    renamed_to={"type": ["string", "null"], "description": "Its new name, if it has one."},
    match={
        "enum": ["right", "wrong", "similar"],
        "description": "What the query is: a right form, a wrong one, or only like one.",
    },
)


def _run(house: House, arguments: Json) -> Answer:
    names = house.named().site.names
    if names is None:
        raise ToolError("this house has no dictionary of names")
    query = arguments["query"].strip()
    found: dict[str, tuple[Name, str]] = {}
    for name in names.names:
        if query in name.forms:
            found.setdefault(name.name, (name, "right"))
        elif fold(query) in map(fold, (*name.forms, *name.variants)):
            found.setdefault(name.name, (name, "wrong"))
    by_form = {form: name for name in names.names for form in (*name.forms, *name.variants)}
    for form in nearest(query, by_form, limit=_MOST) if not found else ():
        found.setdefault(by_form[form].name, (by_form[form], "similar"))
    data = [_data(name, match) for name, match in found.values()]
    lines = [f"{one['name']} ({one['kind']}): {query} is {one['match']}" for one in data]
    return Answer("\n".join(lines) or f"{query}: not in the dictionary", {"names": data})


def _data(name: Name, match: str) -> Json:
    return {
        "name": name.name,
        "kind": name.kind,
        "accepted": list(name.accepted),
        "variants": list(name.variants),
        "owners": list(name.owners),
        "renamed_to": name.successor,
        "match": match,
    }


TOOL = Tool(
    "find_name",
    "Look up a name",
    "Finds how this house writes the name of a product, company, person and so on, from any spelling of it.",
    mapping(
        ("query",),
        query={"type": "string", "minLength": 1, "description": "A name, as you would write it."},
    ),
    mapping(("names",), names=listing(_NAME, "The names that it may be; empty for none.")),
    _run,
)
