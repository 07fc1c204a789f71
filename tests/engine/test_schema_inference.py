"""A schema proposed from posts: exact, valid, and fitting those posts."""

import io
import tempfile
from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.report.survey.schema_yaml import write_schema
from lintpost.surveys.schema_inference import infer_schema
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
        "# As the keys stand.\n"
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


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**6), 10**6),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.sampled_from(["", "佐藤", "鈴木", "https://example.com/a", "/img/a.png", "null", "2026-04-02", "8分"]),
    st.text(max_size=5),
    st.dates(),
    st.datetimes(timezones=st.sampled_from([None, UTC])),
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2)
    ),
    max_leaves=4,
)
MAPPINGS = st.dictionaries(st.sampled_from(["title", "tags", "slug", "x"]), VALUES, max_size=4)


@settings(max_examples=150, deadline=None)
@given(st.lists(MAPPINGS, min_size=1, max_size=6))
def test_every_post_is_accepted(mappings: list[dict[str, Any]]) -> None:
    """What is proposed accepts what it was made from, nulls, rare types and other orders included."""
    texts = [
        f"---\n{yaml.safe_dump(mapping, allow_unicode=True, sort_keys=False)}---\n本文\n"
        for mapping in mappings
    ]
    posts = [Post(Source(f"{n}.md", text)) for n, text in enumerate(texts)]
    out = io.StringIO()
    write_schema(infer_schema(posts, 100), 100, "en", out)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "schema.yml").write_text(out.getvalue(), encoding="utf-8")
        config = Path(folder) / "lintpost.yml"
        config.write_text("front-matter: schema.yml\n", encoding="utf-8")
        rules = ("front-matter/schema", "front-matter/required", "front-matter/order")
        checker = Checker(load_settings(str(config), CliOverrides(select=rules)))
        for post in posts:
            result = checker.check_source(post.source)
            assert [f.message for f in result.findings] == [], out.getvalue()
            assert not result.errors


@pytest.mark.parametrize(
    ("values", "schema"),
    [
        (["a", "null"], '{type: [string, "null"]}'),
        (["null", "null"], '{type: [string, "null"]}'),
        (["a", "a", "a", "a", "a", "null"], "{enum: [a, null]}"),
        (["2026-04-02", "null"], '{format: date, type: [string, "null"]}'),
        (["[a]", "null"], '{type: [array, "null"], items: {type: string}}'),
        (["1", "a", "null"], '{type: [integer, string, "null"]}'),
        (["1", "1.5"], "{type: number}"),
        ([".nan", "1.5"], "{}"),
    ],
)
def test_null_and_several_types(values: list[str], schema: str) -> None:
    posts = [Post(Source("a.md", f"---\nkey: {value}\n---\n")) for value in values]
    out = io.StringIO()
    write_schema(infer_schema(posts, 100), 100, "en", out)
    assert f"  key: {schema}  #" in out.getvalue()


def test_an_order_that_posts_break_is_a_comment() -> None:
    keys = ["a: 1\nb: 2\n", "a: 1\nb: 2\n", "b: 2\na: 1\n"]
    posts = [Post(Source("a.md", f"---\n{key}---\n")) for key in keys]
    out = io.StringIO()
    write_schema(infer_schema(posts, 100), 100, "en", out)
    assert "; 1 posts have another order. Take away the # to demand it.\n# order: [a, b]\n" in (
        out.getvalue()
    )
