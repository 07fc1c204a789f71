"""A link: the page that it leads to, its address, and the part of it that is meant."""

from datetime import datetime

from lintpost.language import Lang, Text
from lintpost.server.features.links.site_links import Destination, SiteLinks
from lintpost.site.addresses.site_pages import Page

_STATES = {
    "draft": Text("A draft: not published.", "下書きのため、公開されていません。"),
    "future": Text("Dated in the future: not published yet.", "日付が先のため、まだ公開されていません。"),
    "expired": Text("Expired: no longer published.", "公開期限が過ぎています。"),
}  # fmt: skip


def link_text(links: SiteLinks, wanted: Destination, lang: Lang, now: datetime) -> str:
    """The text about what a link leads to. `now` has a time zone."""
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
