"""One entry of the dictionary of names, and one place where a post mentions it."""

from datetime import date
from typing import Literal, NamedTuple, get_args

KINDS = ("product", "company", "model", "technology", "service", "person", "event", "other")
Policy = Literal["first-mention", "every", "never", "consistent", "any"]
POLICIES: tuple[Policy, ...] = get_args(Policy)

Role = Literal["accepted", "variant", "case", "spacing"]
FIELDS = ("title", "excerpt", "description")
"""Front-matter fields that readers read and names are looked for in."""


class Name(NamedTuple):
    """One entry of `names.yml`.

    `variants` are wrong forms, ``/…/`` among them regular expressions; `not_after` and `not_before`
    (words or expressions too) say beside what the name means something else. The name is in use
    from `since` on and gives way to `successor` on the day `until`. `gloss` says how the first
    mention reads, `link` where it leads.
    """

    name: str
    kind: str = "product"
    accepted: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    bold: str | None = None
    case: str = "auto"
    owners: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    successor: str | None = None
    gloss: str | None = None
    link: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms that are right."""
        return (self.name, *self.accepted)

    @property
    def glossed(self) -> str | None:
        """How the first mention is to read: `gloss` filled in; None without one.

        ``{ja}`` is the first right form with a letter beyond ASCII, ``{en}`` the first without.
        """
        if self.gloss is None:
            return None
        english = next((form for form in self.forms if form.isascii()), None)
        japanese = next((form for form in self.forms if not form.isascii()), None)
        text = self.gloss
        for field, form in (("{name}", self.name), ("{en}", english), ("{ja}", japanese)):
            if field in text:
                if form is None:
                    return None
                text = text.replace(field, form)
        return text


class Mention(NamedTuple):
    """A name in a post: span (code points into the file), and the form that it should have.

    `field` is the front-matter key it stands in, "" in the body; `exact` is False where the span
    is that of the whole value because escapes hide the place.
    """

    start: int
    end: int
    name: Name
    text: str
    form: str
    role: Role
    field: str
    exact: bool
