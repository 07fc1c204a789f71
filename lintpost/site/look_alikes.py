"""Letters that are drawn alike: ``OpenAl`` for OpenAI, ``Gооgle`` with two Cyrillic letters."""

# Cyrillic and Greek letters that are drawn as Latin ones (Unicode's confusables.txt), then the letters
# and digits of ASCII that many typefaces draw alike.
_FOREIGN = "АВЕЅІЈКМНОРСТХУаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_LATIN = "ABESIJKMHOPCTXYaeopcyxijsABEZHIKMNOPTYXo"
_SKELETON = str.maketrans(_FOREIGN + "I1|0", _LATIN.replace("I", "l") + "lllO")

FOREIGN_LETTERS = frozenset(_FOREIGN)


def skeleton(word: str) -> str:
    """A word as it looks: letters that are drawn alike become one, and case stays."""
    return word.translate(_SKELETON)
