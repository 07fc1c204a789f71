"""Computes what a move changes, and proves it, before anything is written."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from lintpost.engine.finding import PostError
from lintpost.engine.guard import guarded
from lintpost.engine.moving.link_uses import link_uses
from lintpost.engine.moving.moves import MovedFiles, Moves
from lintpost.engine.moving.own_values import is_dated, own_value_edits
from lintpost.engine.moving.proof import changes_targets_alone
from lintpost.engine.moving.redirects import redirect_key, with_redirect
from lintpost.engine.moving.refused import MoveRefused
from lintpost.engine.moving.related_names import RelatedNames
from lintpost.engine.moving.rewrite import Rewriter
from lintpost.language import Text
from lintpost.post.edit import Edit, apply_edits
from lintpost.post.post import Post
from lintpost.post.source import Source, read_source
from lintpost.site.addresses.address import key_of
from lintpost.site.addresses.page_note import PageNote
from lintpost.site.addresses.site_pages import Page, SitePages
from lintpost.site.files import SiteFiles
from lintpost.site.site import Site


class FileChange(NamedTuple):
    """A post whose text changes, or that moves: its path before and after, from the site's root, and its texts."""

    old: str
    new: str
    before: str
    after: str


class LeftLink(NamedTuple):
    """A link that may lead nowhere afterwards, for it could not be written anew: its post (by its old path), line and
    target.
    """

    path: str
    line: int
    target: str


class Redirect(NamedTuple):
    """A published post's old and new address, and the key that a redirect was added to; None where none was."""

    old: str
    new: str
    key: str | None


class MovePlan(NamedTuple):
    """What a move does. `links` counts the targets that are written anew, `unread` are posts that were not searched."""

    moves: Moves
    changes: list[FileChange]
    links: int
    left: list[LeftLink]
    redirects: list[Redirect]
    unread: list[PostError]


def plan_move(
    root: str, shown: Mapping[str, str], moves: Moves, site: Site, max_bytes: int
) -> MovePlan:
    """Plan a move in the site whose posts are `shown`: their paths from `root`, and those to read them by.

    Raises `MoveRefused`.
    """
    unread: list[PostError] = []
    sources: dict[str, Source] = {}
    for key, path in shown.items():
        found = guarded(path, partial(read_source, path, max_bytes))
        if isinstance(found, PostError):
            unread.append(found)
        else:
            sources[key] = found
    for key, path in shown.items():
        if moves.takes(key) and key not in sources:
            raise MoveRefused(Text(f"{path}: cannot be read", f"{path}：読めません"))
    return _Planner(root, sources, moves, site).plan(unread)


