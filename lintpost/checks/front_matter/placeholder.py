"""Boilerplate where a text should be."""

import re
from collections.abc import Iterator
from functools import cache

from lintpost.checks.common.front_values import strings
from lintpost.checks.common.repeated_title import repeats_title
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.post.prose.sentences import sentences
from lintpost.site.site import Site

_LONGEST_SENTENCE = 200


class Options(CheckOptions):
    """Regular expressions, by what they give away.

    `boilerplate` matches the end of a text that is a single sentence, `dummy` any part of a text.
    `summaries` are the keys that must say more than `title`.
    """

    fields: tuple[str, ...] = ("title", "excerpt", "description")
    summaries: tuple[str, ...] = ("excerpt", "description")
    boilerplate: tuple[str, ...] = ()
    dummy: tuple[str, ...] = ()


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """At most one hit for each text."""
    title = next(strings(post, ("title",)), None)
    for field in strings(post, options.fields):
        value = field.value
        dummy = _pattern(options.dummy).search(value) if options.dummy else None
        if dummy:
            yield Hit(*field.span(*dummy.span()), "dummy", {"key": field.key, "text": dummy[0]})
        elif field.key in options.summaries:
            if options.boilerplate and len(value) <= _LONGEST_SENTENCE:
                found = _pattern(options.boilerplate).search(value.strip())
                if found and len(sentences(value)) == 1:
                    yield Hit(*field.content, "boilerplate", {"key": field.key, "text": found[0]})
                    continue
            if title is not None and repeats_title(value, title):
                yield Hit(
                    *field.content,
                    "title",
                    {"key": field.key},
                    related=(Related(*title.content),),
                )


@cache
def _pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def _reported(options: Options) -> set[str]:
    has_summary = any(key in options.fields for key in options.summaries)
    found = {"dummy"} if options.dummy else set()
    found |= {"boilerplate"} if options.boilerplate and has_summary else set()
    return found | ({"title"} if has_summary else set())


CHECK = Check(
    name="placeholder",
    options=Options,
    messages={
        "dummy": ("key", "text"),
        "boilerplate": ("key", "text"),
        "title": ("key",),
    },
    reported=_reported,
    run=run,
    reads=("front-matter",),
)
