"""Conversion between code-point and UTF-8 byte offsets of one text."""

from bisect import bisect_right
from itertools import accumulate, chain

_STEP = 512
"""Code points between two checkpoints."""


class Offsets:
    """Converts offsets (0-based) both ways, in near-constant time after one linear pass.

    There is a checkpoint every `_STEP` code points; from there a short slice is encoded or decoded.
    Byte offsets must lie between characters, else `UnicodeDecodeError` is raised. Text that is all
    ASCII needs no checkpoints.
    """

    __slots__ = ("_ascii", "_bytes", "_data", "_text")

    def __init__(self, text: str, data: bytes) -> None:
        self._text = text
        self._data = data
        self._ascii = len(text) == len(data)
        self._bytes: list[int] | None = None

    @property
    def _checkpoints(self) -> list[int]:
        """The byte offset of every `_STEP`-th code point, made on first use."""
        if self._bytes is None:
            text = self._text
            pieces = (text[at : at + _STEP] for at in range(0, len(text), _STEP))
            sizes = (len(piece.encode()) for piece in pieces)
            self._bytes = list(accumulate(sizes, initial=0))
        return self._bytes

    def byte(self, point: int) -> int:
        """The byte offset of a code-point offset."""
        if self._ascii:
            return point
        step = point // _STEP
        return self._checkpoints[step] + len(self._text[step * _STEP : point].encode())

    def point(self, byte: int) -> int:
        """The code-point offset of a byte offset."""
        if self._ascii:
            return byte
        checkpoints = self._checkpoints
        step = bisect_right(checkpoints, byte, 0, len(checkpoints) - 1) - 1
        return step * _STEP + len(self._data[checkpoints[step] : byte].decode())

    def points(self, offsets: list[int], base: int) -> list[int]:
        """The code-point offsets of ascending byte offsets, plus `base`. Decodes each byte only once."""
        if self._ascii:
            return [base + offset for offset in offsets]
        slices = map(slice, chain((0,), offsets), offsets)
        lengths = map(len, map(bytes.decode, map(self._data.__getitem__, slices)))
        return list(accumulate(lengths, initial=base))[1:]
