"""Runs a server of the Model Context Protocol on standard input and output."""

import gc
import threading

from lintpost.config.run_settings import CliOverrides
from lintpost.server.mcp.session import McpSession
from lintpost.server.process import end_soon, own_streams
from lintpost.server.rpc.connection import Connection
from lintpost.server.rpc.framing import as_line, read_line
from lintpost.server.rpc.inbox import Inbox, read_messages

_DAY = 86_400.0


def serve(root: str, overlay: CliOverrides) -> int:
    """Serve one client until it closes the stream; returns the exit status."""
    gc.enable()  # `console` turns it off, for runs that are short
    stdin, stdout = own_streams()
    inbox = Inbox()
    connection = Connection(stdout, as_line)
    session = McpSession(connection, root, overlay)
    arguments = (stdin, inbox, connection, lambda: end_soon(lambda: 0, inbox), read_line)
    threading.Thread(target=read_messages, args=arguments, daemon=True).start()
    try:
        while True:
            message = inbox.take(_DAY)
            if message is not None:
                session.take(message, cancelled=inbox.is_cancelled(message.get("id")))
    except (EOFError, OSError):
        return 0  # the client is gone
