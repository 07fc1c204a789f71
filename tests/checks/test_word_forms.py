"""Patterns over English words and their classes, and the check that runs them."""

from datetime import UTC, datetime

import pytest

from lintpost.checks.common.english.alphabet import SETS
from lintpost.checks.common.english.inflection import inflected
from lintpost.checks.common.english.lexicon import TAGS, classes_of, lexicon
from lintpost.checks.contract.options import OptionError
from lintpost.checks.phrases.word_forms import CHECK, Options
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.site import Site


def found(text: str, swap: dict[str, str]) -> list[tuple[str, object]]:
    """What is found in a post, each with what is wanted."""
    assert CHECK.run is not None
    post = Post(Source("x.md", text))
    hits = CHECK.run(post, Options({"swap": swap}), Site(now=datetime.now(UTC)))
    return [(text[hit.start : hit.end], hit.params["name"]) for hit in hits]


@pytest.mark.parametrize(
    ("word", "classes"),
    [
        ("goes", "VBZ"), ("went", "VBD"), ("gone", "VBN"), ("come", "VB VBN"), ("works", "VBZ NNS"), ("stopped", "VBD VBN"),
        ("cities", "NNS"), ("children", "NNS"), ("informations", "MASSES"), ("biggest", "JJS"), ("easier", "JJR"),
        ("easily", "RB"), ("family", "NN"), ("making", "VBG"), ("put", ""), ("xyzzy", ""), ("bus", "NN"), ("news", "MASS"),
    ],
)  # fmt: skip
def test_classes_of_words(word: str, classes: str) -> None:
    assert classes_of(word) == sum(TAGS[name] for name in classes.split())


def test_words_of_the_lists_have_a_set_of_classes_that_patterns_know() -> None:
    unknown = {
        word for word in lexicon().kinds for form in ("base", "s", "past", "done", "ing", "plural")
        if classes_of(inflected(word, form)) not in (0, *SETS)
    }  # fmt: skip
    assert unknown == set()


@pytest.mark.parametrize(
    ("word", "form", "made"),
    [
        ("go", "s", "goes"), ("Carry", "s", "Carries"), ("stopped", "ing", "stopping"), ("wrote", "done", "written"),
        ("makes", "ing", "making"), ("lying", "base", "lying"), ("children", "singular", "child"), ("city", "plural", "cities"),
        ("try", "past", "tried"), ("resign", "done", "resigned"), ("agree", "ing", "agreeing"), ("xyzzy", "s", "xyzzy"),
    ],
)  # fmt: skip
def test_other_forms_of_words(word: str, form: str, made: str) -> None:
    assert inflected(word, form) == made


@pytest.mark.parametrize(
    ("pattern", "text", "spans"),
    [
        # Words, closed classes, classes.
        ("two|three NN", "two cat and three dog or four cow", ["two cat", "three dog"]),
        ("HE go", "he go, it go, we go", ["he go", "it go"]),
        ("to VBZ!", "to goes, to works", ["to goes"]),
        ("the NN-VB", "the work, the cat", ["the cat"]),
        ("the NN!-GROUP", "the team, the cat", ["the cat"]),
        # What lies around.
        ("he [goes] to", "he goes to, he goes in", ["goes"]),
        ("!not go", "we go, not go", ["go"]),
        ("go !to", "go to it, go in", ["go"]),
        ("go very? far", "go far, go very far, go so far", ["go far", "go very far"]),
        # Beginnings and ends; a capital stands at a beginning alone.
        ("^ he go", "He go. But he go: he go", ["He go", "he go"]),
        ("^|but [he go]", "He go, but he go and he go.", ["He go", "he go"]),
        ("[he] go", "He go and He go.", ["He"]),
        ("[to go] STOP", "to go, to go far, to go.", ["to go"]),
        ("[to go] far|END", "to go, to go far, to go in, to go", ["to go", "to go", "to go"]),
        # Marks.
        ("in YEAR", "in 1998, in 300, in 20", ["in 1998"]),
        ("DIGITS day", "3 day, 1 day, 2,000 day", ["3 day", "2,000 day"]),
        ("^ well , he", "Well, he. Well he.", ["Well, he"]),
        ("to NAME", "to London, to him, to Go", ["to London"]),
        ("very UNKNOWN", "very xyzzy, very big, very Xyzzy", ["very xyzzy"]),
    ],
)  # fmt: skip
def test_patterns(pattern: str, text: str, spans: list[str]) -> None:
    assert [span for span, _ in found(text, {pattern: "$1"})] == spans


def test_what_is_wanted_has_the_words_in_their_forms() -> None:
    swap = {"^ [he ADV? VB]": "$1 $2 $3:s|$1 $2 $3:past"}
    assert found("He often go. He try.", swap) == [
        ("He often go", ["He often goes", "He often went"]),
        ("He try", ["He tries", "He tried"]),
    ]


def test_no_match_runs_over_the_end_of_a_block_or_into_code() -> None:
    assert found("I saw he\n\ngo. He `x` go.", {"he go": "$1"}) == []


def test_of_two_that_overlap_the_first_pattern_has_it() -> None:
    assert found("he go home", {"go home": "1", "he go": "2"}) == [("go home", "1")]


@pytest.mark.parametrize(
    ("swap", "text"),
    [
        ({"he ABC": "x"}, "no pattern: he ABC: no class 'ABC'"),
        ({"^ []": "x"}, "no pattern: ^ []: nothing between the brackets"),
        ({"he go": "$1:future"}, "no form `future`"),
        ({"[he] go": "$2"}, "no element $2 in the brackets"),
    ],
)
def test_what_cannot_be_read_is_an_error(swap: dict[str, str], text: str) -> None:
    with pytest.raises(OptionError) as error:
        Options({"swap": swap}).validate()
    assert error.value.text.en == text
