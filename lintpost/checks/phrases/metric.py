"""A figure that is calculated from a post (Vale's `metric`)."""

import ast
import operator
from collections.abc import Callable, Iterator
from functools import cache
from typing import cast

from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.common.sentences.prose import nodes
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions, OptionError
from lintpost.language import Text
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.post.prose.sentences import sentences
from lintpost.site.site import Site

_WORD = lazy("[A-Za-z][A-Za-z'’-]*")
_KANJI = lazy("[\u3005\u3400-\u9fff]")
_KANA = lazy("[\u3041-\u3096\u30a1-\u30fa\u30fc]")
_VOWELS = lazy("[aeiouy]+")
_CONDITION = lazy(r"\s*(<=|>=|==|!=|<|>)\s*(-?[0-9]+(?:\.[0-9]+)?)\s*$")
_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
}  # fmt: skip
_OPERATORS: dict[type, Callable[[float, float], float]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
}  # fmt: skip
NAMES = (
    "characters", "words", "sentences", "paragraphs", "syllables", "long_words", "complex_words", "polysyllabic_words",
    "kanji", "kana", "headings", "list_items", "images", "links", "code_blocks",
)  # fmt: skip


class Options(CheckOptions):
    """`formula`: numbers, + - * / and brackets over the counts in `NAMES`. `condition`: when it is reported
    (``> 12``). A post without what the formula divides by has no figure.
    """

    formula: str = "0"
    condition: str = "> 0"

    def __init__(self, values: dict[str, object] | None = None) -> None:
        """Raises `OptionError` for a formula or condition that cannot be read."""
        super().__init__(values)
        if not _CONDITION.match(self.condition):
            _fail("condition", self.condition)
        try:
            _check(_parsed(self.formula).body)
        except (SyntaxError, KeyError, RecursionError):
            _fail("formula", self.formula)


def _fail(key: str, value: str) -> None:
    known = ", ".join(NAMES)
    raise OptionError(
        [key], Text(f"`{value}` cannot be read; known are numbers, + - * / and {known}",
                    f"`{value}` は読めません。使えるのは数値、+ - * /、{known} です"),
    )  # fmt: skip


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at the beginning of the body."""
    condition = _CONDITION.match(options.condition)
    counts = _counts(post)
    try:
        value = _value(_parsed(options.formula).body, counts)
    except ZeroDivisionError:
        return
    if condition and _COMPARE[condition[1]](value, float(condition[2])):
        first = post.markdown.first_leaf
        start = post.markdown.point(first[0]) if first else post.body
        end = post.text.find("\n", start)
        yield Hit(
            start,
            end if end >= 0 else len(post.text),
            "",
            {"value": f"{value:.2f}", "condition": options.condition},
        )


def _counts(post: Post) -> dict[str, float]:
    scope = scope_of(post, "body")
    texts = [scope.text[start:end] for start, end in scope.spans]
    words = [word for text in texts for word in _WORD.findall(text)]
    spoken = [syllables(word) for word in words]

    def of(kind: str) -> int:
        return len(nodes(post, kind, compat=False))

    return {
        "characters": sum(len("".join(text.split())) for text in texts),
        "words": len(words),
        "sentences": sum(len(sentences(text)) for text in texts),
        "paragraphs": of("Paragraph"),
        "syllables": sum(spoken),
        "long_words": sum(len(word) > 6 for word in words),
        "complex_words": sum(count > 2 for count in spoken),
        "polysyllabic_words": sum(count > 2 for count in spoken),
        "kanji": sum(len(_KANJI.findall(text)) for text in texts),
        "kana": sum(len(_KANA.findall(text)) for text in texts),
        "headings": of("Heading"),
        "list_items": of("ListItem"),
        "images": of("Image"),
        "links": of("Link"),
        "code_blocks": of("CodeBlock"),
    }


def syllables(word: str) -> int:
    """Groups of vowels, a silent e left out: a rule of thumb, good to a few percent over a text."""
    lower = word.lower()
    count = len(_VOWELS.findall(lower))
    if lower.endswith("e") and not lower.endswith(("le", "ee")) and count > 1:
        count -= 1
    return max(count, 1)


@cache
def _parsed(formula: str) -> ast.Expression:
    return ast.parse(formula.strip(), mode="eval")


def _check(node: ast.expr) -> None:
    """Raise KeyError for anything but arithmetic over the known names: no code of a user's runs."""
    if isinstance(node, ast.BinOp):
        _OPERATORS[type(node.op)]
        _check(node.left)
        _check(node.right)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        _check(node.operand)
    elif isinstance(node, ast.Name):
        if node.id not in NAMES:
            raise KeyError(node.id)
    elif not (isinstance(node, ast.Constant) and type(node.value) in (int, float)):
        raise KeyError(type(node).__name__)


def _value(node: ast.expr, counts: dict[str, float]) -> float:
    if isinstance(node, ast.BinOp):
        return _OPERATORS[type(node.op)](_value(node.left, counts), _value(node.right, counts))
    if isinstance(node, ast.UnaryOp):
        return -_value(node.operand, counts)
    if isinstance(node, ast.Name):
        return counts[node.id]
    assert isinstance(node, ast.Constant)  # `_check` lets nothing else pass
    return float(cast(float, node.value))


CHECK = Check(
    name="metric",
    options=Options,
    messages={"": ("value", "condition")},
    run=run,
    reads=("front-matter", "markdown"),
)
