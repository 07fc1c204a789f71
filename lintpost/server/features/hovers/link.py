"""A link: the page that it leads to, its address, and the part of it that is meant."""

import os
from datetime import datetime

from lintpost.checks.common.links.body_links import BodyLink
from lintpost.language import Lang, Text
from lintpost.post.post import Post
from lintpost.server.features.links.site_links import Destination, SiteLinks
from lintpost.server.workspace.site_settings import SiteSettings
from lintpost.server.workspace.workspace import Workspace
from lintpost.site.addresses.site_pages import Page

_AT_ONCE = 0.3
"""Seconds for which a request reads posts to know the pages of a site."""
_STATES = {
    "draft": Text("A draft: not published.", "下書きのため、公開されていません。"),
    "future": Text("Dated in the future: not published yet.", "日付が先のため、まだ公開されていません。"),
    "expired": Text("Expired: no longer published.", "掲載期限を過ぎています。"),
}  # fmt: skip


def link_text(
    workspace: Workspace, settings: SiteSettings, post: Post, link: BodyLink
) -> tuple[str, int, int] | None:
    """The text about what a link of a post leads to, with the link's span; None where that is nothing that is there,
    and for a post that is no file.
    """
    assert settings.checker is not None
    if not os.path.isabs(post.path):
        return None
    links = SiteLinks(workspace, settings, post, _AT_ONCE)
    wanted = links.destination(link)
    if wanted is None:
        return None
    named = settings.checker.settings
    return _text(links, wanted, named.lang, named.site.now), link.start, link.end


def _text(links: SiteLinks, wanted: Destination, lang: Lang, now: datetime) -> str:
    page = links.page(wanted.file)
    title = page.note.title if page is not None else ""
    lines = [f"**{title}**", f"`{wanted.file}`"] if title else [f"**`{wanted.file}`**"]
    if page is not None:
        lines += _of_page(page, lang, now)
    part = links.place(wanted) if wanted.fragment else None
    if part is not None and part.end > part.start:
        heading = part.source.text[part.start : part.end].strip("# \t")
        lines.append(Text(f"At: {heading}", f"リンク先の箇所：{heading}")[lang])
    return "\n\n".join(lines)


def _of_page(page: Page, lang: Lang, now: datetime) -> list[str]:
    generator, own = page.generator, page.addresses.own
    lines = []
    if generator.is_whole and own:
        address = generator.base + own
        lines.append(Text(f"Address: {address}", f"アドレス：{address}")[lang])
    state = generator.state(page.path, page.note, now)
    return [*lines, _STATES[state][lang]] if state else lines
