"""Runs a server on standard input and output, until its client ends it or is gone."""

import gc
import os
import threading
import time

from lintpost.config.run_settings import CliOverrides
from lintpost.files.unsaved import unsaved
from lintpost.server.language_server import LanguageServer
from lintpost.server.process import end_soon, own_streams
from lintpost.server.rpc.connection import Connection
from lintpost.server.rpc.inbox import Inbox, read_messages

_LOOK = 2.0
"""Seconds between two looks at the client's process."""


def serve(overlay: CliOverrides) -> int:
    """Serve one client under settings of the command line; returns the exit status: 0 after `shutdown`, else 1."""
    gc.enable()  # `console` turns it off, for runs that are short
    stdin, stdout = own_streams()
    inbox = Inbox()
    connection = Connection(stdout)
    server = LanguageServer(connection, _watch, overlay, inbox.has_news_of)
    arguments = (stdin, inbox, connection, lambda: end_soon(lambda: server.exit_status, inbox))
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
