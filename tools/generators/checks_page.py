"""The page of all checks: options, messages and needs, as each check declares them."""

import inspect
import json
from typing import Any

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.options import CheckOptions
from lintpost.checks.registry import check_names, find_check

HEAD = """# The checks

A rule file uses a check by its name. This page lists every check with its options (type and default), the keys of
its messages with the placeholders that each may use, and what it needs. [Writing your own rules](own-rules.md)
shows how to put them together; [CONTRIBUTING](../CONTRIBUTING.md) how to write a new check.

This page is generated from the declarations in [`lintpost/checks/`](../lintpost/checks) by `python tools/generate.py`.
"""


def checks_page() -> str:
    """The whole page."""
    checks = [find_check(name) for name in check_names()]
    return "\n".join(
        [HEAD, *(line for check in checks if check.run or check.review for line in _section(check))]
    )


def _section(check: Check) -> list[str]:
    module = inspect.getmodule(check.run or check.review)
    summary = inspect.getdoc(module) or ""
    lines = [f"## {check.name}", "", summary.split("\n\n")[0].replace("\n", " "), ""]
    about = inspect.getdoc(check.options) if "__doc__" in vars(check.options) else ""
    known = check.options.known()
    if about and known:
        lines += [" ".join(about.replace("``", "`").split()), ""]
    if known:
        lines += ["| option | type | default |", "|---|---|---|"]
        for name, kind in known.items():
            default = getattr(check.options, name.replace("-", "_"))
            lines.append(
                f"| `{name}` | {_cell(kind.wanted.en)} | {_cell(f'`{_shown(default)}`')} |"
            )
        lines.append("")
    return [*lines, *_facts(check), ""]


def _facts(check: Check) -> list[str]:
    lines = []
    messages = _messages(check)
    if messages is None:
        lines.append("Messages: the keys and placeholders depend on the options (see above).")
    else:
        shown = (
            f"`{key}`" * bool(key)
            + " " * bool(key)
            + f"({', '.join(f'`{{{one}}}`' for one in names)})"
            for key, names in messages.items()
        )
        lines.append(f"Messages: {', '.join(shown)}.".replace("()", "(no placeholders)"))
    if check.review is not None:
        lines.append("Looks over the whole site.")
    if isinstance(check.requires, str):
        lines.append(f"Needs `{check.requires}` to be configured.")
    if check.changes:
        lines.append(f"Its fixes change: {', '.join(check.changes)}.")
    return ["  \n".join(lines)]


def _messages(check: Check) -> dict[str, tuple[str, ...]] | None:
    """The messages under any options; None where the options name them."""
    if not callable(check.messages):
        return dict(check.messages)
    report = vars(check.options).get("__annotations__", {}).get("report")
    if report is None:
        return None
    found: dict[str, tuple[str, ...]] = {}
    for value in report.__args__:
        options: CheckOptions = check.options({"report": value})
        for key, names in check.messages_for(options).items():
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *names)))
    return found


def _shown(default: Any) -> str:
    text = json.dumps(default, ensure_ascii=False)
    return text if len(text) <= 60 else text[:57] + "…"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
