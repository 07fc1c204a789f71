"""Whether what a cached result asked of the disk and the clock still has the same answers."""

from datetime import UTC, datetime

import pytest

from lintpost.site.answers import answers_hold
from lintpost.site.files import ListedFiles
from lintpost.site.queries import now

FILES = ListedFiles(["posts/2026-05-01-npu.md", "assets/npu.png"])
TIME = datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("answers", "hold"),
    [
        ([], True),
        ([("has", "assets/npu.png", True)], True),
        ([("has", "assets/npu.png", False)], False),
        ([("has", "assets/gone.png", False)], True),
        ([("page", "npu", True)], True),
        ([("page", "npu", False)], False),
        ([("ahead", "2026-06-01T12:00:01+00:00", True)], True),
        ([("ahead", "2026-06-01T12:00:00+00:00", True)], False),
        ([("ahead", "2026-06-01T20:00:00+09:00", False)], True),
        ([("today", "", "2026-06-01")], True),
        ([("today", "", "2026-05-31")], False),
        ([("has", "assets/npu.png", True), ("today", "", "2026-05-31")], False),
    ],
)
def test_answers_hold(answers: list[tuple[str, str, bool | str]], hold: bool) -> None:
    assert answers_hold(answers, FILES, TIME) is hold


def test_the_time_of_the_run_can_be_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780272000")
    assert now() == datetime(2026, 6, 1, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert abs((now() - datetime.now(UTC)).total_seconds()) < 60
