"""Answers the messages of a client of the Model Context Protocol (revision 2025-06-18 and its neighbours)."""

from importlib import import_module
from typing import Any

from lintpost.config.run_settings import CliOverrides
from lintpost.server.log import log
from lintpost.server.mcp.house import House, Refused
from lintpost.server.mcp.tool import Tool, ToolError
from lintpost.server.rpc.connection import Connection
from lintpost.server.rpc.errors import (
    INTERNAL_ERROR,
    INVALID_PARAMS,
    INVALID_REQUEST,
    METHOD_NOT_FOUND,
    ResponseError,
)
from lintpost.server.rpc.inbox import Message
from lintpost.site.nearest import nearest
from lintpost.version import __version__

VERSIONS = ("2025-06-18", "2025-11-25", "2025-03-26", "2024-11-05")
"""The revisions of the protocol that are spoken, that which is offered first."""
NAMES = ("check", "explain", "house_style", "suggest_tags", "find_name", "fix")
"""The tools, in the order of the list; the module of each has its name."""
_INSTRUCTIONS = (
    "lintpost checks editorial posts (Markdown with front matter) against the rules of this house. Before you write a "
    "post, call house_style. When a draft is done, call check, mend what it finds (fix does what is safe), and check "
    "again. Use only tags that house_style or suggest_tags names, and write names as find_name has them."
)


class McpSession:
    """One client's session."""

    def __init__(self, connection: Connection, root: str, overlay: CliOverrides) -> None:
        self._connection = connection
        self._root = root
        self._overlay = overlay
        self._house: House | None = None
        self._is_initialized = False
        self._validators: dict[str, Any] = {}

    def take(self, message: Message, *, cancelled: bool) -> None:
        """Answer a request; notifications need nothing done. One that was cancelled gets no answer."""
        method = message.get("method")
        if method is None or "id" not in message or cancelled:
            return
        id, params = message["id"], message.get("params")
        try:
            self._connection.respond(
                id, self._result(method, params if isinstance(params, dict) else {})
            )
        except ResponseError as error:
            self._connection.refuse(id, error)
        except OSError:
            raise
        except Exception as error:  # a bug of ours is that request's error, and the session goes on
            from traceback import format_exc

            log(f"{method}: internal error\n{format_exc()}")
            what = f"internal error ({type(error).__name__})"
            self._connection.refuse(id, ResponseError(INTERNAL_ERROR, what))

    def _result(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        if method == "initialize":
            self._is_initialized = True
            return _initialized(params)
        if method == "ping":
            return {}
        if not self._is_initialized:
            raise ResponseError(INVALID_REQUEST, "`initialize` has not come yet")
        if method == "tools/list":
            return {"tools": [_tool(name).listed() for name in NAMES]}
        if method == "tools/call":
            return self._call(params)
        raise ResponseError(METHOD_NOT_FOUND, f"no such method: {method}")

    def _call(self, params: dict[str, Any]) -> dict[str, Any]:
        """Call a tool. What goes wrong within it is a result that says so, for the caller to read."""
        name, arguments = params.get("name"), params.get("arguments", {})
        if name not in NAMES:
            near = nearest(str(name), NAMES, limit=1)
            hint = f"; did you mean {near[0]}?" if near else f" ({', '.join(NAMES)})"
            raise ResponseError(INVALID_PARAMS, f"no such tool: {name}{hint}")
        tool = _tool(name)
        try:
            self._validate(tool, arguments)
            if self._house is None:
                self._house = House(self._root, self._overlay)
            text, data = tool.run(self._house, arguments)
        except (Refused, ToolError) as error:
            return {"content": [{"type": "text", "text": str(error)}], "isError": True}
        except OSError as error:
            text = f"{error.filename}: {error.strerror}"
            return {"content": [{"type": "text", "text": text}], "isError": True}
        return {
            "content": [{"type": "text", "text": text}],
            "structuredContent": data,
            "isError": False,
        }

    def _validate(self, tool: Tool, arguments: Any) -> None:
        """Raise `ToolError` for arguments that do not fit the tool's schema."""
        if tool.name not in self._validators:
            from lintpost.site.schema import compiled

            self._validators[tool.name] = compiled(tool.input, {})
        problem = next(self._validators[tool.name].iter_errors(arguments), None)
        if problem is not None:
            place = "".join(f"{step}: " for step in problem.instance_path)
            known = ", ".join(tool.input["properties"])
            raise ToolError(f"{tool.name}: {place}{problem.message} (arguments: {known})")


def _initialized(params: dict[str, Any]) -> dict[str, Any]:
    wanted = params.get("protocolVersion")
    return {
        "protocolVersion": wanted if wanted in VERSIONS else VERSIONS[0],
        "capabilities": {"tools": {"listChanged": False}},
        "serverInfo": {"name": "lintpost", "title": "lintpost", "version": __version__},
        "instructions": _INSTRUCTIONS,
    }


def _tool(name: str) -> Tool:
    tool: Tool = import_module(f"lintpost.server.mcp.tools.{name}").TOOL
    return tool
