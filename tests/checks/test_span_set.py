"""Sets of spans answer as a look at each span does."""

from hypothesis import given
from hypothesis import strategies as st

from lintpost.checks.common.span_set import SpanSet

SPAN = st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(SPAN, max_size=6), SPAN)
def test_a_set_answers_as_its_spans_do(spans: list[tuple[int, int]], span: tuple[int, int]) -> None:
    start, end = span
    found = SpanSet(spans)
    assert found.holds(start, end) is any(a <= start and end <= b for a, b in spans)
    assert found.holds_at(start) is any(a <= start < b for a, b in spans)
    assert found.meets(start, end) is any(a < end and start < b for a, b in spans)
