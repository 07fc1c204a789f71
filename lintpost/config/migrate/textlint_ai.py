"""The rules of textlint's preset ai-writing as lintpost's."""

from typing import Any

from lintpost.config.migrate.textlint_values import patterns

_COMPAT = {"mode": "compat"}
_GUIDELINE_ENDS = ["(?:例えば|たとえば|具体的には|以下)。\\s*$"]


def ai_writing(name: str, options: dict[str, Any]) -> dict[str, dict[str, Any]] | None:
    """lintpost's rules, with their options, for a rule of the preset; None without counterpart.

    Raises `BadOption` for a value of the wrong type.
    """
    allow = patterns(options.get("allows", []))
    if name == "no-ai-hype-expressions":
        return {"ai-writing/hype": {**_COMPAT, "exceptions": allow}}
    if name == "no-ai-list-formatting":
        given = {**_COMPAT, "labels": not options.get("disableBoldListItems"), "allow": allow}
        if options.get("disableEmojiListItems"):
            given["emoji"] = []
        return {"ai-writing/label-list": given}
    if name == "no-ai-emphasis-patterns":
        labels: dict[str, Any] = {"labels": []} if options.get("disableInfoPatterns") else {}
        return {
            "ai-writing/bold-label": {
                **_COMPAT,
                **labels,
                "emoji": not options.get("disableEmojiEmphasisPatterns"),
                "headings": not options.get("disableHeadingEmphasisPatterns"),
                "allow": allow,
            }
        }
    if name == "no-ai-colon-continuation":
        blocks = {"code": "CodeBlock", "list": "List", "quote": "Quote", "table": "Table"}
        before = [kind for kind, key in blocks.items() if not options.get(f"disable{key}")]
        return {"ai-writing/lead-in": {**_COMPAT, "before": before, "allow": allow}}
    if name == "ai-tech-writing-guideline":
        return {
            "ai-writing/vague": {**_COMPAT, "scope": "body", "exceptions": allow},
            "ai-writing/lead-in": {**_COMPAT, "before": ["list"], "ends": _GUIDELINE_ENDS},
        }
    return None
