"""The same bytes as the standard library writes."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintpost.report.indented_json import Written, indented

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@given(VALUES, st.booleans())
def test_as_the_standard_library(value: Any, ascii_only: bool) -> None:
    assert indented(value, ascii_only=ascii_only) == json.dumps(
        value, indent=1, ensure_ascii=ascii_only
    )


def test_parts() -> None:
    inner = indented({"b": [1]}, 1)
    assert indented({"a": Written(inner)}) == json.dumps({"a": {"b": [1]}}, indent=1)


@pytest.mark.parametrize("value", [1.5, {1}, b"", {"a": object()}])
def test_other_values_are_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        indented(value)
