"""The tool `fix`."""

from lintpost.engine.edits.fix import fix_source
from lintpost.engine.edits.write_post import write_post
from lintpost.report.diff import unified_diff
from lintpost.server.mcp.house import House
from lintpost.server.mcp.tool import (
    PATH,
    TEXT,
    Answer,
    Json,
    Tool,
    ToolError,
    listing,
    mapping,
    number,
    text,
)


def _run(house: House, arguments: Json) -> Answer:
    write = arguments.get("write", False)
    opened = house.open(arguments.get("text"), arguments.get("path"))
    if write and not opened.is_file:
        raise ToolError(
            "`write` needs `path` alone: a text that was given is not written to a file"
        )
    fixed = fix_source(opened.checker, opened.source, unsafe=arguments.get("unsafe", False))
    lang = opened.checker.settings.lang
    if write and fixed.before != fixed.after:
        problem = write_post(opened.source.path, house.root, fixed.before, fixed.after)
        if problem is not None:
            raise ToolError(f"{arguments['path']}: {problem[lang]}")
    diff = unified_diff(opened.source.path, fixed.before, fixed.after)
    data = {
        "diff": diff,
        "text": fixed.after,
        "fixed": len(fixed.applied),
        "left": len(fixed.result.findings),
        "written": write and fixed.before != fixed.after,
        "errors": [error.text[lang] for error in fixed.result.errors],
    }
    return Answer(diff or {"en": "Nothing to fix.", "ja": "直すところはありません。"}[lang], data)


TOOL = Tool(
    "fix",
    "Fix a post",
    "Makes the fixes that are safe (each is proved to change nothing else) and returns the new text and a diff. "
    "Writes the file only with `write: true`, and only inside the root.",
    mapping(
        text=TEXT,
        path=PATH,
        unsafe={"type": "boolean", "description": "Make fixes that need a look afterwards, too."},
        write={"type": "boolean", "description": "Write the file at `path`."},
    ),
    mapping(
        ("diff", "text", "fixed", "left", "written", "errors"),
        diff=text("The change as a unified diff; empty for none."),
        text=text("The post with its fixes."),
        fixed=number("Findings that were fixed."),
        left=number("Findings that are left."),
        written={"type": "boolean", "description": "Whether the file was written."},
        errors=listing({"type": "string"}, "What could not be done."),
    ),
    _run,
    writes=True,
)
