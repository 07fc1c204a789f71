"""``lintpost rule NAME``: the page of a rule."""

import argparse
import sys

from lintpost.cli.session import Session
from lintpost.config.rule_states import rule_states
from lintpost.errors import UsageError
from lintpost.files.settings_error import unknown_word
from lintpost.language import Lang, Text
from lintpost.packs.builtin import document
from lintpost.report.rule_page import rule_page
from lintpost.report.visible import visible_lines


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Print the page, with the options that are in force here."""
    session = Session(options, lang, [])
    settings = session.settings()
    states = rule_states(settings)
    state = next((s for s in states if s.rule.name == options.name), None) or next(
        (s for s in states if options.name in s.rule.names), None
    )
    if state is None:
        text = unknown_word(options.name, settings.rules, Text("rule", "ルール"))
        raise UsageError(text[session.lang])
    page = visible_lines(rule_page(document(state.rule), session.lang, options=state.options))
    console = session.console()
    if console.is_terminal:
        from rich.markdown import Markdown

        console.print(Markdown(page, hyperlinks=True))
    else:
        sys.stdout.write(page)
    return 0
