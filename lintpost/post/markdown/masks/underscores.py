"""Identifiers with underscores: ``snake_case``, ``__init__``, ``__dirname``."""

from collections.abc import Iterator

from lintpost.post.lazy import lazy_bytes
from lintpost.post.markdown.masks.searched_text import SearchedText
from lintpost.post.markdown.masks.spans import Mask

# Python's special methods and attributes, and what Node.js, GraphQL, Jest and bundlers name so.
# Any other word between two pairs (__note__) is bold.
_DUNDER_NAMES = b"""
    abs add aenter aexit aiter all and anext annotations await bases bool builtins bytes call cached
    callee class complex contains copy cpp debug deepcopy del delattr delete delitem dict dir dirname
    div divmod doc enter eq esmodule exit file filename fixtures float floor floordiv format fspath
    func future ge get getattr getattribute getitem getnewargs getstate globals gt hash hook iadd iand
    ifloordiv ilshift imatmul imod import imul index init instancecheck int invert ior ipow irshift
    isub iter itruediv ixor kwdefaults le len lineno loader lshift lt main matmul metaclass missing
    mocks mod module mro mul name ne neg new next nodes or package path pos pow prepare proto pycache
    qualname radd rand rdiv rdivmod reduce repr reversed rfloordiv rlshift rmatmul rmod rmul ror round
    rpow rrshift rshift rsub rtruediv rxor schema self set setattr setitem setstate sizeof slots
    snapshots spec str sub subclasscheck subclasses subclasshook test tests traceback truediv trunc type
    typename unicode version weakref wrapped xor
    """
_DUNDERS = frozenset(_DUNDER_NAMES.split())
_UNDERSCORE = lazy_bytes(rb"_(?=[0-9A-Za-z_])")
_WORD = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"
_REST = lazy_bytes(rb"[0-9A-Za-z_]+")
_INNER = lazy_bytes(rb"[0-9A-Za-z]_+[0-9A-Za-z]")
_DUNDER = lazy_bytes(rb"__([A-Za-z]+)__")
_LEADING = lazy_bytes(rb"__([a-z]+)")
_LONGEST = 100
_LONG = 9
"""Length from which a name with underscores round it and inside is an identifier; ``__a_b__`` may be bold."""


def may_hold(data: bytes) -> bool:
    """Whether a body may hold such an identifier."""
    return b"_" in data


def masks(text: SearchedText) -> Iterator[Mask]:
    """Every identifier."""
    data = text.data
    after = 0
    for match in _UNDERSCORE.finditer(data):
        at = match.start()
        if at < after:
            continue
        before = data[max(at - _LONGEST, after) : at]
        start = at - len(before) + len(before.rstrip(_WORD))
        rest = _REST.match(data, at)
        after = rest.end() if rest else at + 1
        word = data[start:after]
        if not is_special(word):
            # Underscores round a name may be emphasis.
            inner = word.strip(b"_")
            if _INNER.search(inner) is None:
                continue
            start += len(word) - len(word.lstrip(b"_"))
            after = start + len(inner)
        if text.has_text(start, after):
            yield Mask(start, after, "word")


def is_special(word: bytes) -> bool:
    """Whether the underscores round a word belong to it: ``__init__``, ``__dirname``, no ``__note__``."""
    known = _DUNDER.fullmatch(word) or _LEADING.fullmatch(word)
    if known is not None:
        return known[1].lower() in _DUNDERS
    is_wrapped = word.startswith(b"__") and word.endswith(b"__")
    return is_wrapped and len(word) >= _LONG and _INNER.search(word.strip(b"_")) is not None
