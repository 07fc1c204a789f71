"""Other forms of an English word."""

from lintpost.checks.common.english.lexicon import TAGS, lexicon, readings

FORMS = ("base", "s", "past", "done", "ing", "plural", "singular")
"""The forms that `inflected` makes: of a verb base, third person, past, participle, -ing form; of a noun both numbers."""
_OF_VERBS = sum(TAGS[name] for name in ("VB", "VBZ", "VBD", "VBN", "VBG"))
_OF_NOUNS = sum(TAGS[name] for name in ("NN", "NNS", "MASS", "MASSES"))
_VOWELS = "aeiou"


def inflected(word: str, form: str) -> str:
    """A word in another form, with the capital that it has; unchanged where it is not known as such."""
    bases = _OF_NOUNS if form in ("plural", "singular") else _OF_VERBS
    found = sorted(base for base, tag in readings(word.lower()) if tag & bases)
    if not found:
        return word
    made = _made(found[0], form)
    return made[0].upper() + made[1:] if word[0].isupper() else made


def _made(base: str, form: str) -> str:
    known = lexicon()
    if form in ("base", "singular"):
        return base
    if form == "plural":
        return known.plurals.get(base) or _with_s(base)
    if form == "s":
        return {"have": "has", "be": "is"}.get(base) or _with_s(base)
    if form == "ing":
        return _joined(base, "ing")
    verb = known.verbs.get(base)
    if verb is None:
        return _joined(base, "ed")
    return verb.past[0] if form == "past" else verb.participle[0]


def _with_s(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh")) or base in ("go", "do"):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _joined(base: str, ending: str) -> str:
    if base in lexicon().doubled:
        return base + base[-1] + ending
    if base.endswith("ie") and ending == "ing":
        return base[:-2] + "ying"
    if (
        base.endswith("e")
        and not (base.endswith(("ee", "oe", "ye")) and ending == "ing")
        and base != "be"
    ):
        return base[:-1] + ending
    if base.endswith("y") and base[-2] not in _VOWELS and ending == "ed":
        return base[:-1] + "ied"
    return base + ending
