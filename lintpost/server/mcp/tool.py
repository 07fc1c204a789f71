"""What a tool is."""

from collections.abc import Callable
from typing import Any, NamedTuple

from lintpost.server.mcp.house import House

Json = dict[str, Any]


class ToolError(Exception):
    """Why a tool could not do what it was asked: a text for whoever called it."""


class Answer(NamedTuple):
    """What a tool answers: a text to read, and the same as data that fits its output schema."""

    text: str
    data: Json


class Tool(NamedTuple):
    """A tool as its callers see it. `run` gets the house and arguments that fit the input schema, and may raise
    `ToolError`. `writes`: it may change files.
    """

    name: str
    title: str
    description: str
    input: Json
    output: Json
    run: Callable[[House, Json], Answer]
    writes: bool = False

    def listed(self) -> Json:
        """The tool as ``tools/list`` has it."""
        return {
            "name": self.name,
            "title": self.title,
            "description": self.description,
            "inputSchema": self.input,
            "outputSchema": self.output,
            "annotations": {
                "title": self.title,
                "readOnlyHint": not self.writes,
                "destructiveHint": self.writes,
                "idempotentHint": True,
                "openWorldHint": False,
            },
        }


def mapping(needed: tuple[str, ...] = (), /, **properties: Json) -> Json:
    """The schema of a mapping with these keys and no others; `needed` are those that are always there."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(needed),
        "additionalProperties": False,
    }


def text(description: str) -> Json:
    """The schema of a string."""
    return {"type": "string", "description": description}


def number(description: str) -> Json:
    """The schema of a whole number from 0."""
    return {"type": "integer", "minimum": 0, "description": description}


def listing(items: Json, description: str) -> Json:
    """The schema of a list."""
    return {"type": "array", "items": items, "description": description}


TEXT = text("The whole post: front matter and Markdown. Without it the file at `path` is read.")
PATH = text(
    "The post's path from the root. With `text` it only says which settings apply, and need not exist."
)
