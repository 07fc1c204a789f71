"""The front-matter schema of a house."""

from typing import Any


class Schema:
    """JSON Schema 2020-12, compiled when a post first needs it.

    `resources` are the files that it refers to, by ``file:`` address; `order` is that in which the
    keys are to stand (empty: any).
    """

    __slots__ = ("_validator", "data", "order", "resources")

    def __init__(
        self,
        data: dict[str, Any],
        resources: dict[str, Any] | None = None,
        order: tuple[str, ...] = (),
    ) -> None:
        self.data = data
        self.resources = resources or {}
        self.order = order
        self._validator: Any = None

    @property
    def required(self) -> list[str]:
        """The keys that every post must have."""
        required: list[str] = self.data.get("required", [])
        return required

    @property
    def properties(self) -> dict[str, Any]:
        """The schemas of the keys, as far as they are written at the top."""
        properties: dict[str, Any] = self.data.get("properties", {})
        return properties

    @property
    def key_order(self) -> tuple[str, ...]:
        """`order`, or else that of the properties: where a new key goes."""
        return self.order or tuple(self.properties)

    @property
    def validator(self) -> Any:
        """jsonschema-rs's validator; the import costs more than a short post's whole check."""
        if self._validator is None:
            self._validator = compiled(self.data, self.resources)
        return self._validator


def compiled(data: dict[str, Any], resources: dict[str, Any]) -> Any:
    """A validator that knows the resources and never asks the network.

    Raises jsonschema-rs's `ValidationError` or `ReferencingError` for a schema that is none.
    """
    from jsonschema_rs import Draft202012Validator

    def retrieve(address: str) -> Any:
        return resources[address]

    return Draft202012Validator(data, validate_formats=True, retriever=retrieve)
