"""The ``lintpost`` command."""

import gc
import os
import sys
from importlib import import_module
from typing import NoReturn

from lintpost.cli.commands import COMMANDS
from lintpost.cli.errors import warn
from lintpost.cli.parser import parse
from lintpost.errors import UsageError
from lintpost.files.compiled_cache import bypassed
from lintpost.files.settings_error import SettingsError
from lintpost.language import Lang, Text, environment_language


def main(argv: list[str] | None = None) -> int:
    """Run a command; returns the exit status: 0 good, 1 findings, 2 trouble, 130 interrupted.

    It leaves the process as it is: what only a process of its own may do is in `console`.
    """
    arguments = sys.argv[1:] if argv is None else argv
    lang = _language(arguments)
    try:
        options = parse(arguments, lang)
        module = import_module(f"lintpost.cli.{COMMANDS[options.command].module}")
        with bypassed(getattr(options, "no_cache", False)):
            status: int = module.run(options, lang)
        sys.stdout.flush()
        return status
    except UsageError as error:
        return _fail(str(error))
    except SettingsError as error:
        from lintpost.cli.configured_language import configured_language

        return _fail(error.message(configured_language(arguments, error.place.path) or lang))
    except KeyboardInterrupt:
        print(Text("interrupted", "中断しました")[lang], file=sys.stderr)
        return 130
    except BrokenPipeError:
        return 1  # the reader left, as `head` does
    except RecursionError:
        return _fail(Text("nested too deeply", "入れ子が深すぎます")[lang])
    except OSError as error:
        return _fail(f"{error.filename or ''}: {error.strerror}".lstrip(": "))
    except Exception as error:  # no traceback reaches a user; LINTPOST_DEBUG shows it to developers
        if os.environ.get("LINTPOST_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}"
        return _fail(Text(f"internal error ({what})", f"内部エラーです（{what}）")[lang])


def console() -> NoReturn:
    """Run `main` as a process of its own, and end the process with its status.

    It ends without cleaning up the interpreter, which takes as long as checking three posts.
    """
    gc.disable()  # a run makes no cycles worth collecting, and looking for them takes time
    _open_standard_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    status = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        status = status or 1  # the reader left
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if os.environ.get("LINTPOST_DEBUG"):
        sys.exit(status)
    os._exit(status)


def _open_standard_streams() -> None:
    """Put the null device in the place of a standard stream that is closed, as with ``>&-``.

    A file that is opened later would otherwise get its number, and what is printed.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115


def _fail(message: str) -> int:
    warn(message)
    return 2


def _language(arguments: list[str]) -> Lang:
    """The language of the help and of early errors, before the arguments are parsed."""
    for index, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        if argument == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if value in ("en", "ja"):
            return "ja" if value == "ja" else "en"
    return environment_language()
