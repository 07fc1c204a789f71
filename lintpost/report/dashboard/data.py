"""The findings as data for the page's script."""

import json
from collections import Counter
from typing import Any

from lintpost.engine.finding import Finding
from lintpost.report.dashboard.contents import SEVERITIES, Contents, linked_path
from lintpost.report.dashboard.posts import worst_posts
from lintpost.report.visible import visible

_MOST_MESSAGES = 60
"""Findings of a rule that come with their messages; of the others the page shows the place alone, for else a
site with 35,000 findings would make a page of many megabytes."""
_SEVERITIES = [key for key, _ in SEVERITIES]


def page_data(contents: Contents) -> str:
    """JSON that may stand in a script element: ``rules``, ``messages``, and ``posts`` with the most to mend first.

    A post is [path, title, author, month, findings, path in addresses]; a finding is [rule, severity, line, column, message], each but line and
    column as an index; the message is -1 where it is left out.
    """
    figures = contents.figures_by_path()
    rules: dict[str, int] = {}
    messages: dict[str, int] = {}
    seen: Counter[str] = Counter()

    def data_of(finding: Finding) -> list[int]:
        rule = rules.setdefault(finding.rule, len(rules))
        seen[finding.rule] += 1
        message = -1
        if seen[finding.rule] <= _MOST_MESSAGES:
            message = messages.setdefault(visible(finding.message), len(messages))
        severity = _SEVERITIES.index(finding.severity)
        return [rule, severity, finding.start.line, finding.start.column, message]

    posts: list[list[Any]] = []
    for path in worst_posts(contents):
        one = figures.get(path)
        named = [one.title, one.author, one.month] if one else ["", "", ""]
        found = [data_of(finding) for finding in contents.checked.findings[path]]
        posts.append([visible(path), *named, found, linked_path(contents.link, path)])
    titles = [[contents.title(rule).en, contents.title(rule).ja] for rule in rules]
    data = {
        "rules": list(rules),
        "titles": titles,
        "messages": list(messages),
        "posts": posts,
        "link": contents.link,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
