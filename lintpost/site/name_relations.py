"""How the names of a dictionary belong together: who makes what, and what took another's place."""

from typing import NamedTuple

from lintpost.site.name import Name

SOFTWARE = ("product", "other")
"""Kinds of which 「AのB」 names the maker; of a model, a service or a technology it names who uses it."""


class Relations(NamedTuple):
    """`renamed` are pairs of a name and its successor, `parents` the owners of each company, `makers` the names of all
    owners and companies, `of_software` those of the owners of `SOFTWARE`. `owned`: some name has an owner.
    """

    renamed: list[tuple[Name, Name]]
    parents: dict[str, tuple[str, ...]]
    makers: set[str]
    of_software: set[str]
    owned: bool


def relations_of(names: list[Name]) -> Relations:
    """The relations between some names."""
    by_form = {form: name for name in names for form in name.forms}
    makers = {owner for name in names for owner in name.owners}
    companies = (name for name in names if name.kind == "company" and not name.harvested)
    makers.update(name.name for name in companies)
    return Relations(
        [(name, by_form[name.successor]) for name in names if name.successor in by_form],
        {name.name: name.owners for name in names if name.kind == "company"},
        makers,
        {owner for name in names if name.kind in SOFTWARE for owner in name.owners},
        any(name.owners for name in names),
    )
