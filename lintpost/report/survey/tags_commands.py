"""Similar tags as the commands that merge them, for an editor to look through and run."""

import shlex
from collections import defaultdict
from typing import TextIO

from lintpost.report.visible import visible
from lintpost.site.vocabulary import Vocabulary
from lintpost.surveys.tag_drift import similar_tags
from lintpost.surveys.tag_usage import TagSurvey


def write_commands(
    survey: TagSurvey, vocabulary: Vocabulary | None, field: str, out: TextIO
) -> None:
    """Write a command for each tag to keep. A tag is merged once, as its surest pair has it.

    A tag that one command keeps is not merged by a later one. What may be a topic of its own (ROI分析) is a
    comment.
    """
    unsure: list[str] = []
    merged: dict[str, list[str]] = defaultdict(list)
    gone: dict[str, str] = {}
    for pair in similar_tags(survey.words, vocabulary):
        keep, drop = gone.get(pair.keep.word, pair.keep.word), pair.drop.word
        if pair.is_one_tag and drop not in gone and drop != keep and drop not in merged:
            gone[drop] = keep
            merged[keep].append(drop)
        elif pair.kind == "holds" and drop not in gone and keep not in gone:
            unsure.append(_command(field, [keep, drop]))
    for keep, words in merged.items():
        command = _command(field, [keep, *words])
        shown = visible(command)
        # A command of which the terminal would show something else is not for running.
        out.write((command if shown == command else f"# {shown}") + "\n")
    for command in unsure:
        out.write(f"# {visible(command)}\n")


def _command(field: str, words: list[str]) -> str:
    option = " --categories" if field == "categories" else ""
    return f"lintpost tags alias{option} -- {shlex.join(words)}"
