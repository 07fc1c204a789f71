"""Folders of posts without a generator's configuration."""

from posixpath import basename, splitext

from lintpost.post.lazy import lazy
from lintpost.site.addresses.address import Addresses
from lintpost.site.addresses.generator import Generator
from lintpost.site.addresses.jekyll_permalink import post_addresses
from lintpost.site.addresses.page_note import PageNote
from lintpost.site.addresses.slugs import without_date

_DATED = lazy(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}-.")


class Plain(Generator):
    """A folder of pages: a page's address is the path of its file."""

    def addresses(self, path: str, note: PageNote) -> Addresses:
        """The path itself."""
        return Addresses(f"/{path}")


class Dated(Generator):
    """Posts whose files have names such as Jekyll's: their addresses are likely to be made of the date and the rest."""

    name = "dated"
    is_guessed = True

    def addresses(self, path: str, note: PageNote) -> Addresses:
        """``/2026/01/02/name/``, or what the front matter says."""
        if note.permalink:
            return Addresses(note.permalink, note.aliases)
        name = without_date(splitext(basename(path))[0])
        found = post_addresses(basename(path), note, "/:year/:month/:day/:title/", None, ())
        return Addresses(
            found.own,
            note.aliases,
            (*found.perhaps, f"/{name}/", f"/posts/{name}/", f"/blog/{name}/"),
        )


def is_dated(path: str) -> bool:
    """Whether a file is called as Jekyll's posts are."""
    return _DATED.match(basename(path)) is not None
