"""An entry of the names dictionary, and a mention of it in a post."""

from datetime import date
from typing import Literal, NamedTuple, get_args

KINDS = ("product", "company", "model", "technology", "service", "person", "event", "other")
Policy = Literal["first-mention", "every", "never", "consistent", "any"]
POLICIES: tuple[Policy, ...] = get_args(Policy)
BOLD_WORDS = (*POLICIES, "policy")
"""What `bold` of a name may say; ``policy`` leaves it to what the house sets for its kind, if anything."""

Role = Literal["accepted", "variant", "case", "spacing"]
FIELDS = ("title", "excerpt", "description")
"""Front-matter fields that are shown to readers, and in which names are looked for."""


class Name(NamedTuple):
    """One entry of `names.yml`.

    `accepted` are further right forms, `variants` wrong ones (``/…/`` is a regular expression).
    `not_after` and `not_before` are words or expressions next to which the name means something
    else. The name is in use from `since` on, and `successor` replaces it from the day `until` on.
    `gloss` is the wording of the first mention, `link` the address it links to. An entry is
    `harvested` where `lintpost init` collected it and nobody has looked at it yet: only its
    `variants` are wrong, no form is derived from it, and its fixes are unsafe.
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
    harvested: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """The right forms, the name first."""
        return (self.name, *self.accepted)

    @property
    def glossed(self) -> str | None:
        """The wording of the first mention: `gloss` with its placeholders filled in.

        ``{en}`` is the first right form in ASCII, ``{ja}`` the first other one. None if there is no
        gloss, or no form for a placeholder.
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
    """A name in a post: its span (code points into the whole file, half-open), its text as written,
    and the form it should have.

    `field` is the front-matter key it is in, "" in the body. `exact` is False if the span is that of
    the whole value, because escapes prevent finding the place in it.
    """

    start: int
    end: int
    name: Name
    text: str
    form: str
    role: Role
    field: str
    exact: bool
