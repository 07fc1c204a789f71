"""The front-matter schema of a site."""

from typing import Any


class Schema:
    """A JSON Schema (2020-12), compiled on first use.

    `resources` are the files that it refers to, by ``file:`` URL; `order` is the order in which keys
    should be (empty for any).
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
        """The schemas of keys under the top-level ``properties``."""
        properties: dict[str, Any] = self.data.get("properties", {})
        return properties

    @property
    def key_order(self) -> tuple[str, ...]:
        """The order for new keys: `order`, or else that of the properties."""
        return self.order or tuple(self.properties)

    @property
    def validator(self) -> Any:
        """The validator of jsonschema-rs, imported here because that takes longer than checking a post."""
        if self._validator is None:
            self._validator = compiled(self.data, self.resources)
        return self._validator


def names_null(schema: Any) -> bool:
    """Whether the schema of a value allows null in so many words, not just by saying nothing of it."""
    if not isinstance(schema, dict):
        return False
    types = schema.get("type", ())
    if "null" in ([types] if isinstance(types, str) else types):
        return True
    if None in schema.get("enum", ()) or schema.get("const", "") is None:
        return True
    return any(names_null(one) for key in ("anyOf", "oneOf") for one in schema.get(key, ()))


def compiled(data: dict[str, Any], resources: dict[str, Any]) -> Any:
    """A validator that finds references among the resources only, never on the network.

    Raises jsonschema-rs's `ValidationError` or `ReferencingError` for an invalid schema.
    """
    from jsonschema_rs import Draft202012Validator

    def retrieve(address: str) -> Any:
        return resources[address]

    return Draft202012Validator(data, validate_formats=True, retriever=retrieve)
