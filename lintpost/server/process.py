"""What a server does to its own process: its streams, and its end."""

import os
import sys
import threading
import time
from collections.abc import Callable
from typing import BinaryIO

from lintpost.server.rpc.inbox import Inbox

_GRACE = 1.0
"""Seconds that a server has to end by itself once the client said ``exit`` or is gone: a check may run."""
_PATIENCE = 5.0
"""Seconds for which requests that came before ``exit`` are answered still."""


def own_streams() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for messages alone: whatever else is printed goes to standard error."""
    stdin = os.fdopen(os.dup(0), "rb")
    stdout = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return stdin, stdout


def end_soon(exit_status: Callable[[], int], inbox: Inbox) -> None:
    """End the process, even if it is busy."""

    def end() -> None:
        until = time.monotonic() + _PATIENCE
        while len(inbox) > 1 and time.monotonic() < until:
            time.sleep(_GRACE / 20)
        time.sleep(_GRACE)
        os._exit(exit_status())

    threading.Thread(target=end, daemon=True).start()
