r"""Texts of posts and names of files as reports for people show them.

A terminal obeys control characters, draws text after a bidirectional control in another order, and CI systems
take some lines of a log for commands. So such characters are shown by their escape (``\x1b``, ``\u202e``), a
line end as ``⏎``, and the beginnings of CI commands are broken up by a space.
"""

import re

from lintpost.post.lazy import lazy

_CONTROLS = "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
# .NET, which GitHub's and Azure's programs are written in, passes over these when it looks for a text.
_IGNORED_SET = "\xad\u200b-\u200d\u2060-\u2064\ufeff"
_IGNORED = f"[{_IGNORED_SET}]*"
# "##[" and "##vso[" count anywhere in a line, "::" at its beginning, behind white space:
# https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
# https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Microsoft.VisualStudio.Services.Agent/Command.cs
# A match is one character (or CR LF), so that it never lies on both sides of a place in the text.
_COMMAND = rf"\#(?={_IGNORED}\#{_IGNORED}(?:v{_IGNORED}s{_IGNORED}o{_IGNORED})?\[)"
_HIDDEN = lazy(rf"\r\n|[{_CONTROLS}]|{_COMMAND}", re.IGNORECASE)
_COMMAND_IN_PLAIN = lazy(r"##(?:vso)?\[", re.IGNORECASE)
_AT_START = lazy(rf"(\A[\s{_IGNORED_SET}]*:)(?={_IGNORED}:)")


def visible(text: str) -> str:
    r"""A text for a line of its own: control characters as escapes, line ends as ``⏎``, no CI command.

    What needs no change is returned as it is.
    """
    if text.isprintable() and not (  # nothing that .NET passes over is printable
        ("##" in text and _COMMAND_IN_PLAIN.search(text))
        or ("::" in text and _AT_START.match(text))
    ):
        return text
    return _AT_START.sub(r"\1 ", _HIDDEN.sub(_spelled, text))


def visible_lines(text: str) -> str:
    """A text of several lines with each line made `visible`, except for tabs and CR LF."""
    return "\n".join(map(_visible_line, text.split("\n")))


def _visible_line(line: str) -> str:
    ending = "\r" if line.endswith("\r") else ""
    return "\t".join(map(visible, line.removesuffix("\r").split("\t"))) + ending


def visible_span(text: str, start: int, end: int) -> tuple[str, int, int]:
    """A piece of a line as `visible` shows it, tabs as spaces; and where the span from `start` to `end` is then."""
    if text.isprintable() and not ("##" in text and _COMMAND_IN_PLAIN.search(text)):
        return text, start, end
    text = text.replace("\t", " ")
    new_start, new_end = start, end
    for match in _HIDDEN.finditer(text):
        growth = len(_spelled(match)) - len(match[0])
        new_start += growth if match.start() < start else 0
        new_end += growth if match.start() < end else 0
    return _HIDDEN.sub(_spelled, text), new_start, new_end


def _spelled(match: re.Match[str]) -> str:
    found = match[0]
    if found in ("\n", "\r", "\r\n"):
        return "⏎"
    if found == "#":
        return "# "
    if found == "\t":
        return r"\t"
    code = ord(found)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
