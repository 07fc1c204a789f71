"""The first mention of a name, which leads where the dictionary says."""

from collections.abc import Iterator

from lintpost.checks.common.bold.spans import bold_around, stray_runs
from lintpost.checks.common.names.mentions import body_mentions, in_running_text, is_link, trust_in
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.site.name import Mention
from lintpost.site.site import Site


class Options(CheckOptions):
    """No options: where a first mention leads stands under `link` of the name."""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit for each name with a link in a post that never links there."""
    for name, mentions in body_mentions(post, site).items():
        if name.link is None or name.link in post.text:
            continue
        running = (one for one in mentions if in_running_text(post, site, one))
        first = next(running, None)
        if first is None or any(is_link(post, one) for one in mentions):
            continue
        fix = None
        if not stray_runs(post) and "]" not in first.text:
            address = f"<{name.link}>" if set(name.link) & set(" ()") else name.link
            start, end = _shown(post, first)
            edits = Edit(start, start, "["), Edit(end, end, f"]({address})")
            fix = Fix(trust_in(first), edits)
        yield Hit(first.start, first.end, "", {"name": first.text, "link": name.link}, fix)


def _shown(post: Post, mention: Mention) -> tuple[int, int]:
    """A mention with its bold marks, where it is all that is bold: ``**[name](address)**`` followed by a
    letter is no bold to CommonMark, ``[**name**](address)`` always is.
    """
    bold = bold_around(post.markdown, mention.start, mention.end)
    if bold is not None and (bold.inner_start, bold.inner_end) == (mention.start, mention.end):
        return bold.start, bold.end
    return mention.start, mention.end


CHECK = Check(
    name="name-link",
    options=Options,
    messages={"": ("link", "name")},
    run=run,
    subject="name",
    reads=("front-matter", "markdown"),
    site=("names",),
    requires="names",
    changes=("link",),
)
