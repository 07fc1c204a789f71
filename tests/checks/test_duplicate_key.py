"""Keys that stand twice: which fix is offered, and at what cost."""

import pytest

from lintpost.post.front_matter import mapping_edits
from lintpost.post.front_matter.yaml_tree import parse_yaml
from tests.conftest import check_text


def _fixed(front: str) -> list[tuple[int, bool]]:
    """The line of each repeated key, and whether a fix takes it out."""
    findings = check_text(f"---\n{front}---\n", select=("front-matter/duplicate-key",))
    return [(finding.start.line - 1, finding.fix is not None) for finding in findings]


@pytest.mark.parametrize(
    ("front", "found"),
    [
        ("a: 1\na: 1\n", [(2, True)]),
        ("a: 1\na: 2\n", [(2, False)]),
        ("a: 1\na: 1\na: 2\n", [(2, True), (3, False)]),
        ("a: 1\na: 2\na: 1\n", [(2, False), (3, False)]),
        ("a: 1\na: 1\na: 2\na: 1\n", [(2, True), (3, False), (4, False)]),
        ("a: 1\nb: 2\na: 1\nb: 3\n", [(3, True), (4, False)]),
        ("n: .nan\na: 1\na: 1\n", [(3, True)]),
        ("a: {x: 1, x: 1}\n", [(1, False)]),
        ("a: 1\na: &n 1\nb: *n\n", [(2, False)]),
        ("a: 1\nb: 2\na: 1\nb: 2\n", [(3, True), (4, True)]),
        ("a:\n  - {k: 1, l: 2}\n  - {k: 1}\n", []),
        ("x: &x {k: 1, k: 2}\ny: {<<: *x, k: 3}\n", [(1, False)]),
    ],
)
def test_fix(front: str, found: list[tuple[int, bool]]) -> None:
    assert _fixed(front) == found


def test_a_thousand_times_the_same_key_is_one_more_parse(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = []

    def counted(*arguments: object) -> object:
        parsed.append(arguments)
        return parse_yaml(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(mapping_edits, "parse_yaml", counted)
    assert _fixed("k: v\n" * 1000) == [(line, True) for line in range(2, 1001)]
    assert len(parsed) == 1