class _Planner:
    """Plans one move."""

    def __init__(self, root: str, sources: Mapping[str, Source], moves: Moves, site: Site) -> None:
        self._sources = sources
        self._moves = moves
        self._site = site
        self._own: dict[str, list[Edit]] = {}
        files = SiteFiles(root)
        self._before = SitePages(files, dict(self._notes_before()), site.yaml)
        self._after = SitePages(MovedFiles(files, moves), dict(self._notes_after()), site.yaml)
        self._rewriter = Rewriter(self._before, self._after, moves)
        self._names = RelatedNames(self._before, self._after, moves)

    def plan(self, unread: list[PostError]) -> MovePlan:
        """The whole plan."""
        self._refuse_addresses()
        plan = MovePlan(self._moves, [], 0, [], [], unread)
        links = 0
        for key, source in self._sources.items():
            post = Post(source, self._site.syntax)
            edits, targets, left = self._edits(key, post)
            plan.left.extend(left)
            links += len(edits) - len(self._own.get(key, ()))
            after = self._proved(post, edits, targets) if edits else post.text
            new = self._moves.new_path(key)
            if new != key:
                after = self._redirected(key, after, plan.redirects)
            if new != key or after != post.text:
                plan.changes.append(FileChange(key, new, post.text, after))
        return plan._replace(links=links)

    def _notes_before(self) -> Iterator[tuple[str, PageNote]]:
        for key, source in self._sources.items():
            post = Post(source, self._site.syntax)
            if self._moves.takes(key):
                _refuse_unreadable(post)
                self._own[key] = list(own_value_edits(post, key, self._moves.new_path(key)))
            yield key, PageNote.of_front_matter(post.front_matter, post.text)

    def _notes_after(self) -> Iterator[tuple[str, PageNote]]:
        for key, page in self._before.posts.items():
            new = self._moves.new_path(key)
            if not self._own.get(key):
                yield new, page.note
            else:
                text = apply_edits(self._sources[key].text, self._own[key])
                yield new, PageNote.of_text(text, self._site.yaml)

    def _refuse_addresses(self) -> None:
        """Refuse a move that takes a post out of what its generator publishes, or to another post's address."""
        moved = {self._moves.new_path(key): key for key in self._own}
        known = {key_of(page.addresses.own): path for path, page in self._before.posts.items() if path not in self._own and page.addresses.own}  # fmt: skip
        for new, old in moved.items():
            was, will = self._before.posts[old], self._after.posts[new]
            if self._moves.takes(f"{was.generator.root}/x") and was.generator.root:
                raise MoveRefused(Text(f"{was.generator.root} holds the configuration of a site", f"{was.generator.root} にはサイトの設定があります"))  # fmt: skip
            if was.generator.name == "jekyll" and "_posts/" in f"/{new}" and not is_dated(new):
                raise MoveRefused(Text(f"{new}: Jekyll wants files in _posts to be called YYYY-MM-DD-name", f"{new}：_posts のファイル名は YYYY-MM-DD-名前 にしてください（Jekyll）"))  # fmt: skip
            own = will.addresses.own
            is_gone = was.addresses.own and not own
            if is_gone and (will.generator.name != "zola" or not new.startswith(will.generator.content_roots)):  # fmt: skip
                raise MoveRefused(Text(f"{new}: there it would have no address", f"{new}：その場所では公開されません（URLがありません）"))  # fmt: skip
            other = known.get(key_of(own)) if own else None
            if other is not None and key_of(own) != key_of(was.addresses.own):
                raise MoveRefused(Text(f"{other} has the address {own} already", f"{other} がすでに {own} というURLです"))  # fmt: skip

    def _edits(self, key: str, post: Post) -> tuple[list[Edit], list[str], list[LeftLink]]:
        """The edits of a post, the targets of its links afterwards, and the links that cannot be written anew."""
        edits = [*self._own.get(key, ()), *self._names.edits(post)]
        targets: list[str] = []
        left: list[LeftLink] = []
        page = self._before.posts[key]
        for use in link_uses(post):
            new = self._rewriter.new_target(page, use.kind, use.target)
            can_write = new is not None and use.start >= 0
            targets.append(new if new is not None and can_write else use.target)
            if new == use.target:
                continue
            if new is None or not can_write:
                left.append(LeftLink(key, post.source.location(use.place)[0], use.target))
                continue
            edits.append(Edit(use.start, use.start + len(use.target), new))
        return sorted(set(edits)), targets, left

    def _proved(self, post: Post, edits: list[Edit], targets: list[str]) -> str:
        text = apply_edits(post.text, edits)
        after = Post(Source(post.path, text), self._site.syntax)
        found = [use.target for use in link_uses(after)]
        if found != targets or not changes_targets_alone(post, after, edits):
            raise MoveRefused(Text(f"{post.path}: its links cannot be written anew without changing something else", f"{post.path}：ほかの部分を変えずにリンクを書き換えることができません"))  # fmt: skip
        return text

    def _redirected(self, key: str, text: str, redirects: list[Redirect]) -> str:
        """The text of a post that has moved, with a redirect where its address has changed."""
        was = self._before.posts[key]
        will = self._after.posts[self._moves.new_path(key)]
        old, new = was.addresses.own, will.addresses.own
        is_out = not was.generator.state(key, was.note, self._site.now)
        if not is_out or (key_of(old) == key_of(new) if old and new else not old and not new):
            return text
        if not old or not new:  # Zola's addresses of Japanese names are not known
            redirects.append(Redirect(old or "?", new or "?", None))
            return text
        name = redirect_key(will.generator)
        post = Post(Source(self._sources[key].path, text), self._site.syntax)
        after = with_redirect(post, name, *_without_language(will, old, new)) if name else None
        redirects.append(Redirect(old, new, name if after is not None else None))
        return text if after is None else after


def _without_language(page: Page, old: str, new: str) -> tuple[str, str]:
    """Addresses as Hugo's aliases have them: it puts the language before them."""
    if page.generator.name != "hugo":
        return old, new
    for language in page.generator.languages:
        lead = f"/{language}/"
        if old.startswith(lead) and new.startswith(lead):
            return old[len(lead) - 1 :], new[len(lead) - 1 :]
    return old, new


def _refuse_unreadable(post: Post) -> None:
    front = post.front_matter
    if front is not None and front.problems:
        line = post.source.location(front.problems[0].start)[0]
        raise MoveRefused(
            Text(
                f"{post.path}:{line}: its front matter cannot be read",
                f"{post.path}:{line}：フロントマターを読めません",
            )
        )
