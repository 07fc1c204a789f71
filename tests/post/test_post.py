"""A post as a whole."""

import gc
from pathlib import Path

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.post.source import Source

TEXT = """---
title: "題名"
tags: [a, b]
---
# 見出し

これは**「要点」**です。[リンク](https://example.com)と`コード`と***強調***。{% tag %}

- 項目です
"""


def test_a_checked_post_is_freed_without_the_garbage_collector(tmp_path: Path) -> None:
    config = tmp_path / "lintpost.yml"
    config.write_text("extends: [jekyll, strict]\n")
    checker = Checker(load_settings(str(config), CliOverrides()))
    checker.check_source(Source("x.md", TEXT))  # imports and compiles
    gc.collect()
    gc.disable()
    try:
        checker.check_source(Source("x.md", TEXT))
        assert gc.collect() == 0
    finally:
        gc.enable()
