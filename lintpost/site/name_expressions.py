"""Wrong forms of names given as regular expressions."""

from lintpost.post.post import Post
from lintpost.site.expressions import Expressions, Spans
from lintpost.site.js_regex import compile_literal
from lintpost.site.name import FIELDS, Mention, Name
from lintpost.site.name_context import is_meant
from lintpost.site.name_forms import goes_on


class NameExpressions:
    """The expressions of all names. Raises `PatternError` for an invalid one."""

    __slots__ = ("_expressions", "_names")

    def __init__(self, pairs: list[tuple[Name, str]]) -> None:
        self._names = [name for name, _ in pairs]
        compiled = [compile_literal(variant) for _, variant in pairs]
        self._expressions = Expressions([one for one in compiled if one is not None])

    def merged(self, post: Post, mentions: list[Mention]) -> list[Mention]:
        """The given mentions and those that the expressions find in the body and in `FIELDS`, sorted.

        Of two that overlap the earlier one wins, at the same offset the longer one.
        """
        found = [*mentions, *self._found(post, post.markdown.runs, "")]
        for key in FIELDS:
            entry = post.front_matter.get(key) if post.front_matter else None
            node = entry.node if entry is not None else None
            if node is not None and node.inner is not None and isinstance(node.value, str):
                spans = [(node.inner, node.inner + len(node.value))]
                found += self._found(post, spans, key)
        found.sort(key=lambda mention: (mention.start, -mention.end))
        kept: list[Mention] = []
        for mention in found:
            if not kept or mention.start >= kept[-1].end or not (mention.exact and kept[-1].exact):
                kept.append(mention)
        return kept

    def _found(self, post: Post, spans: Spans, field: str) -> list[Mention]:
        found = []
        for index, base, match in self._expressions.matches(post.text, spans):
            name = self._names[index]
            start, end, text = base + match.start(), base + match.end(), match[0]
            if not text or text in name.forms or goes_on(post.text, start, end):
                continue
            if is_meant(name.not_after, name.not_before, post.text, start, end):
                found.append(Mention(start, end, name, text, name.name, "variant", field, True))
        return found
