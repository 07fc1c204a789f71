"""``lintpost schema infer``: a schema proposed from the posts that are there."""

import argparse
import sys

from lintpost.cli.check import configurations_of
from lintpost.cli.posts import find_posts
from lintpost.errors import UsageError
from lintpost.language import Lang, Text
from lintpost.report.schema_yaml import write_schema
from lintpost.surveys.reading import read_posts
from lintpost.surveys.schema_inference import infer_schema


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Print the proposal; returns the exit status."""
    settings = configurations_of(options).leading(options.paths)
    lang = options.lang or settings.lang
    if not 1 <= options.required <= 100:
        raise UsageError(
            Text("--required needs 1 to 100", "--required には1〜100を指定してください")[lang]
        )
    paths, missing = find_posts(options.paths, settings, lang)
    if not paths:
        return 2
    unreadable: list[str] = []
    posts = read_posts(paths, settings.max_bytes, unreadable, settings.site.syntax)
    write_schema(infer_schema(posts, options.required), options.required, lang, sys.stdout)
    for path in unreadable:
        print(f"lintpost: {path}: {Text('cannot be read', '読めません')[lang]}", file=sys.stderr)
    return 2 if missing or unreadable else 0
