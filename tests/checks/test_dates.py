from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from lintpost.checks.common.dates.front_matter_dates import parse

JST = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    ("value", "day", "time"),
    [
        ("2026-04-02", date(2026, 4, 2), None),
        ("2026/4/2", date(2026, 4, 2), None),
        ("2026-04-02 09:00:00 +0900", date(2026, 4, 2), datetime(2026, 4, 2, 9, tzinfo=JST)),
        ("2026-04-02T09:00:00.123+09:00", date(2026, 4, 2), datetime(2026, 4, 2, 9, tzinfo=JST)),
        ("2026-04-02 09:00 JST", date(2026, 4, 2), datetime(2026, 4, 2, 9, tzinfo=JST)),
        ("2026-04-02T00:00:00Z", date(2026, 4, 2), datetime(2026, 4, 2, tzinfo=UTC)),
        ("2026-04-02 09:00:00", date(2026, 4, 2), datetime(2026, 4, 2, 9)),
        ("Jul 08 2022", date(2022, 7, 8), None),
        ("8 July 2022", date(2022, 7, 8), None),
        (
            "Mon, 02 Jan 2006 15:04:05 -0700",
            date(2006, 1, 2),
            datetime(2006, 1, 2, 15, 4, 5, tzinfo=timezone(timedelta(hours=-7))),
        ),
        (date(2026, 4, 2), date(2026, 4, 2), None),
    ],
)
def test_dates_that_are_read(value: object, day: date, time: datetime | None) -> None:
    moment = parse(value)
    assert moment is not None
    assert (moment.day, moment.time) == (day, time)


@pytest.mark.parametrize(
    "value",
    ["2026-13-45", "2026-02-30", "昨日", "4/2", "Foo 08 2022", 20260402, "2026-04-02 25:00", None],
)
def test_what_is_no_date(value: object) -> None:
    assert parse(value) is None
