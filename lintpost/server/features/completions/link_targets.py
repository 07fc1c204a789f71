"""Completion of link targets: the headings of the post, and the other posts of its site."""

from lintpost.post.post import Post
from lintpost.server.documents.positions import Positions
from lintpost.server.features.completions.item import Item, item
from lintpost.server.features.links import LinkTarget, anchors, written_path
from lintpost.server.workspace.name_search import site_paths
from lintpost.server.workspace.site_settings import SiteSettings

_MOST = 500
"""Posts that are offered; the client asks anew while more is typed."""


def target_items(
    settings: SiteSettings, post: Post, target: LinkTarget, positions: Positions
) -> list[Item]:
    """What the target of a link may be, by what is typed of it; nothing for an address."""
    span = target.start, target.end
    if target.written.startswith("#"):
        return [item("value", f"#{anchor}", span, positions) for anchor in anchors(post)]
    if "://" in target.written or target.written.startswith("/"):
        return []
    typed = target.written.removeprefix("./").lower()
    paths = (written_path(path, post.path) for path in site_paths(settings) if path != post.path)
    found = [path for path in paths if typed in path.lower()]
    return [item("value", path, span, positions) for path in found[:_MOST]]
