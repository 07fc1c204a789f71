"""Findings as diagnostics."""

from collections.abc import Iterator
from typing import Any

from lintpost.config.settings import Settings
from lintpost.engine.finding import Finding, PostError, Span
from lintpost.files.package import is_own_file
from lintpost.language import Lang, Text
from lintpost.packs.rule import Rule, Severity
from lintpost.post.source import Source, UnreadablePost, read_source
from lintpost.report.rule_address import rule_address
from lintpost.server.documents.addresses import uri_of
from lintpost.server.documents.positions import Positions
from lintpost.server.workspace.checked_post import CheckedPost
from lintpost.server.workspace.site_settings import Fault
from lintpost.server.workspace.workspace import Workspace

SOURCE = "lintpost"
SEVERITIES: dict[Severity, int] = {"error": 1, "warning": 2, "info": 3}
_UNNECESSARY, _DEPRECATED = 1, 2
_UNNEEDED = frozenset(("duplicate-item", "empty-bold", "unused-suppression"))
"""Checks whose findings are text that can go without loss."""
_MAX_BYTES = 20_000_000
"""Size in bytes above which the post of a related place is not read."""
_RELATED = Text("related place", "関連する箇所")


def diagnostics_of(workspace: Workspace, checked: CheckedPost) -> list[dict[str, Any]]:
    """The diagnostics of a post: its findings, or why there are none."""
    positions = Positions(checked.source, workspace.documents.encoding)
    if checked.settings is None or checked.settings.checker is None:
        return []
    settings = checked.settings.checker.settings
    found = [
        finding_diagnostic(workspace, finding, positions, settings)
        for finding in checked.result.findings
    ]
    if is_failed(checked):
        found += [_failure(error, settings.lang) for error in checked.result.errors]
    return found


def is_failed(checked: CheckedPost) -> bool:
    """Whether a post could not be checked at all, for another reason than its settings."""
    result = checked.result
    settings_at_fault = any(error.of_settings for error in result.errors)
    return bool(result.errors) and result.characters == 0 and not settings_at_fault


def finding_diagnostic(
    workspace: Workspace, finding: Finding, positions: Positions, settings: Settings
) -> dict[str, Any]:
    """One finding. `data` has its fix, for clients that show it themselves."""
    rule = settings.rules[finding.rule]
    diagnostic: dict[str, Any] = {
        "range": positions.range(finding.start.offset, finding.end.offset),
        "severity": SEVERITIES[finding.severity],
        "code": finding.rule,
        "source": SOURCE,
        "message": finding.message,
    }
    address = rule_address(rule, settings.lang)
    if address:
        diagnostic["codeDescription"] = {"href": address}
    tags = _tags(rule)
    if tags:
        diagnostic["tags"] = tags
    if workspace.client.related and finding.related:
        lang = workspace.lang_of(None)
        diagnostic["relatedInformation"] = [
            {"location": location, "message": _RELATED[lang]}
            for location in _places(finding.related, positions)
        ]
    if finding.fix is not None:
        edits = [positions.text_edit(edit) for edit in finding.fix.edits]
        diagnostic["data"] = {"fix": finding.fix.applicability, "edits": edits}
    return diagnostic


def settings_diagnostics(workspace: Workspace) -> dict[str, list[dict[str, Any]]]:
    """What is wrong with settings files, by the path of the file."""
    found: dict[str, list[dict[str, Any]]] = {}
    for config, fault in workspace.settings.faults():
        path = fault.error.place.path
        if config is not None and is_own_file(path):
            path, fault = config, Fault(fault.error, None)
        diagnostic = _settings_diagnostic(
            workspace, path, fault, workspace.settings.lang_of(config)
        )
        if diagnostic not in found.setdefault(path, []):
            found[path].append(diagnostic)
    return found


def _settings_diagnostic(
    workspace: Workspace, path: str, fault: Fault, lang: Lang
) -> dict[str, Any]:
    start = end = {"line": 0, "character": 0}
    place, source = fault.error.place, fault.source
    if source is not None and place.line:
        first, last = source.line_span(min(place.line, len(source.line_starts)))
        at = min(first + max(place.column - 1, 0), last)
        range = Positions(source, workspace.documents.encoding).range(at, last)
        start, end = range["start"], range["end"]
    return {
        "range": {"start": start, "end": end},
        "severity": SEVERITIES["error"],
        "code": "settings",
        "source": SOURCE,
        "message": fault.error.text[lang],
    }


def _failure(error: PostError, lang: Lang) -> dict[str, Any]:
    start = {"line": 0, "character": 0}
    return {
        "range": {"start": start, "end": start},
        "severity": SEVERITIES["error"],
        "code": "unreadable",
        "source": SOURCE,
        "message": error.text[lang],
    }


def _tags(rule: Rule) -> list[int]:
    """How an editor is to show the text: as something that can go, or that is no longer used."""
    if rule.check in _UNNEEDED:
        return [_UNNECESSARY]
    retired = rule.check == "vocabulary" and rule.options.get("report") == "retired"
    return [_DEPRECATED] if retired or rule.check == "name-renamed" else []


def _places(spans: tuple[Span, ...], positions: Positions) -> Iterator[dict[str, Any]]:
    for span in spans:
        there: Positions | None = positions
        path = span.path or positions.source.path
        if span.path:
            source = _read(span.path)
            there = Positions(source, positions.encoding) if source is not None else None
        if there is not None:
            yield {"uri": uri_of(path), "range": there.range(span.start.offset, span.end.offset)}


def _read(path: str) -> Source | None:
    try:
        return read_source(path, _MAX_BYTES)
    except UnreadablePost:
        return None
