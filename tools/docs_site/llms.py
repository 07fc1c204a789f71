"""The list of pages for language models, in the form of https://llmstxt.org/ (of 2024-09-03)."""

import re
from collections.abc import Iterable
from pathlib import Path

from docs_site.addresses import address
from docs_site.configuration import DESCRIPTION, guide_sections
from docs_site.search_index import sections
from docs_site.sources import rule_titles

_NOTES = (
    "Findings have a rule (family/name), a severity (error, warning, info), and line and column from 1. "
    "`lintpost check` ends in 0 without findings at or above `fail-on`, in 1 with some, in 2 when something could not be done."
)
_SENTENCE = re.compile(r"(?<=[.:!?])\s")


def llms_text(site: Path, pages: Iterable[str]) -> str:
    """One line for each page in English; the pages of rules are listed last."""
    known = set(pages)
    lines = ["# lintpost", "", f"> {DESCRIPTION['en']}", "", _NOTES, ""]
    for title, names in guide_sections(known):
        lines += [f"## {title['en']}", ""]
        lines += [_line(site, page) for page in names]
        lines.append("")
    lines += ["## Rules", ""]
    for page, title in rule_titles("en").items():
        name = page.removeprefix("rules/").removesuffix(".md")
        lines.append(f"- [{name}](en/{address(page)}): {title.partition(': ')[2]}")
    return "\n".join([*lines, ""])


def _line(site: Path, page: str) -> str:
    """The title of a page and its first sentence."""
    found = sections((site / "en" / address(page) / "index.html").read_text(encoding="utf-8"))
    about = next((text for _, _, text in found if len(text) > 20), "")
    sentence = _SENTENCE.split(about.removeprefix("日本語 "), maxsplit=1)[0]
    return f"- [{found[0][1]}](en/{address(page)}): {sentence[:160]}"
