"""A name that is bold here and plain there, against the house's policy."""

from collections.abc import Iterator

from lintpost.checks.common.bold.marks import add_bold
from lintpost.checks.common.bold.policy import PolicyOptions as Options
from lintpost.checks.common.bold.policy import is_set, policy_of
from lintpost.checks.common.bold.spans import bold_around
from lintpost.checks.common.names.mentions import (
    body_mentions,
    in_running_text,
    is_gloss,
    is_link,
)
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Applicability, Fix, Hit, Related
from lintpost.post.edit import Edit
from lintpost.post.markdown.emphasis import Bold
from lintpost.post.post import Post
from lintpost.site.name import Mention
from lintpost.site.site import Site


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """At most one hit for each name, at the first mention that breaks the policy."""
    bold = {(span.inner_start, span.inner_end) for span in post.markdown.bold}
    for name, mentions in body_mentions(post, site).items():
        policy = policy_of(name, options.policy)
        is_bold = any((mention.start, mention.end) in bold for mention in mentions)
        if policy == "any" or not (is_bold or policy == "every"):
            continue
        running = [mention for mention in mentions if in_running_text(post, site, mention)]
        states = _states(post, running)
        wrong, key = _against(policy, states)
        if not wrong:
            continue
        places = [mention for mention, _ in wrong]
        related = tuple(Related(mention.start, mention.end) for mention in places[1:])
        first = places[0]
        trust: Applicability = "safe" if is_set(name, options.policy) else "unsafe"
        if key == "plain":
            fix = add_bold(post, places)
            fix = fix and Fix(trust, fix.edits)
        else:
            spans = dict.fromkeys(bold for _, bold in wrong if bold)
            fix = Fix(trust, tuple(edit for bold in spans for edit in _unmark(bold)))
        params = {"name": first.text, "count": len(places)}
        yield Hit(first.start, first.end, key, params, fix, related)


_State = tuple[Mention, Bold | None]


def _states(post: Post, mentions: list[Mention]) -> list[_State | None]:
    """Each mention with its bold span; None for those that say nothing about a policy.

    Those are: links, glosses, labels (a bold name that opens its block and is followed by a colon
    or nothing), and names inside a longer bold phrase, where the phrase is what is stressed.
    """
    states: list[_State | None] = []
    for index, mention in enumerate(mentions):
        if is_link(post, mention) or is_gloss(
            post.text, mention, mentions[index - 1] if index else None
        ):
            continue
        bold = bold_around(post.markdown, mention.start, mention.end)
        if bold is None:
            states.append((mention, None))
        elif (bold.inner_start, bold.inner_end) != (mention.start, mention.end):
            states.append(None)
        elif not _is_label(post, mention, bold):
            states.append((mention, bold))
    return states


def _is_label(post: Post, mention: Mention, bold: Bold) -> bool:
    block = post.markdown.block(post.markdown.block_at(mention.start))
    lead = post.text[block.start : bold.start].strip("-*+>0123456789.) \t\r\n")
    after = post.text[bold.end : block.end].lstrip()
    return not lead and (not after or after[0] in ":：（(—–-\n")


def _against(policy: str, states: list[_State | None]) -> tuple[list[_State], str]:
    """The mentions that break a policy, and the message for them."""
    known = [state for state in states if state is not None]
    bold = [state for state in known if state[1] is not None]
    plain = [state for state in known if state[1] is None]
    if policy == "never":
        return bold, "never"
    if policy == "every":
        return plain, "plain"
    if not states or not bold:
        return [], ""
    later = [state for state in bold if state is not states[0]]
    first_is_plain = states[0] is not None and states[0][1] is None
    if policy == "first-mention":
        # A plain first mention is what bold/first-mention reports.
        return ([], "") if first_is_plain else (later if plain else [], "again")
    # consistent: all bold, all plain, or the first alone.
    if not plain or not later:
        return [], ""
    return (plain, "plain") if len(bold) > len(plain) else (later, "again")


def _unmark(bold: Bold) -> tuple[Edit, Edit]:
    return Edit(bold.start, bold.inner_start, ""), Edit(bold.inner_end, bold.end, "")


CHECK = Check(
    name="emphasis-consistency",
    options=Options,
    messages={"again": ("count", "name"), "plain": ("count", "name"), "never": ("count", "name")},
    run=run,
    reads=("front-matter", "markdown"),
    site=("names",),
    requires="names",
    changes=("strong",),
)
