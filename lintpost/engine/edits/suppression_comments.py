"""Writes comments that switch findings off, where no renderer shows them."""

from typing import NamedTuple

from lintpost.engine.finding import Finding
from lintpost.post.edit import Edit, apply_edits
from lintpost.post.front_matter.list_edits import line_end
from lintpost.post.lazy import lazy
from lintpost.post.post import Post

_UNSAFE_REASON = lazy(r"--+|[<>\r\n]")


class _Place(NamedTuple):
    """Where the comment for a finding goes: before a line of the body, or for the whole post."""

    line: int | None
    rule: str


def suppressed_text(post: Post, findings: list[Finding], reason: str) -> str:
    """The post's text with a comment for each of the findings.

    A finding in the first line of a paragraph or heading gets a comment on the line before it, which
    every Markdown renderer leaves out. Others (in lists, tables, later lines, front matter) are
    switched off for the whole post, by a comment in the front matter or at the top of the body.
    """
    lines: dict[int, dict[str, None]] = {}
    whole: dict[str, None] = {}
    for finding in findings:
        line = _own_line(post, finding)
        if line is None:
            whole[finding.rule] = None
        else:
            lines.setdefault(line, {})[finding.rule] = None
    reason = " ".join(_UNSAFE_REASON.sub(" ", reason).split())
    note = f" -- {reason}" if reason else ""
    end = line_end(post.source)
    edits = [
        Edit(start, start, f"<!-- lintpost-disable-next-line {' '.join(rules)}{note} -->{end}")
        for line, rules in lines.items()
        for start in (post.source.line_starts[line - 1],)
    ]
    # A rule that is off for the post needs no comment of its own there.
    if whole:
        edits.append(_for_the_post(post, list(whole), note, end))
    return apply_edits(post.text, sorted(edits))


def _own_line(post: Post, finding: Finding) -> int | None:
    """The line of a finding, where a comment before it starts no new block of a list, table or quote."""
    if finding.start.offset < post.body:
        return None
    index = post.markdown.block_at(finding.start.offset)
    if index < 0:
        return None
    block = post.markdown.block(index)
    line = finding.start.line
    start = post.source.line_starts[line - 1]
    above = post.text[: max(start - 1, 0)].rpartition("\n")[2].strip() if line > 1 else ""
    first = post.source.location(block.start)[0] == line and block.start == start
    return line if first and block.kind in ("Paragraph", "Heading") and not above else None


def _for_the_post(post: Post, rules: list[str], note: str, end: str) -> Edit:
    front = post.front_matter
    if front is not None and front.format in ("yaml", "toml"):
        at = front.inner_start
        return Edit(at, at, f"# lintpost: disable {' '.join(rules)}{note}{end}")
    lead = "" if post.body == 0 or post.text[: post.body].endswith("\n") else end
    comment = f"{lead}<!-- lintpost-disable-file {' '.join(rules)}{note} -->{end}{end}"
    return Edit(post.body, post.body, comment)
