"""What is known of an address once it was asked for."""

from typing import Literal, NamedTuple

State = Literal["dead", "insecure", "moved", "unknown", "refused", "ok"]
"""`dead`: nothing is there. `insecure`: browsers warn of its certificate. `moved`: it is there, and redirected for
good. `unknown`: its server gave no answer that says. `refused`: lintpost does not ask. `ok`: it is there.
"""
Reason = Literal[
    "", "status", "no-host", "certificate", "tls", "timeout", "no-answer", "broken", "loop", "redirects", "busy",
    "robots", "robots-unreadable", "private", "reserved", "malformed", "scheme",
]  # fmt: skip
ORDER: tuple[State, ...] = ("dead", "insecure", "moved", "unknown", "refused", "ok")
"""The most urgent first."""
FAULTS: frozenset[State] = frozenset(["dead", "insecure"])
"""The states that make the exit status 1."""


class Verdict(NamedTuple):
    """The state of an address. `status` is that of HTTP (None: no answer); `detail` is what a library says of a
    failure, in English; `new` is the address that it is redirected to for good.
    """

    state: State
    status: int | None = None
    reason: Reason = ""
    detail: str = ""
    new: str = ""


class Failure(Exception):
    """A request that got no answer that can be read."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason: Reason = reason
        self.detail = detail

    def verdict(self) -> Verdict:
        """What it says of the address. A host that nobody knows is dead only if the network works: see `online`."""
        if self.reason in ("private", "malformed"):
            return Verdict("refused", None, self.reason, self.detail)
        state: State = "insecure" if self.reason == "certificate" else "unknown"
        return Verdict(state, None, self.reason, self.detail)
