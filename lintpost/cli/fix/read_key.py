"""Reads one key."""

import os
import sys
import unicodedata

try:
    import termios
    import tty
except ImportError:  # Windows
    termios = None  # type: ignore[assignment]

_END = ("\x04", "\x1a")
"""Ctrl-D, and Ctrl-Z on Windows: the end of the input."""


def read_key(prompt: str) -> str | None:
    """Print a prompt and return the key that is typed, in lower case, without waiting for Enter; None at the
    end of the input. Enter itself is passed over. Where standard input is no terminal, the first character of
    a line. Raises KeyboardInterrupt.
    """
    if not sys.stdin.isatty():
        try:
            return input(prompt).strip().lower()[:1]
        except EOFError:
            print()
            return None
    key = _windows_key(prompt) if termios is None else _posix_key(prompt)
    if key in _END:
        print()
        return None
    key = unicodedata.normalize(
        "NFKC", key
    ).lower()  # a Japanese keyboard may be in full-width mode
    print(key if key.isprintable() else "")
    return key


def _posix_key(prompt: str) -> str:
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    tty.setcbreak(descriptor)  # and drop what was typed before the question
    try:
        print(prompt, end="", flush=True)
        while data := os.read(descriptor, 32):  # one key may be several bytes
            if typed := data.decode(errors="replace").strip("\r\n"):
                return typed[0]
        return _END[0]
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _windows_key(prompt: str) -> str:
    import msvcrt

    print(prompt, end="", flush=True)
    while True:
        key: str = msvcrt.getwch()  # type: ignore[attr-defined]
        if key == "\x03":
            raise KeyboardInterrupt
        if key not in "\r\n":
            return key
