"""The tool `check`."""

from typing import Any

from lintpost.engine.finding import Finding
from lintpost.server.mcp.house import House
from lintpost.server.mcp.tool import PATH, TEXT, Answer, Json, Tool, listing, mapping, number, text

_FINDING = mapping(
    ("rule", "severity", "message", "line", "column", "end_line", "end_column", "text", "fix"),
    rule=text("The rule's name; `explain` tells why it is there."),
    severity={"enum": ["error", "warning", "info"], "description": "How serious it is."},
    message=text("What is wrong."),
    line=number("Line from 1."),
    column=number("Column from 1, in characters."),
    end_line=number("Line of the end."),
    end_column=number("Column of the end, which is exclusive."),
    text=text("What it is about, as it is written."),
    fix={
        "enum": ["safe", "unsafe", None],
        "description": "Whether `fix` can mend it: safe, unsafe (needs a look), or null.",
    },
)
_LONGEST = 200
"""Characters of a text that are shown."""


def _run(house: House, arguments: Json) -> Answer:
    opened = house.open(arguments.get("text"), arguments.get("path"))
    result = house.check(opened, named="path" in arguments)
    found = [_data(finding, opened.source.text) for finding in result.findings]
    lang = opened.checker.settings.lang
    errors = [error.text[lang] for error in result.errors]
    lines = [
        f"{one['line']}:{one['column']} {one['severity']} {one['rule']}: {one['message']}"
        for one in found
    ]
    shown = (
        "\n".join([*lines, *errors]) or {"en": "Nothing found.", "ja": "指摘はありません。"}[lang]
    )
    return Answer(shown, {"findings": found, "errors": errors})


def _data(finding: Finding, written: str) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "line": finding.start.line,
        "column": finding.start.column,
        "end_line": finding.end.line,
        "end_column": finding.end.column,
        "text": written[finding.start.offset : finding.end.offset][:_LONGEST],
        "fix": finding.fix.applicability if finding.fix is not None else None,
    }


TOOL = Tool(
    "check",
    "Check a post",
    "Checks a post (Markdown with front matter) against the rules of this house, and says what to change and where. "
    "Give the text of a draft, the path of a file, or both.",
    mapping(text=TEXT, path=PATH),
    mapping(
        ("findings", "errors"),
        findings=listing(_FINDING, "What was found, in the order of the text."),
        errors=listing({"type": "string"}, "Rules that could not be run."),
    ),
    _run,
)
