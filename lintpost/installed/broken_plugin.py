"""The error of a plug-in that cannot be used."""

from lintpost.language import Text


class BrokenPlugin(Exception):
    """Why a plug-in cannot be used: the text names package, entry point and fault, in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text

    def __reduce__(self) -> tuple[type["BrokenPlugin"], tuple[Text]]:
        return BrokenPlugin, (self.text,)
