"""Writes a link's target anew for what it leads to after a move, in the way in which it was written."""

from collections.abc import Iterator
from posixpath import basename, dirname, relpath, splitext

from lintpost.checks.common.links.body_links import LinkKind
from lintpost.engine.moving.meaning import PAGE_ENDING, Meaning, Way, meaning_of, without_base
from lintpost.engine.moving.moves import Moves
from lintpost.engine.moving.related_names import names_of
from lintpost.site.addresses.address import joined, key_of, written_address
from lintpost.site.addresses.resolution import Target, target_of
from lintpost.site.addresses.site_pages import Page, SitePages

_INDEXES = ("index", "_index")


class Rewriter:
    """Rewrites targets for one move. `before` and `after` are the pages of the site as they are and as they will be."""

    def __init__(self, before: SitePages, after: SitePages, moves: Moves) -> None:
        self._before = before
        self._after = after
        self._moves = moves
        moving = [page for path, page in before.posts.items() if moves.takes(path)]
        folders = {
            basename(dirname(page.path)) for page in moving if moves.takes(dirname(page.path))
        }
        self._names = {name for page in moving for name in names_of(page)} - {""} | folders
        unknown = (
            page for page in moving if not page.addresses.own or page.generator.name == "plain"
        )
        self._names_without_address = {name for page in unknown for name in names_of(page)} - {
            ""
        } | folders

    def new_target(self, page: Page, kind: LinkKind, written: str) -> str | None:
        """The new target of a link in a page (as it is before); the same where nothing need change.

        None where the link breaks and no way of writing it was found that leads to the same file, or where it cannot be
        told whether it leads to what moves, whose name it ends in.
        """
        target = target_of(written)
        meaning = meaning_of(self._before, page, kind, target)
        if meaning is None:
            return None if self._is_doubtful(page, kind, target) else written
        if not (self._moves.takes(page.path) or self._moves.takes(meaning.path)):
            return written
        there = self._after.posts[self._moves.new_path(page.path)]
        wanted = self._moves.new_path(meaning.path)
        candidates = list(self._candidates(page, there, kind, written, meaning))
        if kind != "post_url" or not self._moves.takes(meaning.path):
            candidates.insert(0, written)  # Jekyll warns of names that leave the folder out
        for candidate in candidates:
            found = meaning_of(self._after, there, kind, target_of(candidate))
            if found is not None and found.path == wanted and _way(found) == _way(meaning):
                return candidate
        return None

    def _is_doubtful(self, page: Page, kind: LinkKind, target: Target) -> bool:
        """Whether a link whose end cannot be told may lead to what moves, or is relative to it."""
        if target.host or not target.path:
            return False
        name = _last_part(target.path)
        if kind not in ("link", "image"):
            return name in self._names
        if target.path.startswith("/"):
            return name in self._names_without_address  # else it would be known by its address
        new = self._moves.new_path(page.path)
        return dirname(page.path) != dirname(new) or name in self._names

    def _candidates(
        self, page: Page, there: Page, kind: LinkKind, written: str, meaning: Meaning
    ) -> Iterator[str]:
        path = written.partition("#")[0].partition("?")[0]
        rest = written[len(path) :]
        wanted = self._moves.new_path(meaning.path)
        if meaning.way == "name":
            for name in _names(kind, path, wanted, page, there):
                yield name + rest
            return
        target = target_of(written)
        address = self._address(page, target.path, meaning)
        if meaning.start is not None and address is not None:
            start = there.addresses.own + meaning.start
            yield _written(_with_dot(_relative_address(start, address), path), path) + rest
        elif target.host or path.startswith("/"):
            lead = path[: len(path) - len("/" + path.split("://", 1)[1].partition("/")[2])] if target.host else ""  # fmt: skip
            if meaning.way == "file" and wanted.startswith(meaning.root):
                address = "/" + _in_style(wanted[len(meaning.root) :], target.path, meaning.path)
            if address is not None:
                kept = without_base(page.generator, target.path)
                before_it = target.path[: len(target.path) - len(kept)]
                yield lead + _written(before_it + address, path[len(lead) :]) + rest
        elif meaning.way == "file":
            file = _in_style(wanted, target.path, meaning.path)
            shown = relpath(file or ".", dirname(there.path) or ".")
            shown += "/" if path.endswith("/") else ""
            yield _written(_with_dot(shown, path), path) + rest

    def _address(self, page: Page, path: str, meaning: Meaning) -> str | None:
        """The new address for a link by address, written as the old one was; None where it is not known."""
        own = page.addresses.own
        old = joined(own + meaning.start, path) if meaning.start is not None else path
        old = without_base(page.generator, old)
        if not self._moves.takes(meaning.path):
            return old
        was = self._before.at_path(meaning.path)
        will = self._after.at_path(self._moves.new_path(meaning.path))
        if was is not None and will is not None:
            return _restyled(old, was.addresses.own, will.addresses.own)
        folder_page = self._before.at(key_of(dirname(old)))  # a file of a bundle
        if folder_page is None:
            return None
        will = self._after.at_path(self._moves.new_path(folder_page.path))
        if will is None or not will.addresses.own:
            return None
        return f"{will.addresses.own.rstrip('/')}/{basename(old)}"


