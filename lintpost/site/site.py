"""The house's knowledge, as the checks are handed it."""

from datetime import datetime
from typing import Any, Literal

from lintpost.site.names import Names
from lintpost.site.vocabulary import Vocabulary

Renderer = Literal["kramdown", "commonmark"]


class Schema:
    """The front-matter schema (JSON Schema 2020-12), compiled when a post first needs it."""

    __slots__ = ("_validator", "data")

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self._validator: Any = None

    @property
    def validator(self) -> Any:
        """jsonschema-rs's validator; the import costs more than a short post's whole check."""
        if self._validator is None:
            from jsonschema_rs import Draft202012Validator

            self._validator = Draft202012Validator(self.data, validate_formats=True)
        return self._validator


class Site:
    """What one configuration says about the house. Parts that are None were not configured."""

    __slots__ = ("names", "now", "renderer", "schema", "vocabularies")

    def __init__(
        self,
        *,
        renderer: Renderer = "commonmark",
        names: Names | None = None,
        vocabularies: dict[str, Vocabulary] | None = None,
        schema: Schema | None = None,
        now: datetime,
    ) -> None:
        self.renderer: Renderer = renderer
        self.names = names
        self.vocabularies = vocabularies or {}
        self.schema = schema
        self.now = now

    def has(self, need: str) -> bool:
        """Whether a part that a check needs (``names``, ``tags``, ``categories``…) is there."""
        if need == "names":
            return self.names is not None
        if need == "schema":
            return self.schema is not None
        return need in self.vocabularies
