"""``lintpost clean``."""

import argparse

from lintpost.engine.cache import store
from lintpost.files.compiled_cache import cache_folder, remove_all
from lintpost.language import Lang, Text


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Remove the results and compiled rules of the cache, and nothing else that lies in its folder."""
    folder = options.cache_dir or cache_folder()
    taken = store.remove(folder) + remove_all(folder)
    if not taken:
        text = Text(f"{folder}: nothing is kept here.", f"{folder}：保存された結果はありません。")
    else:
        size = f"{taken / 1e6:.1f} MB"
        text = Text(f"{folder}: {size} removed.", f"{folder}：{size}を削除しました。")
    print(text[options.lang or lang])
    return 0