def _written(address: str, like: str) -> str:
    """An address as a link writes it. That spaces are encoded says nothing of how other letters are written."""
    return written_address(address, like.replace("%20", " "))


def _way(meaning: Meaning) -> tuple[Way, bool]:
    return meaning.way, meaning.start is None


def _last_part(path: str) -> str:
    """The name at the end of a path, without its ending."""
    return PAGE_ENDING.sub("", basename(path.rstrip("/")))


def _restyled(written: str, own: str, new: str) -> str | None:
    """A new address, with the ending that the old one was written with beside the page's own."""
    if not own or not new:
        return None
    key, known = key_of(written), key_of(own)
    if key != known and known.endswith(key):  # without its language
        lead = known.removesuffix(key)
        new = new.removeprefix(lead) if new.startswith(f"{lead}/") else new
    if written.endswith("/index.html") and not own.endswith("/index.html"):
        return f"{new.rstrip('/')}/index.html"
    bare = new.removesuffix(".html") if own.endswith(".html") and not written.endswith(".html") else new  # fmt: skip
    if own.endswith("/") and not written.endswith("/"):
        return bare.rstrip("/") or "/"
    if written.endswith("/") and not bare.endswith(("/", ".html")):
        return f"{bare}/"
    return bare


def _names(kind: LinkKind, path: str, wanted: str, page: Page, there: Page) -> Iterator[str]:
    """What tags and shortcodes call a file."""
    roots = there.generator.content_roots
    root = next((one for one in roots if wanted.startswith(one)), None)
    if root is None:
        return
    inner = wanted[len(root) :]
    if kind == "ref":
        inner = _without_language(inner, path, there)
    if kind == "post_url":
        before, _, behind = inner.rpartition("_posts/")
        if "_posts/" in inner and not (before and "/" in behind):
            slash = "/" if path.startswith("/") else ""
            yield slash + splitext(before + behind)[0]
        return
    if kind == "file":
        yield ("/" if path.startswith("/") else "") + inner
        return
    lead = "@/" if path.startswith("@/") else "/" if path.startswith("/") else ""
    if not lead and "/" not in path.strip("/"):
        yield _in_style(basename(inner), path, basename(inner))
    if not lead and path.startswith("."):
        yield _with_dot(relpath(_in_style(wanted, path, wanted), dirname(there.path) or "."), path)
    yield lead + _in_style(inner, path, inner)
    if not lead:
        yield "/" + _in_style(inner, path, inner)


def _without_language(inner: str, path: str, page: Page) -> str:
    """A path without the language in its name, if the old one had none: Hugo adds that of the page that refers to it."""
    stem, ending = splitext(inner)
    before, _, language = stem.rpartition(".")
    old = PAGE_ENDING.sub("", path)
    is_one = before and language in page.generator.languages and not old.endswith(f".{language}")
    return before + ending if is_one else inner


def _in_style(path: str, written: str, old: str) -> str:
    """The path of a file, without its ending, or its name where it is an index, if the old one was written so."""
    is_index = splitext(basename(path))[0] in _INDEXES
    name = PAGE_ENDING.sub("", basename(written.rstrip("/")))
    if is_index and name not in _INDEXES and splitext(basename(old))[0] in _INDEXES:
        return dirname(path)
    if PAGE_ENDING.search(written) is None and PAGE_ENDING.search(path) is not None:
        return PAGE_ENDING.sub("", path)
    return path


def _relative_address(start: str, address: str) -> str:
    """An address as a relative one from another (the inverse of `joined`)."""
    folder = start.rpartition("/")[0]
    shown = relpath(address, folder or "/")
    if address.endswith("/") and not shown.endswith("/"):
        shown += "/"
    return shown


def _with_dot(shown: str, like: str) -> str:
    return f"./{shown}" if like.startswith("./") and not shown.startswith(".") else shown
