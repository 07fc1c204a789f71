"""``lintpost rule NAME``: the page of a rule."""

import argparse
import sys

from lintpost.cli.check import configurations_of
from lintpost.cli.output import make_console
from lintpost.config.rule_states import rule_states
from lintpost.errors import UsageError
from lintpost.files.settings_error import unknown_word
from lintpost.language import Lang, Text
from lintpost.packs.builtin import document
from lintpost.report.rule_page import rule_page


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Print the page, with the options that are in force here."""
    configurations = configurations_of(options)
    settings = configurations.leading([])
    lang = options.lang or settings.lang
    state = next((s for s in rule_states(settings) if s.rule.name == options.name), None)
    if state is None:
        text = unknown_word(options.name, settings.rules, Text("rule", "ルール"))
        raise UsageError(text[lang])
    from rich.markdown import Markdown

    page = rule_page(document(state.rule), lang, options=state.options)
    console = make_console(sys.stdout, options.color)
    if console.is_terminal:
        console.print(Markdown(page, hyperlinks=True))
    else:
        sys.stdout.write(page)
    return 0
