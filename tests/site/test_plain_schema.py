"""The quick verdict never contradicts the validator."""

from typing import Any

import jsonschema_rs
from hypothesis import given
from hypothesis import strategies as st

from lintpost.site.plain_schema import certainly_valid

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.floats(-2, 2)
    | st.sampled_from(["", "a", "ab", "/assets/x"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3)
    ),
    max_leaves=6,
)
TYPES = st.sampled_from(["string", "integer", "number", "boolean", "array", "object", "null"])


def schemas() -> st.SearchStrategy[Any]:
    def extend(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        return st.fixed_dictionaries(
            {},
            optional={
                "type": TYPES | st.lists(TYPES, min_size=1, unique=True),
                "enum": st.lists(VALUES, min_size=1, max_size=3),
                "const": VALUES,
                "required": st.lists(st.sampled_from("abc"), unique=True),
                "properties": st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
                "additionalProperties": st.booleans(),
                "items": inner,
                "uniqueItems": st.booleans(),
                "minLength": st.integers(0, 3),
                "maxLength": st.integers(0, 3),
                "minItems": st.integers(0, 3),
                "maxItems": st.integers(0, 3),
                "minimum": st.integers(-2, 2),
                "maximum": st.integers(-2, 2),
                "pattern": st.sampled_from(["^a", "^/assets/", "b$", "^a.b"]),
                "not": inner,
                "title": st.just("x"),
            },
        )

    return st.recursive(st.booleans() | st.just({}), extend, max_leaves=5)


@given(schemas(), VALUES)
def test_certainly_valid_means_valid(schema: Any, value: Any) -> None:
    if certainly_valid(schema, value):
        assert jsonschema_rs.Draft202012Validator(schema).is_valid(value)


def test_a_usual_post_is_decided_without_the_validator() -> None:
    schema = {
        "required": ["title"],
        "properties": {
            "title": {"type": "string", "minLength": 1},
            "tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
            "image": {"type": "string", "pattern": "^/assets/"},
            "layout": {"const": "post"},
            "n": {"type": "integer", "minimum": 1},
        },
    }
    post = {"title": "題", "tags": ["AI"], "image": "/assets/a.png", "layout": "post", "n": 3}
    assert certainly_valid(schema, post)
    assert not certainly_valid(schema, {**post, "n": 0})
