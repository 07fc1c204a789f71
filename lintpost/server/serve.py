"""Runs a server on standard input and output, until its client ends it or is gone."""

import gc
import os
import sys
import threading
import time
from typing import BinaryIO

from lintpost.config.run_settings import CliOverrides
from lintpost.files.unsaved import unsaved
from lintpost.server.language_server import LanguageServer
from lintpost.server.rpc.connection import Connection
from lintpost.server.rpc.inbox import Inbox, read_messages

_GRACE = 1.0
"""Seconds that the server has to end by itself once the client said ``exit`` or is gone: a check may run."""
_PATIENCE = 5.0
"""Seconds for which requests that came before ``exit`` are answered still."""
_LOOK = 2.0
"""Seconds between two looks at the client's process."""


def serve(overlay: CliOverrides) -> int:
    """Serve one client under settings of the command line; returns the exit status: 0 after `shutdown`, else 1."""
    gc.enable()  # `console` turns it off, for runs that are short
    stdin, stdout = _own_streams()
    inbox = Inbox()
    connection = Connection(stdout)
    server = LanguageServer(connection, _watch, overlay)
    arguments = (stdin, inbox, connection, lambda: _end_soon(server, inbox))
    threading.Thread(target=read_messages, args=arguments, daemon=True).start()
    with unsaved(server.unsaved_texts):
        try:
            while not server.has_ended:
                message = inbox.take(server.pause())
                if message is None:
                    server.work()
                else:
                    server.take(message, cancelled=inbox.is_cancelled(message.get("id")))
        except (EOFError, OSError):
            pass  # the client is gone
    return server.exit_status


def _own_streams() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for messages alone: whatever else is printed goes to standard error."""
    stdin = os.fdopen(os.dup(0), "rb")
    stdout = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return stdin, stdout


def _end_soon(server: LanguageServer, inbox: Inbox) -> None:
    """End the process, even if it is busy."""

    def end() -> None:
        until = time.monotonic() + _PATIENCE
        while len(inbox) > 1 and time.monotonic() < until:
            time.sleep(_GRACE / 20)
        time.sleep(_GRACE)
        os._exit(server.exit_status)

    threading.Thread(target=end, daemon=True).start()


def _watch(process: int) -> None:
    """End the server once a process is gone. On Windows the end of standard input must do."""
    if os.name == "nt":
        return

    def watch() -> None:
        while _is_alive(process):
            time.sleep(_LOOK)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # it is somebody else's, or no id
        return True
    return True
