"""Charts as inline SVG. Each has a text beside it that says the same, for those who do not see it."""

from collections.abc import Iterable, Sequence

from lintpost.language import Text
from lintpost.report.dashboard.html import Markup, element

_WIDTH, _HEIGHT = 600, 160
_LEFT, _BOTTOM, _TOP = 84, 24, 10


def bars(rows: Iterable[tuple[object, float, str]], caption: Text) -> Markup:
    """A table of labels, bars and figures: (label, value, figure as text). The longest bar fills its cell."""
    listed = list(rows)
    most = max((value for _, value, _ in listed), default=0) or 1
    return element(
        "table",
        element("caption", caption),
        (
            element(
                "tr",
                element("th", label, scope="row"),
                element("td", _bar(value / most), class_="bar"),
                element("td", figure, class_="number"),
            )
            for label, value, figure in listed
        ),
        class_="bars",
    )


def _bar(share: float) -> Markup:
    width = round(100 * share, 1)
    return element(
        "svg",
        element("rect", width=width, height=12, x=0, y=0),
        viewBox="0 0 100 12", preserveAspectRatio="none", aria_hidden="true",
    )  # fmt: skip


def stacked(parts: Sequence[tuple[str, int]], most: int) -> Markup:
    """A bar of parts, (class, value) each, of which `most` fills the width."""
    at = 0.0
    rectangles = []
    for name, value in parts:
        width = 100 * value / (most or 1)
        rectangles.append(
            element("rect", width=f"{width:.2f}", height=12, x=f"{at:.2f}", y=0, class_=name)
        )
        at += width
    return element(
        "svg", rectangles, viewBox="0 0 100 12", preserveAspectRatio="none", aria_hidden="true"
    )


def sparkline(values: Sequence[float]) -> Markup | None:
    """A line without axes; None for fewer than two values."""
    if len(values) < 2:
        return None
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in _points(values, 80, 20, 0, 2))
    return element(
        "svg",
        element("polyline", points=points),
        viewBox="0 0 80 22", class_="spark", aria_hidden="true",
    )  # fmt: skip


def line(labels: Sequence[str], values: Sequence[float], title: Text) -> Markup:
    """A line over time with its first and last label, its greatest value, and a table of all values."""
    points = _points(values, _WIDTH - _LEFT - 8, _HEIGHT - _BOTTOM, _LEFT, _TOP)
    top = max(values, default=0)
    shown = [
        element("line", x1=_LEFT, y1=_HEIGHT - _BOTTOM + _TOP, x2=_WIDTH, y2=_HEIGHT - _BOTTOM + _TOP),
        element("text", _figure(top), x=0, y=_TOP + 6),
        element("text", "0", x=0, y=_HEIGHT - _BOTTOM + _TOP),
        element("text", labels[0], x=_LEFT, y=_HEIGHT + 8),
        element("text", labels[-1], x=_WIDTH, y=_HEIGHT + 8, text_anchor="end"),
        element("polyline", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in points)),
        [element("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=2.5) for x, y in points],
    ]  # fmt: skip
    rows = (
        element("tr", element("th", label, scope="row"), element("td", _figure(value)))
        for label, value in zip(labels, values, strict=True)
    )
    return element(
        "figure",
        element("figcaption", title),
        element(
            "svg", shown, viewBox=f"0 0 {_WIDTH} {_HEIGHT + 14}", class_="line", aria_hidden="true"
        ),
        element(
            "details",
            element("summary", Text("figures", "数値")),
            element("table", element("caption", title), rows),
        ),
    )


def histogram(values: Sequence[float], edges: Sequence[int], unit: Text, caption: Text) -> Markup:
    """How many values lie below each edge and not below the one before; the last bar has the rest."""
    rows: list[tuple[object, float, str]] = []
    for low, high in zip((0, *edges), (*edges, None), strict=True):
        count = sum(low <= value and (high is None or value < high) for value in values)
        to = f"–{high - 1:,}" if high is not None else "–"
        rows.append(([f"{low:,}{to} ", unit], count, f"{count:,}"))
    return bars(rows, caption)


def _points(
    values: Sequence[float], width: float, height: float, left: float, top: float
) -> list[tuple[float, float]]:
    """Values as points of a picture, from 0 at its bottom to the greatest at its top."""
    most = max(values, default=0) or 1
    step = width / max(len(values) - 1, 1)
    return [
        (left + number * step, top + height * (1 - max(value, 0) / most))
        for number, value in enumerate(values)
    ]


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) or value >= 100 else f"{value:,.1f}"
