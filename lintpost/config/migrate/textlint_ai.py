"""The rules of textlint's preset ai-writing as lintpost's."""

from typing import Any

from lintpost.config.migrate.textlint_values import patterns
from lintpost.packs.builtin import load_pack, rules_folder

_COMPAT = {"mode": "compat"}
_HYPE_GROUPS = (
    "disableAbsolutenessPatterns",
    "disableAbstractPatterns",
    "disabledPredictivePatterns",
)
_GUIDELINE_GROUPS = (
    "disableRedundancyGuidance", "disableVoiceGuidance", "disableClarityGuidance",
    "disableConsistencyGuidance", "disableConsistencyGuidance",
    "disableStructureGuidance", "disableStructureGuidance",
)  # fmt: skip
"""The option that turns off each token of a rule's compat list, in their order."""
_GUIDELINE_ENDS = ["(?:例えば|たとえば|具体的には|以下)。\\s*$"]


def ai_writing(name: str, options: dict[str, Any]) -> dict[str, dict[str, Any]] | None:
    """lintpost's rules, with their options, for a rule of the preset; None without counterpart.

    Raises `BadOption` for a value of the wrong type.
    """
    allow = patterns(options.get("allows", []))
    if name == "no-ai-hype-expressions":
        tokens = _tokens("ai-writing/hype", _HYPE_GROUPS, options)
        return {"ai-writing/hype": {**_COMPAT, **tokens, "exceptions": allow}}
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
        tokens = _tokens("ai-writing/vague", _GUIDELINE_GROUPS, options)
        lists: dict[str, Any] = {"before": ["list"], "ends": _GUIDELINE_ENDS}
        return {
            "ai-writing/vague": {**_COMPAT, **tokens, "exceptions": allow},
            **(
                {}
                if options.get("disableStructureGuidance")
                else {"ai-writing/lead-in": {**_COMPAT, **lists}}
            ),
        }
    return None


def _tokens(rule: str, groups: tuple[str, ...], options: dict[str, Any]) -> dict[str, Any]:
    """The tokens of a rule's compat list without the groups that are turned off; empty where none is."""
    if not any(options.get(group) for group in groups):
        return {}
    tokens = (load_pack(rules_folder())[rule].compat or {})["tokens"]
    return {
        "tokens": [one for group, one in zip(groups, tokens, strict=True) if not options.get(group)]
    }
