"""Translates JavaScript's regular expressions (ECMA-262, with the ``u`` flag) for `re`.

What `re` does not support (``\\p{…}``, lookbehind of variable width) is compiled by the `regex`
module, which takes longer to import. Dictionaries for prh and the ``/…/`` variants of names are
written in JavaScript's syntax.
"""

import re
import warnings
from typing import NamedTuple, cast

from lintpost.post.lazy import lazy
from lintpost.site.js_literal import parse_literal

_FLAGS = frozenset("gimsuy")
_OPTIONS = {"i": "IGNORECASE", "m": "MULTILINE", "s": "DOTALL"}
_SPACES = r"\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_WORD = "0-9A-Za-z_"
_BOUNDARY = f"(?:(?<![{_WORD}])(?=[{_WORD}])|(?<=[{_WORD}])(?![{_WORD}]))"
# JavaScript's \d and \w are ASCII only, \s is not.
_CLASSES = {"d": "0-9", "w": _WORD, "s": _SPACES}
_TOKEN = lazy(
    r"\\u\{(?P<point>[0-9A-Fa-f]+)\}"
    r"|\\k<(?P<name>\w+)>"
    r"|\\[pP]\{(?P<property>[^}]+)\}"
    r"|\\(?P<escape>.)"
    r"|(?P<any>\[\^\])|(?P<nothing>\[\])"
    r"|(?P<quantifier>\{[0-9]+(?:,[0-9]*)?\})"
    r"|(?P<char>.)",
    re.DOTALL,
)


_PLAIN_WORD = r"(?:[A-Za-z0-9 ,'’:-]|\[[A-Za-z -]+\])"
_LOOKBEHIND = lazy(
    rf"\(\?<(?P<kind>[=!])\(\?:(?P<words>(?:{_PLAIN_WORD}|\|)+)\)(?P<tail>{_PLAIN_WORD}*)\)"
)


class PatternError(ValueError):
    """An expression that cannot be compiled; the message is in English."""


class Expression(NamedTuple):
    """A compiled expression, with its source and flags in JavaScript."""

    pattern: re.Pattern[str]
    source: str
    flags: str


def compile_literal(text: str) -> Expression | None:
    """Compile ``/source/flags``; None for other text. Raises `PatternError`."""
    literal = parse_literal(text)
    return compile_js(*literal) if literal else None


def compile_js(source: str, flags: str = "") -> Expression:
    """Compile an expression. Raises `PatternError` if it is invalid in JavaScript or here."""
    if set(flags) - _FLAGS:
        raise PatternError(f"unknown flags: {flags}")
    return Expression(_compiled(_translated(source, "m" in flags), flags), source, flags)


def _compiled(translated: str, flags: str) -> re.Pattern[str]:
    options = [name for flag, name in _OPTIONS.items() if flag in flags]
    if r"\p{" not in translated and r"\P{" not in translated:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                return re.compile(
                    _equal_lookbehinds(translated)
                    .replace("(?<", "(?P<")
                    .replace("(?P<=", "(?<=")
                    .replace("(?P<!", "(?<!"),
                    sum(re.RegexFlag[name] for name in options),
                )
        except (re.error, FutureWarning, OverflowError):
            pass  # `regex` may support it; if not, it has the better message
    import regex

    try:
        pattern = regex.compile(
            translated, sum((getattr(regex, n) for n in options), regex.VERSION0)
        )
    except regex.error as error:
        raise PatternError(str(error)) from None
    return cast("re.Pattern[str]", pattern)


def _equal_lookbehinds(source: str) -> str:
    """Looks back at words of different lengths as one look for each, which `re` can do.

    Only plain words in one group, such as ``(?<=(?:a|the) )``; what else varies is left to `regex`.
    """

    def parted(match: re.Match[str]) -> str:
        words = [f"(?<{match['kind']}{word}{match['tail']})" for word in match["words"].split("|")]
        return f"(?:{'|'.join(words)})" if match["kind"] == "=" else "".join(words)

    return _LOOKBEHIND.sub(parted, source)


def _translated(source: str, multiline: bool) -> str:
    pieces: list[str] = []
    in_class = False
    quantified = False
    for token in _TOKEN.finditer(source):
        piece = _piece(token, in_class, multiline)
        text = token[0]
        if not in_class:
            # `a++` and `a{2}+` are invalid in JavaScript, but possessive quantifiers in `regex`.
            is_quantifier = text in ("*", "+", "?") or token["quantifier"] is not None
            if is_quantifier and quantified and text != "?":
                raise PatternError("nothing to repeat")
            quantified = is_quantifier and not (quantified and text == "?")
        if text == "[" and not in_class:
            in_class = True
        elif text == "]" and in_class:
            in_class = False
        pieces.append(piece)
    return "".join(pieces)


def _piece(token: "re.Match[str]", in_class: bool, multiline: bool) -> str:
    if token["point"]:
        return re.escape(chr(int(token["point"], 16)))
    if token["name"]:
        return f"(?P={token['name']})"
    if token["property"] or (token["any"] and in_class):
        return token[0]
    if token["any"]:
        return r"[\s\S]"
    if token["nothing"]:
        return token[0] if in_class else "(?!)"
    if token["escape"]:
        return _escape(token["escape"], in_class)
    char = token["char"]
    if char == "[" and in_class:
        return r"\["
    if char == "{" and not in_class:
        return r"\{"  # a quantifier was taken above; `regex` would read {e<=1} as fuzzy
    if char == "$" and not in_class and not multiline:
        return r"\Z"
    return token[0]


def _escape(char: str, in_class: bool) -> str:
    if char in _CLASSES:
        return _CLASSES[char] if in_class else f"[{_CLASSES[char]}]"
    if char.lower() in _CLASSES and not in_class:
        return f"[^{_CLASSES[char.lower()]}]"
    if char in "bB" and not in_class:
        return _BOUNDARY if char == "b" else f"(?!{_BOUNDARY})"
    if char == "b":
        return r"\x08"
    if char == "0":
        return r"\x00"
    return char if char == "/" else "\\" + char
