"""One address that is being asked for: where its redirects have led so far, and what its last answer means."""

from email.utils import parsedate_to_datetime
from time import time
from typing import NamedTuple
from urllib.parse import urljoin

from lintpost.surveys.links.request import Answer
from lintpost.surveys.links.verdict import Failure, Verdict

MOST_REDIRECTS = 10
_FOR_GOOD = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_GONE = (404, 410)
_BUSY = (429, 503)
_LONGEST_WAIT = 60.0
"""Seconds for which ``Retry-After`` is waited for; what asks for more is left for another run."""
_USUAL_WAIT = 5.0
"""Seconds to wait where a server says that it is busy, and not for how long; and before what failed is tried again."""


class Wait(NamedTuple):
    """The address goes on, in some seconds. `is_for_host`: its host is to be left alone until then."""

    seconds: float = 0.0
    is_for_host: bool = False


class Inquiry:
    """The state of one address. `current` is what is asked for next."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.current = address
        self.method = "HEAD"
        self._seen: set[str] = set()
        self._tries = 0
        self._new = ""
        self._is_for_good = True

    def after_answer(self, answer: Answer) -> Verdict | Wait:
        """What an answer says, or how to go on. What ``HEAD`` is refused for counts only once ``GET`` gets it, too."""
        status = answer.status
        if status in _BUSY:
            return self._busy(answer)
        if status in _REDIRECTS:
            return self._redirected(answer)
        if 200 <= status < 300:
            return Verdict("moved" if self._new else "ok", status, "", "", self._new)
        if self.method == "HEAD":
            self.method = "GET"
            return Wait()
        if status in _GONE:
            return Verdict("dead", status, "status")
        if status >= 500 and self._may_retry():
            return Wait(_USUAL_WAIT)
        return Verdict("unknown", status, "status")

    def after_failure(self, failure: Failure) -> Verdict | Wait:
        """What a failure says, once it has come twice."""
        if (
            failure.reason in ("timeout", "broken", "no-answer", "no-host", "tls")
            and self._may_retry()
        ):
            self.method = "GET"  # some servers fail at HEAD alone
            return Wait(_USUAL_WAIT)
        return failure.verdict()

    def _may_retry(self) -> bool:
        self._tries += 1
        return self._tries < 2

    def _busy(self, answer: Answer) -> Verdict | Wait:
        seconds = _seconds(answer.retry_after)
        if seconds <= _LONGEST_WAIT and self._may_retry():
            return Wait(seconds, is_for_host=True)
        return Verdict("unknown", answer.status, "busy", answer.retry_after or "")

    def _redirected(self, answer: Answer) -> Verdict | Wait:
        if not answer.location:
            return Verdict("unknown", answer.status, "broken")
        self._seen.add(self.current)
        try:
            # http.client reads header lines as Latin-1; addresses in them are UTF-8 where they are not ASCII.
            location = answer.location.strip().encode("latin-1").decode("utf-8", "replace")
            target = urljoin(self.current, location)
        except ValueError:
            return Verdict("unknown", answer.status, "malformed")
        self._note(answer.status, target)
        self.current = target.partition("#")[0]
        if self.current in self._seen:
            return Verdict("unknown", answer.status, "loop")
        if len(self._seen) > MOST_REDIRECTS:
            return Verdict("unknown", answer.status, "redirects")
        return Wait()

    def _note(self, status: int, target: str) -> None:
        """Note the new address while every redirect is one for good."""
        self._is_for_good = self._is_for_good and status in _FOR_GOOD
        if self._is_for_good:
            self._new = target


def _seconds(retry_after: str | None) -> float:
    """``Retry-After`` in seconds: it is a number of them, or a date."""
    value = (retry_after or "").strip()
    if value.isdecimal():
        return float(value[:9])
    try:
        return max(parsedate_to_datetime(value).timestamp() - time(), 0.0)
    except (ValueError, OverflowError):
        return _USUAL_WAIT
