"""A schema proposed from posts: exact, valid, and fitting those posts."""

from collections.abc import Callable
from pathlib import Path

import jsonschema
import yaml

from tests.conftest import run_cli

POST = """---
layout: post
title: 題{n}
date: 2026-04-0{n} 09:00:00 +0900
author: {author}
tags: [a, b]
reading_time: {n}
image: /img/{n}.png
source: https://example.com/{n}
draft: {draft}
extra: {{slug: s{n}, note: x}}
related: [{{slug: a, n: 1}}]
{more}---
本文
"""


def test_infer(site: Callable[..., Path]) -> None:
    posts = {
        f"posts__{n}_md": POST.format(
            n=n, author="佐藤" if n % 2 else "鈴木", draft=str(n == 3).lower(), more="rare: 1.5\n" if n == 4 else ""
        )
        for n in range(1, 7)
    }  # fmt: skip
    folder = site(
        **posts,
        posts__7_md="---\nlayout: post\ntitle: 2026\ndate: 2026-04-07\n---\n",
        posts__8_md="なし",
    )
    done = run_cli("schema", "infer", "posts", "--required", "80", "--lang", "en", cwd=folder)
    assert done.returncode == 0, done.stderr
    text = done.stdout.decode()
    assert text == (
        "# Proposed from 7 posts. Look it through, then name this file in lintpost.yml:\n"
        "#   front-matter: front-matter.yml\n"
        "# In 80 % of the posts or more.\n"
        "required: [layout, title, date, author, tags, reading_time, image, source, draft, extra, related]\n"
        "# As the keys mostly stand.\n"
        "order: [layout, title, date, author, tags, reading_time, image, source, draft, extra, related, rare]\n"
        "properties:\n"
        "  layout: {const: post}  # 7 of 7\n"
        "  title: {type: [integer, string]}  # 7 of 7\n"
        "  date: {}  # 7 of 7\n"
        "  author: {enum: [佐藤, 鈴木]}  # 6 of 7\n"
        "  tags: {type: array, items: {type: string}}  # 6 of 7\n"
        "  reading_time: {type: integer}  # 6 of 7; from 1 to 6\n"
        '  image: {type: string, pattern: "^/img/"}  # 6 of 7\n'
        '  source: {type: string, pattern: "^https://example\\\\.com/"}  # 6 of 7\n'
        "  draft: {type: boolean}  # 6 of 7\n"
        "  extra: {type: object, required: [slug, note]}  # 6 of 7\n"
        '  related: {type: array, items: {type: object, required: [slug, "n"]}}  # 6 of 7\n'
        "  rare: {type: number}  # 1 of 7\n"
    )
    jsonschema.Draft202012Validator.check_schema(yaml.safe_load(text))
    (folder / "front-matter.yml").write_text(text, encoding="utf-8")
    (folder / "lintpost.yml").write_text("front-matter: front-matter.yml\n", encoding="utf-8")
    checked = run_cli(
        "check", "posts", "--select", "front-matter/schema,front-matter/order", cwd=folder
    )
    assert checked.returncode == 0, checked.stdout.decode()


def test_nothing_to_infer_from(site: Callable[..., Path]) -> None:
    folder = site(a_md="本文だけ")
    done = run_cli("schema", "infer", cwd=folder)
    assert done.returncode == 0
    assert yaml.safe_load(done.stdout) == {}
    for arguments in (["schema"], ["schema", "infer", "--required", "0"], ["schema", "infer", "x"]):
        done = run_cli(*arguments, cwd=folder)
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr
