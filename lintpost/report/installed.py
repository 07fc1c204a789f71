"""Reports of installed packages, by the names of their entry points in the group ``lintpost.reports``.

The value of an entry point is a class, or a function, that makes a `Report` from a `ReportContext`. What goes wrong
in it is a `BrokenPlugin`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lintpost.installed.broken_plugin import BrokenPlugin
from lintpost.installed.entry_points import EntryPoint, all_entry_points, find
from lintpost.report.formats import Format, Report, ReportContext

if TYPE_CHECKING:
    from lintpost.engine.finding import PostResult
    from lintpost.engine.summary import Summary


class InstalledFormat(Format):
    """A format of an installed package; it is always given the texts of posts."""

    __slots__ = ()

    def open(self, context: ReportContext) -> Report:
        """A report that writes to the context's stream. Raises `BrokenPlugin`."""
        point = find("reports", self.name)
        assert point is not None
        make = point.load()
        with _named(point):
            report = make(context)
            if not callable(getattr(report, "post", None)) or not callable(
                getattr(report, "end", None)
            ):
                raise TypeError("a report has the methods `post` and `end`")
        return _ShieldedReport(report, point)


def installed_format(name: str) -> Format | None:
    """The format of a name; None where no package has it."""
    if name not in all_entry_points()["reports"]:
        return None
    return InstalledFormat(name, "", "", needs_text=True, whole_lines=False)


class _ShieldedReport:
    def __init__(self, report: Report, point: EntryPoint) -> None:
        self._report = report
        self._point = point

    def post(self, result: "PostResult") -> None:
        """Take one post."""
        with _named(self._point):
            self._report.post(result)

    def end(self, summary: "Summary") -> None:
        """Take the end of the run."""
        with _named(self._point):
            self._report.end(summary)


@contextmanager
def _named(point: EntryPoint) -> Iterator[None]:
    """Make what goes wrong in a report an error that names its package; a reader who left is none."""
    try:
        yield
    except (BrokenPipeError, BrokenPlugin):
        raise
    except (Exception, SystemExit) as error:
        what = f"{type(error).__name__}: {error}"
        raise point.broken(
            f"the report failed ({what})", f"報告を作れませんでした（{what}）"
        ) from error
