"""Two ways to write one thing, of which a post takes one (Vale's `consistency`)."""

from collections.abc import Iterator
from itertools import takewhile

from lintpost.checks.common.patterns.phrase_options import PhraseOptions, refuse_bad_patterns
from lintpost.checks.common.patterns.phrases import phrases
from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit, Related
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.site.site import Site

_MOST_FORMS = 50
"""Forms of the usual way among which the same word is looked for."""


class Options(PhraseOptions):
    """`either` maps one way to the other (words or regular expressions)."""

    scope: tuple[str, ...] = ("body",)
    either: dict[str, str] = {}
    ignorecase: bool = False
    nonword: bool = False

    def validate(self) -> None:
        """Every pattern can be read."""
        refuse_bad_patterns("either", (*self.either, *self.either.values()))


def prepare(options: Options, site: Site) -> None:
    """Let the words of the patterns be looked for from the first post on."""
    for pair in options.either.items():
        phrases(site, pair, options.ignorecase, not options.nonword)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """For each pair that a post mixes, the rarer way at each of its places; of equals the later one."""
    for one, other in options.either.items():
        compiled = phrases(site, (one, other), options.ignorecase, not options.nonword)
        if not compiled.may_match_each(post):
            continue
        for name in options.scope:
            scope = scope_of(post, name)
            found: tuple[list[tuple[int, int, int]], list[tuple[int, int, int]]] = ([], [])
            for number, piece, match in compiled.matches(post, name):
                found[number].append((*match.span(), piece))
            if not found[0] or not found[1]:
                continue
            first, second = found
            order = len(first) - len(second) or (min(second) > min(first)) - (
                min(first) > min(second)
            )
            usual, odd = (first, second) if order > 0 else (second, first)
            start, end, piece = min(usual)
            related = (Related(*scope.source(piece, start, end)),)
            form = scope.text[start:end]
            forms = list(dict.fromkeys(scope.text[s:e] for s, e, _ in usual))[:_MOST_FORMS]
            is_word = _is_literal(one) and _is_literal(other)
            for start, end, piece in sorted(odd):
                place = scope.source(piece, start, end)
                text = scope.text[start:end]
                params = {
                    "text": text,
                    "name": form,
                    "count": len(odd),
                    "usual": len(usual),
                }
                same = forms[0] if is_word else _same_word(text, forms)
                fix = None
                if same and scope.is_whole(piece, start, end):
                    fix = Fix("unsafe", (Edit(*place, _cased(same, text)),))
                yield Hit(*place, "", params, fix, related)


_ENDINGS = ("e", "es", "ed", "ing", "er", "ers", "ation", "ations")


def _is_literal(pattern: str) -> bool:
    """Whether a pattern is a word and nothing else, so that all its matches are alike."""
    return all(char.isalnum() or char in " '-" for char in pattern)


def _same_word(text: str, forms: list[str]) -> str | None:
    """A text in the spelling of the first form that is the same word, as `color` is of `colour`.

    Two that differ in one letter, in two that change places, or in up to two that one of them lacks. Figures
    must be the same.
    """
    figures = _figures(text)
    for form in forms:
        if _figures(form) != figures:
            continue
        ours, theirs = _differing(text.casefold(), form.casefold())
        one_letter = len(ours) == len(theirs) == 1
        lacking = not (ours and theirs) and len(ours + theirs) <= 2
        swapped = len(ours) == 2 and ours == theirs[::-1]
        if one_letter or lacking or swapped:
            return form
        if ours[1:] in _ENDINGS and theirs[1:] in _ENDINGS:
            at = _shared(text.casefold(), form.casefold())
            return text[:at] + theirs[0] + text[at + 1 :]  # realised beside realize
    return None


def _figures(text: str) -> list[str]:
    return [char for char in text if char.isdecimal()]


def _differing(one: str, other: str) -> tuple[str, str]:
    """What is left of two texts without their common beginning and end."""
    start = _shared(one, other)
    one, other = one[start:], other[start:]
    end = _shared(one[::-1], other[::-1])
    return one[: len(one) - end], other[: len(other) - end]


def _shared(one: str, other: str) -> int:
    """The length of the common beginning."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _cased(form: str, like: str) -> str:
    """A form with the case of another's first letter."""
    first = form[:1].upper() if like[:1].isupper() else form[:1].lower()
    return first + form[1:] if form[1:].islower() and like[1:].islower() else form


CHECK = Check(
    name="consistency",
    options=Options,
    messages={"": ("count", "name", "text", "usual")},
    run=run,
    reads=("front-matter", "markdown"),
    changes=("text",),
    prepare=prepare,
)
