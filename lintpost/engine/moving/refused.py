"""Why a move is not made."""

from lintpost.language import Text


class MoveRefused(Exception):
    """A move that would break something; `text` says what."""

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self.text = text
