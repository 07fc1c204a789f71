"""Similar tags as the commands that merge them, for an editor to look through and run."""

import shlex
from collections import defaultdict
from typing import TextIO

from lintpost.report.visible import visible
from lintpost.site.vocabulary import Vocabulary
from lintpost.surveys.tag_drift import similar_tags
from lintpost.surveys.tag_usage import TagSurvey

_MERGED = ("spelling", "near", "holds")


def write_commands(
    survey: TagSurvey, vocabulary: Vocabulary | None, field: str, out: TextIO
) -> None:
    """Write a command for each tag to keep. A tag is merged once, as its surest pair has it.

    A tag that one command keeps is not merged by a later one.
    """
    merged: dict[str, list[str]] = defaultdict(list)
    gone: dict[str, str] = {}
    for pair in similar_tags(survey.words, vocabulary):
        keep, drop = gone.get(pair.keep.word, pair.keep.word), pair.drop.word
        if pair.kind in _MERGED and drop not in gone and drop != keep and drop not in merged:
            gone[drop] = keep
            merged[keep].append(drop)
    option = " --categories" if field == "categories" else ""
    for keep, words in merged.items():
        command = f"lintpost tags alias{option} -- {shlex.join([keep, *words])}"
        shown = visible(command)
        # A command of which the terminal would show something else is not for running.
        out.write((command if shown == command else f"# {shown}") + "\n")
