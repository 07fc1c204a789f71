"""The errors that a request is answered with."""

from typing import Any

PARSE_ERROR = -32700
INVALID_REQUEST = -32600
METHOD_NOT_FOUND = -32601
INVALID_PARAMS = -32602
INTERNAL_ERROR = -32603
SERVER_NOT_INITIALIZED = -32002
REQUEST_FAILED = -32803
REQUEST_CANCELLED = -32800


class ResponseError(Exception):
    """The error of a request: a code of JSON-RPC 2.0 or of LSP 3.17, and a message for its log."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    def data(self) -> dict[str, Any]:
        """The `error` of a response."""
        return {"code": self.code, "message": self.message}


def invalid_params(message: str) -> ResponseError:
    """The error of parameters that are not as the protocol has them."""
    return ResponseError(INVALID_PARAMS, message)
