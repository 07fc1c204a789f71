"""``lintpost clean``."""

import argparse

from lintpost.cli.configured_language import working_language
from lintpost.engine.cache.clean import clean
from lintpost.files.compiled_cache import cache_folder
from lintpost.language import Lang, Text


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Empty the cache; other files in its folder stay."""
    folder = options.cache_dir or cache_folder()
    size = clean(folder)
    if size:
        megabytes = f"{size / 1e6:.1f} MB"
        text = Text(f"{folder}: {megabytes} removed.", f"{folder}：{megabytes}を削除しました。")
    else:
        text = Text(f"{folder}: the cache is empty.", f"{folder}：キャッシュは空です。")
    print(text[working_language(options, lang)])
    return 0
