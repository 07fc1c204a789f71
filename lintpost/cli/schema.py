"""``lintpost schema infer``: a schema proposed from the front matter of existing posts."""

import argparse
import sys

from lintpost.cli.errors import print_errors
from lintpost.cli.progress import reading
from lintpost.cli.session import Session
from lintpost.engine.finding import PostError
from lintpost.errors import UsageError
from lintpost.language import Lang, Text
from lintpost.report.survey.schema_yaml import write_schema
from lintpost.surveys.reading import read_posts
from lintpost.surveys.schema_inference import infer_schema


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Print the proposal; returns the exit status."""
    session = Session(options, lang, options.paths)
    settings, lang = session.settings(), session.lang
    if not 1 <= options.required <= 100:
        text = Text("--required needs 1 to 100", "--required には1〜100を指定してください")
        raise UsageError(text[lang])
    paths, missing = session.find_posts()
    if not paths:
        return 2
    unreadable: list[PostError] = []
    with reading(len(paths), lang) as watch:
        posts = read_posts(watch(paths), settings.max_bytes, unreadable, settings.site.syntax)
        schema = infer_schema(posts, options.required)
    write_schema(schema, options.required, lang, sys.stdout)
    print_errors(unreadable, lang)
    return 2 if missing or unreadable else 0
