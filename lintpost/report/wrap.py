"""Breaks a message into lines of terminal cells, in Japanese and in English."""

from rich.cells import cell_len

# What may not begin a line (JIS X 4051's line-start prohibition, the marks that messages use).
_NOT_FIRST = set("、。，．）」』】〕》〉！？：；・ー…”’),.!?:;]}")
_NOT_LAST = set("（「『【〔《〈“‘([{`")


def wrap(text: str, first: int, rest: int) -> list[str]:
    """Lines of at most `first` cells (the first) and `rest` cells (the others).

    Latin words hold together; Japanese breaks between any two characters but at the marks that
    may not stand at that end.
    """
    if cell_len(text) <= first:
        return [text.rstrip()]
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        limit = first if not lines else rest
        if line and cell_len(line) + cell_len(piece.rstrip()) > limit:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    lines.append(line.rstrip())
    return lines


def _pieces(text: str) -> list[str]:
    """The smallest pieces that a line may hold."""
    pieces: list[str] = []
    for char in text:
        if pieces and not _may_break(pieces[-1][-1], char):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def _may_break(before: str, after: str) -> bool:
    if after in _NOT_FIRST or before in _NOT_LAST or after == " ":
        return False
    if before == " ":
        return True
    return ord(before) > 0x2E80 or ord(after) > 0x2E80
