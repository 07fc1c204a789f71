"""How far a match reaches."""

import pytest

from lintpost.site.reach import ENDLESS, reach


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", 0),
        ("abc", 3),
        ("a|bcd|ef", 3),
        ("[^\\]a]b", 2),
        ("(?:ab){2,5}", 10),
        ("a{3}b??", 4),
        ("(?<=[一-鿿])口(?=[ァ-ヺー])(?!口?コミ)", 6),
        ("(?<name>論理|クリティカル)(的)?(?:志向|指向)", 9),
        (r"\d\u3042\u{1F600}\p{L}\x41\cA\(", 7),
        ("^a$", 3),
    ],
)
def test_the_widest_match_with_what_lookarounds_see_counts(source: str, expected: int) -> None:
    assert reach(source) == expected


@pytest.mark.parametrize(
    "source", ["a*", "a+?", "(?:a|b{2,})c", "a(?![^。]*b)", r"(a)\1", r"(?<n>a)\k<n>"]
)
def test_what_has_no_bound_is_endless(source: str) -> None:
    assert reach(source) >= ENDLESS
