"""Values that are made once for a post or a site."""

import pytest

from lintpost.post.memo import Memo, MemoKey

NUMBERS = MemoKey[int]("numbers")
NOTHING = MemoKey[None]("nothing")


def test_made_once_for_each_key_and_parts() -> None:
    memo = Memo()
    made: list[object] = []

    def make(value: int) -> int:
        made.append(value)
        return value

    assert [memo.get_or_make(NUMBERS, lambda: make(1), "a") for _ in range(2)] == [1, 1]
    assert memo.get_or_make(NUMBERS, lambda: make(2), "b") == 2
    assert memo.get_or_make(NUMBERS, lambda: make(3), "a", "b") == 3
    assert memo.get_or_make(NUMBERS, lambda: make(4)) == 4
    assert memo.get_or_make(MemoKey[int]("numbers"), lambda: make(5), "a") == 5
    assert made == [1, 2, 3, 4, 5]


def test_none_is_a_value() -> None:
    memo = Memo()
    made: list[None] = []
    for _ in range(2):
        assert memo.get_or_make(NOTHING, lambda: made.append(None)) is None
    assert made == [None]


def test_a_failure_is_not_kept_and_raised_as_it_is() -> None:
    memo = Memo()

    def fail() -> int:
        raise ValueError("no number")

    with pytest.raises(ValueError, match="no number") as caught:
        memo.get_or_make(NUMBERS, fail)
    assert caught.value.__context__ is None
    assert memo.get_or_make(NUMBERS, lambda: 1) == 1


def test_clear_forgets() -> None:
    memo = Memo()
    memo.get_or_make(NUMBERS, lambda: 1)
    memo.clear()
    assert memo.get_or_make(NUMBERS, lambda: 2) == 2
