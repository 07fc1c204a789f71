"""Sentences, paragraphs, headings and sections that are too long or too short."""

from collections.abc import Iterator

from lintpost.checks.hit import Hit
from lintpost.checks.phrase_options import PhraseOptions
from lintpost.checks.scopes import scope_of
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(PhraseOptions):
    """`unit`: characters (code points without white space) or words."""

    CHOICES = {"unit": ("characters", "words")}

    scope: tuple[str, ...] = ("sentence",)
    unit: str = "characters"
    min: int = 0
    max: int | None = None


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each piece."""
    for name in options.scope:
        scope = scope_of(post, name)
        for piece, (start, end) in enumerate(scope.spans):
            words = scope.text[start:end].split()
            size = len(words) if options.unit == "words" else sum(map(len, words))
            params = {"count": size, "max": options.max, "min": options.min}
            if options.max is not None and size > options.max:
                yield Hit(*scope.source(piece, start, end), "long", params)
            elif size < options.min:
                yield Hit(*scope.source(piece, start, end), "short", params)
