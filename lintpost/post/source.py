"""The source text of a post: reading, decoding, lines and columns."""

import os
from bisect import bisect_right
from itertools import accumulate
from typing import BinaryIO

from lintpost.language import Text
from lintpost.post.regular_file import NotRegularError, open_regular

BOM = "\ufeff"


class UnreadablePost(Exception):
    """A file that cannot be read as a post. `text` is the reason, in both languages."""

    def __init__(self, path: str, text: Text) -> None:
        super().__init__(path, text)
        self.path = path
        self.text = text


class Source:
    """A decoded file. Offsets are 0-based code points into `text`, which includes front matter and BOM.

    `stat` is the file's status before it was read; None for text that does not come from a file.
    """

    __slots__ = ("_data", "_line_starts", "path", "stat", "text")

    def __init__(
        self,
        path: str,
        text: str,
        data: bytes | None = None,
        stat: os.stat_result | None = None,
    ) -> None:
        self.path = path
        self.text = text
        self.stat = stat
        self._data = data
        self._line_starts: list[int] | None = None

    @property
    def data(self) -> bytes:
        """The text as UTF-8: the bytes of the file."""
        if self._data is None:
            self._data = self.text.encode()
        return self._data

    @property
    def line_starts(self) -> list[int]:
        r"""The offset of the start of each line. Lines end with ``\n``, ``\r\n`` or a lone ``\r``."""
        if self._line_starts is None:
            text = self.text
            if "\r" not in text:
                sizes = map(len, text.split("\n"))
                starts = list(accumulate(map((1).__add__, sizes), initial=0))[:-1]
            else:
                starts = [0]
                at = 0
                while at < len(text):
                    feed, carriage = text.find("\n", at), text.find("\r", at)
                    ends = [end for end in (feed, carriage) if end >= 0]
                    if not ends:
                        break
                    end = min(ends)
                    at = end + (2 if text.startswith("\r\n", end) else 1)
                    starts.append(at)
            self._line_starts = starts
        return self._line_starts

    def location(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset, both 1-based, the column in code points."""
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line_span(self, line: int) -> tuple[int, int]:
        """The start and end offsets of a line (1-based), without its line end."""
        starts = self.line_starts
        end = starts[line] if line < len(starts) else len(self.text)
        start = starts[line - 1]
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end


def decode(path: str, data: bytes) -> str:
    """Decode UTF-8 bytes, keeping the BOM and all line ends.

    Raises `UnreadablePost` for other encodings and for NUL bytes, with the line.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            guess = Text("it looks like UTF-16", "UTF-16のようです")
        else:
            guess = Text(
                f"byte 0x{data[error.start]:02x} on line {line} cannot be read",
                f"{line}行目に読めないバイト（0x{data[error.start]:02x}）があります",
            )
        raise UnreadablePost(
            path,
            Text(
                f"not UTF-8: {guess.en}; save the post as UTF-8",
                f"UTF-8ではありません（{guess.ja}）。UTF-8で保存し直してください",
            ),
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise UnreadablePost(
            path,
            Text(
                f"a NUL byte on line {line}: this is not a text file, or it is damaged",
                f"{line}行目にNULバイトがあります。テキストではないか、壊れています",
            ),
        )
    return text


class _TooLarge(Exception):
    def __init__(self, size: int, max_bytes: int) -> None:
        self.text = Text(
            f"{size / 1e6:.1f} MB is more than max-file-size ({max_bytes / 1e6:g} MB)",
            f"{size / 1e6:.1f} MBあり、max-file-size（{max_bytes / 1e6:g} MB）を超えています",
        )


def _read(file: BinaryIO, size: int, max_bytes: int) -> bytes:
    """The bytes of a file of a size, which may be wrong: the file grows, or is one of ``/proc``.

    Raises `_TooLarge`.
    """
    if size > max_bytes:
        raise _TooLarge(size, max_bytes)
    data = file.read(size + 1)
    if len(data) > size:
        data += file.read(max(0, max_bytes + 1 - len(data)))
    if len(data) > max_bytes:
        raise _TooLarge(len(data), max_bytes)
    return data


def read_source(path: str, max_bytes: int) -> Source:
    """Read a post from disk.

    Raises `UnreadablePost` if the file does not exist, is not a regular file, may not be read, is
    larger than `max_bytes`, is not UTF-8 or contains a NUL byte.
    """
    try:
        with open_regular(path) as file:
            stat = os.fstat(file.fileno())
            data = _read(file, stat.st_size, max_bytes)
    except _TooLarge as error:
        raise UnreadablePost(path, error.text) from None
    except NotRegularError as error:
        raise UnreadablePost(path, error.text) from None
    except FileNotFoundError:
        if os.path.islink(path):
            text = Text(
                f"a broken link: its target {os.readlink(path)} does not exist",
                f"リンク切れです（リンク先 {os.readlink(path)} がありません）",
            )
        else:
            text = Text("no such file", "ファイルがありません")
        raise UnreadablePost(path, text) from None
    except IsADirectoryError:
        if not os.access(path, os.R_OK | os.X_OK):
            text = Text("no permission to look into it", "中を見る権限がありません")
        else:
            text = Text("a folder, not a file", "ファイルではなくフォルダーです")
        raise UnreadablePost(path, text) from None
    except PermissionError:
        raise UnreadablePost(
            path, Text("no permission to read it", "読み取りの権限がありません")
        ) from None
    except OSError as error:
        raise UnreadablePost(
            path,
            Text(f"cannot be read: {error.strerror}", f"読み取れません（{error.strerror}）"),
        ) from None
    return Source(path, decode(path, data), data, stat)
