"""A post of our own with the traits of the post that the project began from."""

from collections.abc import Callable
from pathlib import Path

from tests.conftest import SHARED, brief, check_text

NAMES = """
names:
  - {name: Borealis, kind: company, accepted: [ボレアリス], bold: any}
  - {name: Vantor, kind: product}
  - {name: OpalGrid, kind: product}
  - {name: NVIDIA, kind: company}
  - {name: DeepSpeed, kind: technology}
"""
CONFIG = "extends: jekyll\nnames: names.yml\nfront-matter: {required: [layout, title, date, author, excerpt, reading_time]}\n"
POST = """---
layout: post
title: "ボレアリスの推論基盤公開：狙いはどこにあるのか？"
date: 2026-04-02 09:00:00 +0900
author: "編集部"
excerpt: "Borealis、推論基盤の公開について詳細に分析します。"
reading_time: 8
---

ボレアリスの推論基盤公開：狙いはどこにあるのか？

ボレアリス（Borealis）が推論基盤を公開した。**Vantor AIプロセッサ**と**OpalGridシステム**を束ね、Nvidiaの製品に挑む。

別の会社のDeepSpeedも、**Borealis Vantor NPU**に対応する。**小さな一歩**である。
"""


def test_a_post_with_the_traits_of_the_seed(site: Callable[..., Path]) -> None:
    folder = site(lintpost_yml=CONFIG, names_yml=NAMES)
    assert brief(POST, check_text(POST, folder / "lintpost.yml", "2026-04-02-x.md")) == [
        ("names/mixed", "Borealis"),
        ("front-matter/placeholder", "Borealis、推論基盤の公開について詳細に分析します。"),
        ("front-matter/reading-time", "8"),
        ("front-matter/title-repeated", "ボレアリスの推論基盤公開：狙いはどこにあるのか？"),
        ("bold/span", "**Vantor AIプロセッサ**"),
        ("bold/span", "**OpalGridシステム**"),
        ("bold/first-mention", "Nvidia"),
        ("names/spelling", "Nvidia"),
        ("bold/first-mention", "DeepSpeed"),
    ]


SEED_NAMES = """
names:
  - {name: Huawei, kind: company, accepted: [ファーウェイ], bold: any}
  - {name: Microsoft, kind: company, bold: any}
  - {name: Ascend, kind: product}
  - {name: Kirin, kind: product}
  - {name: HiSilicon, kind: company}
  - {name: Pangu, kind: model}
  - {name: Atlas 950/960 SuperPod, kind: product}
  - {name: MindSpore, kind: product}
  - {name: DeepSpeed, kind: technology}
  - {name: NVIDIA, kind: company}
"""


def test_the_seed_post(site: Callable[..., Path]) -> None:
    import pytest

    seed = SHARED / "corpus" / "seed-post.md"
    if not seed.exists():
        pytest.skip("the shared corpus is not here")
    fields = "layout, title, date, categories, tags, author, excerpt, reading_time"
    folder = site(
        lintpost_yml=f"extends: jekyll\nnames: names.yml\nfront-matter: {{required: [{fields}]}}\n",
        names_yml=SEED_NAMES,
    )
    text = seed.read_text(encoding="utf-8")
    found = brief(text, check_text(text, folder / "lintpost.yml", str(seed)))
    title = text[text.index('title: "') + 8 : text.index('"\ndate')]
    excerpt = text[text.index('excerpt: "') + 10 : text.index('"\nreading_time')]
    assert found == [
        ("names/mixed", "Huawei"),
        ("front-matter/placeholder", excerpt),
        ("front-matter/reading-time", "8"),
        ("front-matter/title-repeated", title),
        ("bold/span", "**Ascend AIプロセッサ**"),
        ("bold/span", "**Kirin AIチップセット**"),
        ("bold/span", "**HiSilicon部門**"),
        ("bold/span", "**Panguシリーズモデル**"),
        ("bold/span", "**Atlas 950/960 SuperPodシステム**"),
        ("bold/span", "**MindSpore AIフレームワーク**"),
        ("bold/first-mention", "Nvidia"),
        ("names/spelling", "Nvidia"),
        ("bold/first-mention", "DeepSpeed"),
    ]
