"""Code points and UTF-8 bytes of one text, each as the other."""

from bisect import bisect_right
from itertools import accumulate, chain

_STEP = 512


class Offsets:
    """Converts offsets both ways in near-constant time, after one linear pass.

    Every `_STEP` code points there is a checkpoint; an offset is its checkpoint's and what a
    short slice between them encodes or decodes to. Byte offsets must lie between characters.
    """

    __slots__ = ("_ascii", "_bytes", "_data", "_text")

    def __init__(self, text: str, data: bytes) -> None:
        self._text = text
        self._data = data
        self._ascii = len(text) == len(data)
        self._bytes: list[int] | None = None

    @property
    def _checkpoints(self) -> list[int]:
        """The byte offset of every `_STEP`-th code point; made when first asked for."""
        if self._bytes is None:
            text = self._text
            pieces = (text[at : at + _STEP] for at in range(0, len(text), _STEP))
            sizes = (len(piece.encode()) for piece in pieces)
            self._bytes = list(accumulate(sizes, initial=0))
        return self._bytes

    def byte(self, point: int) -> int:
        """The byte offset of a code point."""
        if self._ascii:
            return point
        step = point // _STEP
        return self._checkpoints[step] + len(self._text[step * _STEP : point].encode())

    def point(self, byte: int) -> int:
        """The code-point offset of a byte."""
        if self._ascii:
            return byte
        checkpoints = self._checkpoints
        step = bisect_right(checkpoints, byte, 0, len(checkpoints) - 1) - 1
        return step * _STEP + len(self._data[checkpoints[step] : byte].decode())

    def points(self, offsets: list[int], base: int) -> list[int]:
        """Ascending byte offsets as code points, `base` added: each byte is decoded once."""
        if self._ascii:
            return [base + offset for offset in offsets]
        slices = map(slice, chain((0,), offsets), offsets)
        lengths = map(len, map(bytes.decode, map(self._data.__getitem__, slices)))
        return list(accumulate(lengths, initial=base))[1:]
