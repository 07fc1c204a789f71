"""The link at a place of a post."""

from lintpost.checks.common.links.body_links import BodyLink, body_links
from lintpost.post.post import Post


def target_at(post: Post, offset: int) -> BodyLink | None:
    """The link whose target is at an offset: of one by reference that stands at its definition. Images are none."""
    around = [one for one in _links(post) if one.start <= offset <= one.end]
    return _inside(post, around[0].start, around[0].end) if around else None


def link_at(post: Post, offset: int) -> BodyLink | None:
    """The link whose target, or else whose tag, text or label, is at an offset. One by reference has its own place
    then.
    """
    found = target_at(post, offset) or _tag_at(post, offset)
    if found is not None:
        return found
    for kind, target, _, start, end in post.markdown.targets():
        if kind == "Link" and target and start <= offset < end:
            own = BodyLink("link", target, start, end, is_exact=False)
            return _inside(post, start, end) or own
    return None


def _tag_at(post: Post, offset: int) -> BodyLink | None:
    """The link of a Liquid tag or a shortcode that is at an offset, with the fragment behind it."""
    for link in _links(post):
        if link.kind != "link":
            start = post.text.rfind("{{" if link.kind == "ref" else "{%", 0, link.start)
            end = post.text.find("}", link.end) + len(link.target) - (link.end - link.start)
            if start <= offset <= end:
                return link
    return None


def _inside(post: Post, start: int, end: int) -> BodyLink | None:
    """The last link in a span: a shortcode or a tag stands in a link, behind its text."""
    inside = [one for one in _links(post) if start <= one.start and one.end <= end]
    return inside[-1] if inside else None


def _links(post: Post) -> list[BodyLink]:
    return [one for one in body_links(post) if one.kind != "image" and one.is_exact]
