"""The usage of tags, and similar tags, as JSON."""

from typing import Any, TextIO

from lintpost.report.json_report import VERSION, dumps
from lintpost.site.vocabulary import Vocabulary
from lintpost.surveys.tag_drift import similar_tags
from lintpost.surveys.tag_usage import TagSurvey, tag_status


def usage(survey: TagSurvey, vocabulary: Vocabulary | None) -> dict[str, Any]:
    """Tags in use, most used first, then tags of the vocabulary that no post uses.

    ``status`` is ``current``, ``alias``, ``retired`` or ``unknown``, null without a vocabulary; ``use``
    is the tag to write instead.
    """
    words = [
        {
            "word": item.word,
            "posts": item.posts,
            "first": item.first.isoformat() if item.first else None,
            "last": item.last.isoformat() if item.last else None,
            **_status(item.word, vocabulary),
        }
        for item in survey.words
    ]
    seen = {item.word for item in survey.words}
    for tag in vocabulary.current if vocabulary else ():
        if tag not in seen:
            unused = {"word": tag, "posts": 0, "first": None, "last": None}
            words.append({**unused, **_status(tag, vocabulary)})
    return {"version": VERSION, "posts": survey.posts, "words": words}


def drift(survey: TagSurvey, vocabulary: Vocabulary | None) -> dict[str, Any]:
    """Pairs of similar tags, and tags that only one post uses."""
    pairs = [
        {
            "kind": pair.kind,
            "keep": pair.keep.word,
            "keep_posts": pair.keep.posts,
            "drop": pair.drop.word,
            "drop_posts": pair.drop.posts,
        }
        for pair in similar_tags(survey.words, vocabulary)
    ]
    single = [item.word for item in survey.words if item.posts == 1]
    return {"version": VERSION, "posts": survey.posts, "pairs": pairs, "singletons": single}


def write(data: dict[str, Any], out: TextIO) -> None:
    """Write what `usage` or `drift` returned."""
    out.write(dumps(data, out, indent=1) + "\n")


def _status(word: str, vocabulary: Vocabulary | None) -> dict[str, Any]:
    if vocabulary is None:
        return {"status": None, "group": None, "use": None}
    tag = vocabulary.find(word)
    status = tag_status(word, vocabulary)
    use = None
    if tag is not None and status != "current":
        use = tag.use if tag.retired else tag.name
    return {"status": status, "group": (tag.group or None) if tag else None, "use": use}
