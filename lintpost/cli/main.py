"""The ``lintpost`` command."""

import gc
import os
import sys
from importlib import import_module
from typing import NoReturn

from lintpost.cli.parser import build_parser, command_module
from lintpost.errors import UsageError
from lintpost.files.settings_error import SettingsError
from lintpost.language import Lang, Text, environment_language


def main(argv: list[str] | None = None) -> int:
    """Run a command; returns the exit status: 0 good, 1 findings, 2 trouble, 130 interrupted."""
    gc.disable()  # a run makes no cycles worth collecting: looking for them only costs time
    arguments = sys.argv[1:] if argv is None else argv
    lang = _language(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        options = build_parser(lang, arguments).parse_args(arguments)
        module = import_module(f"lintpost.cli.{command_module(options.command)}")
        status: int = module.run(options, lang)
        sys.stdout.flush()
        return status
    except UsageError as error:
        return fail(str(error), lang)
    except SettingsError as error:
        return fail(error.message(lang), lang)
    except KeyboardInterrupt:
        print(Text("interrupted", "中断しました")[lang], file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader left (as `head` does): nobody is there to be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except RecursionError:
        return fail(Text("nested too deeply", "入れ子が深すぎます")[lang], lang)
    except OSError as error:
        return fail(f"{error.filename or ''}: {error.strerror}".lstrip(": "), lang)
    except Exception as error:  # no traceback reaches a user; LINTPOST_DEBUG shows it to us
        if os.environ.get("LINTPOST_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}"
        return fail(Text(f"internal error ({what})", f"内部エラーです（{what}）")[lang], lang)


def console() -> NoReturn:
    """`main` as a process of its own, which ends at once: to take the interpreter down in good order
    takes as long as to check three posts, and nothing is left to be written.
    """
    status = main()
    if os.environ.get("LINTPOST_DEBUG"):
        sys.exit(status)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        status = status or 1  # whoever read the output is gone
    os._exit(status)


def fail(message: str, lang: Lang) -> int:
    """Say what went wrong on standard error; returns the status for trouble."""
    print(f"lintpost: {message}", file=sys.stderr)
    return 2


def _language(arguments: list[str]) -> Lang:
    """The language of the help and of early errors, before the arguments are understood."""
    for index, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        if argument == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if value in ("en", "ja"):
            return "ja" if value == "ja" else "en"
    return environment_language()
