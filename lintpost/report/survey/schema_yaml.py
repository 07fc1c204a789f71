"""An inferred front matter schema as YAML, with the counts behind it as comments."""

import json
import os
from typing import Any, TextIO

from lintpost.language import Lang, Text, plural
from lintpost.post.front_matter.scalars import in_comment, written
from lintpost.surveys.schema_inference import InferredSchema, KeyFacts

_SHOWN = 2


def write_schema(found: InferredSchema, required_percent: int, lang: Lang, out: TextIO) -> None:
    """Write the schema.

    Comments tell how many posts have a key, and name posts whose values differ. `required_percent` is
    the share of posts from which a key counts as required.
    """

    def say(en: str, ja: str) -> str:
        return Text(en, ja)[lang]

    head = say(
        f"# Proposed from {plural(found.posts, 'post')}. Look it through, then name this file in lintpost.yml:\n"
        "#   front-matter: front-matter.yml",
        f"# 記事{found.posts}本から作った案です。見直してから lintpost.yml に書いてください：\n"
        "#   front-matter: front-matter.yml",
    )
    out.write(f"{head}\n")
    if not found.keys:
        out.write("{}\n")
        return
    en, ja = "# In {} % of the posts or more.", "# {}%以上の記事にあるキー"
    out.write(say(en, ja).format(required_percent) + "\n")
    out.write(f"required: {_flow(found.required)}\n")
    out.write(say("# As the keys mostly stand.", "# 多くの記事での並び順") + "\n")
    out.write(f"order: {_flow([facts.key for facts in found.keys])}\n")
    out.write("properties:\n")
    for facts in found.keys:
        note = _note(facts, found.posts, lang)
        out.write(f"  {written(facts.key)}: {_flow(facts.schema)}  # {in_comment(note)}\n")


def _note(facts: KeyFacts, total: int, lang: Lang) -> str:
    note = Text(f"{facts.posts} of {total}", f"{total}本中{facts.posts}本")[lang]
    if facts.low is not None and facts.low != facts.high:
        note += Text(f"; from {facts.low} to {facts.high}", f"、{facts.low}〜{facts.high}")[lang]
    if facts.odd:
        shown = ", ".join(
            f"{_cut(value)} ({os.path.basename(path)})" for path, value in facts.odd[:_SHOWN]
        )
        more = len(facts.odd) - _SHOWN
        rest = Text(f" and {more} more", f"、ほか{more}本")[lang] if more > 0 else ""
        note += Text(f"; not so: {shown}{rest}", f"、例外：{shown}{rest}")[lang]
    return note


def _cut(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 24 else text[:23] + "…"


def _flow(value: Any) -> str:
    """A value in YAML's flow style, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str):
        return written(value)
    return json.dumps(value)
