"""Zenn and Qiita: services that publish a repository's articles."""

from posixpath import basename, splitext

from lintpost.post.lazy import lazy
from lintpost.site.addresses.address import Addresses
from lintpost.site.addresses.generator import Generator
from lintpost.site.addresses.page_note import PageNote
from lintpost.site.anchors.rules import AnchorRule

_USER = lazy(r"^/[A-Za-z0-9_]+(?=/(?:articles|books|scraps)(?:/|$))")


class Zenn(Generator):
    """A repository of Zenn's articles and books (zenn.dev/zenn/articles/zenn-cli-guide).

    An address begins with the author's name, which the repository does not say: an article of another author
    may have any slug.
    """

    name = "zenn"
    is_whole = True

    def __init__(self, root: str) -> None:
        super().__init__(root, "https://zenn.dev")
        self.content_roots = tuple(map(self._below, ("articles", "books")))
        self.anchors = AnchorRule.ZENN

    def addresses(self, path: str, note: PageNote) -> Addresses:
        """``/articles/SLUG``, ``/books/BOOK/viewer/CHAPTER``; the author's name goes before."""
        parts = path.removeprefix(self._below("")).split("/")
        slug = splitext(parts[-1])[0]
        if parts[0] == "articles" and len(parts) == 2:
            return Addresses(f"/articles/{slug}")
        if parts[0] == "books" and len(parts) == 3:
            chapter = slug.partition(".")[2] if slug.partition(".")[0].isdigit() else slug
            return Addresses(f"/books/{parts[1]}/viewer/{chapter}", (), (f"/books/{parts[1]}",))
        return Addresses()

    def may_make(self, key: str) -> bool:
        """Everything but this repository's own articles, named without an author."""
        return not key.startswith(("/articles/", "/images/"))


def without_author(address: str) -> str:
    """An address of Zenn's without the author that it begins with."""
    return _USER.sub("", address, 1)


class Qiita(Generator):
    """A repository of Qiita's articles (qiita-cli): only an article's own id is in it."""

    name = "qiita"

    def __init__(self, root: str) -> None:
        super().__init__(root, "https://qiita.com")
        self.content_roots = (self._below("public"),)
        self.anchors = AnchorRule.QIITA

    def addresses(self, path: str, note: PageNote) -> Addresses:
        """``/items/ID``: new articles are called by their id."""
        return Addresses(f"/items/{splitext(basename(path))[0]}")

    def may_make(self, key: str) -> bool:
        """Every other page is Qiita's."""
        return True
