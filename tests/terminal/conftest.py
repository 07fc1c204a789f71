"""A site of Japanese posts."""

from collections.abc import Callable
from pathlib import Path

import pytest

CONFIG = "lang: ja\nposts: [posts/]\nnames: names.yml\ntags: tags.yml\nrenderer: commonmark\n"
NAMES = "names: [GitHub, OpenAI]\n"
TAGS = "tags: [生成AI, 半導体]\n"
POST = """\
---
title: 第{0}回　全角と半角の幅
tags: [生成AI, 未登録のタグ]
---

ここは**「太字」**の文です。幅の広い文字が続いて、端末の一行には収まらない長さの段落になります。それでも折り返しは崩れません。

githubの話を書きます。🍣も２桁の幅です。
"""
CLEAN = "---\ntitle: 第{0}回\ntags: [半導体]\n---\n\n指摘のない本文です。\n"
Site = Callable[[int], Path]


@pytest.fixture
def japanese_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Writes a site with a number of posts, two of three without a finding, and an empty cache."""

    def write(posts: int) -> Path:
        folder = tmp_path / f"site{len(list(tmp_path.iterdir()))}"
        (folder / "posts").mkdir(parents=True)
        for name, text in (("lintpost", CONFIG), ("names", NAMES), ("tags", TAGS)):
            (folder / f"{name}.yml").write_text(text, encoding="utf-8")
        for number in range(posts):
            text = (CLEAN if number % 3 else POST).format(number)
            (folder / "posts" / f"{number:03}.md").write_text(text, encoding="utf-8")
        monkeypatch.setenv("LINTPOST_CACHE_DIR", str(folder / "cache"))
        return folder

    return write
