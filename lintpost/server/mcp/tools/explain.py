"""The tool `explain`."""

from lintpost.config.rule_states import rule_states
from lintpost.files.settings_error import unknown_word
from lintpost.language import Text
from lintpost.packs.builtin import document
from lintpost.report.rule_page import rule_page
from lintpost.server.mcp.house import House
from lintpost.server.mcp.tool import Answer, Json, Tool, ToolError, mapping, text


def _run(house: House, arguments: Json) -> Answer:
    settings = house.named()
    name = arguments["rule"]
    state = next((one for one in rule_states(settings) if one.rule.name == name), None)
    if state is None:
        known = unknown_word(name, settings.rules, Text("rule", "ルール"))
        raise ToolError(known[settings.lang])
    page = document(state.rule)
    shown = rule_page(page, settings.lang, options=state.options)
    data = {
        "rule": name,
        "title": state.rule.title[settings.lang],
        "severity": state.severity,
        "on": state.on,
        "why": page.why[settings.lang] if page.why is not None else "",
        "page": shown,
    }
    return Answer(shown, data)


TOOL = Tool(
    "explain",
    "Explain a rule",
    "Tells what a rule looks for, why, what it leaves out, and shows examples.",
    mapping(("rule",), rule=text("The rule's name, such as bold/span.")),
    mapping(
        ("rule", "title", "severity", "on", "why", "page"),
        rule=text("The rule's name."),
        title=text("What it finds."),
        severity=text("error, warning or info."),
        on={"type": "boolean", "description": "Whether it is on in this house."},
        why=text("Why it is there."),
        page=text("The rule's page, as Markdown."),
    ),
    _run,
)
