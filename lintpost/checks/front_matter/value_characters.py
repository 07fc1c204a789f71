"""Characters of front-matter values that a service refuses."""

from collections.abc import Iterator

from lintpost.checks.common.front_values import entry_of
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

# Blocks that hold nothing but emoji, for a quick answer without the library.
PLAIN_EMOJI = lazy(
    "[\U0001f337-\U0001f37d\U0001f400-\U0001f4fd\U0001f4ff-\U0001f53d\U0001f5fb-\U0001f64f"
    "\U0001f680-\U0001f6c5\U0001f90c-\U0001f93a\U0001f947-\U0001f9ff]\ufe0f?"
)
_EMOJI = (
    r"\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3|(?![0-9#*]|\p{Regional_Indicator})\p{Emoji}"
)


class Options(CheckOptions):
    """`emoji`: keys that hold exactly one emoji. `without`: the characters that no string of a key may
    hold: ``topics: " +#"``.
    """

    emoji: tuple[str, ...] = ()
    without: dict[str, str] = {}


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """At each value that is not one emoji, and at the first refused character of each string."""
    for key in options.emoji:
        entry = entry_of(post, key)
        if entry is not None and isinstance(entry.node.value, str) and entry.node.value.strip():
            node = entry.node
            if not is_one_emoji(node.value.strip()):
                yield Hit(node.start, node.end, "emoji", {"key": key, "value": node.value})
    for key, refused in options.without.items():
        entry = entry_of(post, key)
        for node in entry.node.each() if entry is not None else ():
            if isinstance(node.value, str):
                yield from _refused(key, node, frozenset(refused))


def is_one_emoji(text: str) -> bool:
    """Whether a text is one emoji as a reader sees it: a family, a flag and a keycap are one each."""
    if PLAIN_EMOJI.fullmatch(text):
        return True
    import regex

    (first, *others) = regex.findall(r"\X", text)
    return not others and regex.match(_EMOJI, first) is not None


def _refused(key: str, node: ValueNode, refused: frozenset[str]) -> Iterator[Hit]:
    value = node.value
    signs = list(dict.fromkeys(char for char in value.strip() if char in refused))
    if not signs:
        return
    start, end = node.start, node.end
    if node.inner is not None:
        start = node.inner + value.index(signs[0])
        end = start + 1
    shown = " ".join("␣" if sign == " " else sign for sign in signs)
    yield Hit(start, end, "refused", {"key": key, "value": value, "signs": shown})


def _reported(options: Options) -> set[str]:
    return {key for key, on in (("emoji", options.emoji), ("refused", options.without)) if on}


CHECK = Check(
    name="value-characters",
    options=Options,
    messages={"emoji": ("key", "value"), "refused": ("key", "signs", "value")},
    reported=_reported,
    run=run,
    reads=("front-matter",),
)
