"""Ends and beginnings that many texts have in common, and what is none."""

import pytest

from lintpost.checks.common.patterns.shared_ends import shared_heads, shared_tails


def tails(texts: list[str], least: int = 3, length: int = 8) -> list[str]:
    found = shared_tails(texts, least, length)
    return [t[s.start : s.end] + f" {s.texts}" if s else "" for t, s in zip(texts, found, strict=True)]  # fmt: skip


def heads(texts: list[str], least: int = 3, length: int = 8) -> list[str]:
    found = shared_heads(texts, least, length)
    return [t[s.start : s.end] + f" {s.texts}" if s else "" for t, s in zip(texts, found, strict=True)]  # fmt: skip


def of(*subjects: str, end: str = "", start: str = "") -> list[str]:
    return [f"{start}{subject}{end}" for subject in subjects]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (of("量子", "光", "磁気", end="の仕組みと今後の展望"), "の仕組みと今後の展望"),
        (of("量子", "光", "磁気", end="：その仕組みと展望"), "その仕組みと展望"),
        # What is longer and has fewer texts counts from three quarters of them on.
        ([*of("A社は何をするのか？が", "B社はどうするのか？が", end="変えるビジネスの未来"), "Cが変えるビジネスの未来"], "が変えるビジネスの未来"),
        # No word is cut.
        (of("サーバー", "ルーター", "モニター", end="の選び方と使い方"), "の選び方と使い方"),
        (of("「量子」", "『光』", "磁気（仮）", end="の仕組みと今後の展望"), "の仕組みと今後の展望"),
        (of("「量子の", "「光の", "「磁気の", end="」仕組みと今後の展望"), "仕組みと今後の展望"),
        (of("量子", "光", "磁気", end="と「未来」という名の展望"), "と「未来」という名の展望"),
        (of("Tea ", "Rice ", "Salt ", end="and what comes of it"), "and what comes of it"),
        (of("Tea", "Rice", "Salt", end=": everything you need to know"), "everything you need to know"),
        (of("fermentation of tea", "cultivation of tea", "translation of tea", end=" explained to all"), "of tea explained to all"),
        # Behind the name of the site, and before a bracket.
        (of("量子", "光", "磁気", end="の仕組みと今後の展望 | 週刊ニュース"), "の仕組みと今後の展望"),
        (of("量子", "光", "磁気", end="の仕組みと今後の展望【2026年版】"), "の仕組みと今後の展望"),
    ],
)  # fmt: skip
def test_tails(texts: list[str], found: str) -> None:
    assert tails(texts) == [f"{found} 3"] * 3
    assert tails(texts, least=4) == [""] * 3
    other = ["まったく別の題", *texts]
    assert tails(other) == ["", *[f"{found} 3"] * 3]


@pytest.mark.parametrize(
    "texts",
    [
        of("量子", "光", "磁気", end="の今後の展望"),  # too short
        of("Tea ", "Rice ", "Salt ", end="on Rails"),
        of("Tea ", "Rice ", "Salt ", end="with Ruby on Rails"),
        of("Tea ", "Rice ", "Salt ", end="in the Visual Studio Code"),
        of("週刊ニュース総まとめ 第", *[], end="回"),
        [f"週刊半導体ニュースまとめ 第{n}回" for n in range(9)],
        [f"Notes on everything we know, part {n}" for n in range(3, 12)],
        [f"リリースノート総まとめ v1.{n}" for n in range(9)],
        ["週刊半導体ニュースまとめ"] * 5,  # the same title, which another rule reports
        of("量子", "光", "磁気", end=" | 週刊半導体ニュースまとめ"),
        of("量子", "光", "磁気", end="｜週刊半導体ニュースまとめ"),
        of("Tea", "Rice", "Salt", end=" - The Journal of Good Things"),
        of("Tea", "Rice", "Salt", end=" — The Journal of Good Things"),
        of("Tea", "Rice", "Salt", end=" · The Journal of Good Things"),
        of("量子", "光", "磁気", end="（週刊半導体ニュースまとめ）"),
        of("Tea", "Rice", "Salt", end=" (The Journal of Good Things)"),
        of("量子", "光", "磁気", end="【週刊半導体】【ニュースまとめ】"),
        of("量子", "光", "磁気", end="――週刊半導体ニュースまとめ"),
        [],
        ["", " ", "。", "| a"],
    ],
)
def test_no_tails(texts: list[str]) -> None:
    assert tails(texts) == [""] * len(texts)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (of("茶", "米", "塩", start="いま知っておきたい", end="の話"), "いま知っておきたい"),
        (of("tea", "rice", "salt", start="What you need to know about "), "What you need to know about"),
        (of("tea", "rice", "salt", start="【特集】いま知っておきたい"), "いま知っておきたい"),
        (of("tea", "rice", "salt", start="週刊ニュース：いま知っておきたい"), "いま知っておきたい"),
        (of("茶", "米", "塩", start="いま知っておきたい「", end="」の話"), "いま知っておきたい"),
        (of("teapots", "teacups", "teatime", start="What you need to know about "), "What you need to know about"),
    ],
)  # fmt: skip
def test_heads(texts: list[str], found: str) -> None:
    assert heads(texts) == [f"{found} 3"] * 3
    assert heads(texts, least=4) == [""] * 3


@pytest.mark.parametrize(
    "texts",
    [
        [f"週刊半導体ニュースまとめ第{n}回" for n in range(1, 5)],
        [f"週刊半導体ニュースまとめ #{n}" for n in range(1, 5)],
        [f"週刊半導体ニュースまとめ その{n}" for n in range(1, 5)],
        [f"週刊半導体ニュースまとめ Vol.{n}" for n in range(1, 5)],
        [f"This Week in Good Things {n}" for n in range(1, 5)],
        [f"This Week in Good Things, Part {n}" for n in range(1, 5)],
        of("茶", "米", "塩", start="週刊半導体ニュースまとめ："),
        of("tea", "rice", "salt", start="The Journal of Good Things: "),
        of("tea", "rice", "salt", start="The Journal of Good Things - "),
        of("tea", "rice", "salt", start="The Journal of Good Things | "),
        of("茶", "米", "塩", start="週刊半導体ニュースまとめ ー "),
        of("茶", "米", "塩", start="【週刊半導体ニュースまとめ】"),
        of("1.20", "1.21", "1.22", start="Announcing the new release of Good "),
        of("茶", "米", "塩", start="知っておきたい"),
        of("tea", "rice", "salt", start="How to build a "),
        of("tea", "rice", "salt", start="Getting started with "),
        of("tea", "rice", "salt", start="An introduction to the "),
        ["いま知っておきたい茶の話"] * 4,
    ],
)
def test_no_heads(texts: list[str]) -> None:
    assert heads(texts) == [""] * len(texts)
