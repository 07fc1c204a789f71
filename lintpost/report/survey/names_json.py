"""Names as JSON: their use, words spelled in several ways, candidates for the dictionary."""

from collections.abc import Iterable
from typing import Any, TextIO

from lintpost.report.json_report import VERSION, dumps
from lintpost.surveys.name_discovery import Candidate
from lintpost.surveys.name_drift import SpellingDrift
from lintpost.surveys.names import NameUse
from lintpost.surveys.words import WordUse


def write_uses(posts: int, uses: Iterable[NameUse], out: TextIO) -> None:
    """Write the names of the dictionary, most used first, with the spellings found."""
    rows = [
        {
            "name": use.name.name,
            "kind": use.name.kind,
            "posts": use.posts,
            "mentions": use.mentions,
            "bold": use.bold,
            "spellings": [{"text": text, "count": count} for text, count in use.spellings],
        }
        for use in uses
    ]
    _write({"version": VERSION, "posts": posts, "names": rows}, out)


def write_drifts(posts: int, found: Iterable[SpellingDrift], out: TextIO) -> None:
    """Write each word that is spelled in several ways: the spelling of the majority, and the others."""
    rows = [
        {"use": _spelling(drift.use), "others": [_spelling(other) for other in drift.others]}
        for drift in found
    ]
    _write({"version": VERSION, "posts": posts, "words": rows}, out)


def write_candidates(posts: int, found: Iterable[Candidate], out: TextIO) -> None:
    """Write the candidates, likeliest first, each with the post and the sentence of its first use."""
    rows = [
        {
            **_spelling(one.use),
            "others": [_spelling(other) for other in one.others],
            "bold": one.use.bold,
            "quoted": one.use.quoted,
            "score": one.score,
            "path": one.use.path,
            "example": one.use.example,
        }
        for one in found
    ]
    _write({"version": VERSION, "posts": posts, "candidates": rows}, out)


def _spelling(use: WordUse) -> dict[str, Any]:
    return {"text": use.word, "posts": use.posts, "count": use.times}


def _write(data: dict[str, Any], out: TextIO) -> None:
    out.write(dumps(data, out, indent=1) + "\n")
