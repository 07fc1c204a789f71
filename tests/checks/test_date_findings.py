"""What front-matter/date says of a date under each preset, and what its fix writes."""

from pathlib import Path

import pytest

from tests.conftest import check_text

RULE = ("front-matter/date",)
CASES: list[tuple[str, str, str, str | None]] = [
    # (preset, line, the message from the value on, what the line becomes)
    ("hugo", "date: 2026/04/02", "Hugo cannot read 2026/04/02", "date: 2026-04-02"),
    ("hugo", "date: 2026-4-2", "Hugo cannot read", "date: 2026-04-02"),
    ("hugo", "date: 2026-04-02 09:00", "Hugo cannot read", "date: 2026-04-02T09:00:00"),
    ("hugo", "date: 2026-04-02T09:00", "Hugo cannot read", "date: 2026-04-02T09:00:00"),
    ("hugo", "date: 2026-04-02 09:00 +0900", "Hugo cannot", "date: 2026-04-02T09:00:00+09:00"),
    ("hugo", "date: 2026-04-02 09:00:00 JST", "Hugo cannot", "date: 2026-04-02T09:00:00+09:00"),
    ("hugo", "date: '2026-04-02T09:00:00 +09:00'", "Hugo cannot", "date: '2026-04-02T09:00:00+09:00'"),
    ("hugo", "date: Apr 2, 2026", "Hugo cannot read", "date: 2026-04-02"),
    ("hugo", "lastmod: 2 April 2026", "Hugo cannot read", "lastmod: 2026-04-02"),
    ("hugo", "expiryDate: 2026/04/02", "Hugo cannot read", "expiryDate: 2026-04-02"),
    ("hugo", "date: 20260402", "Hugo cannot read", "date: 2026-04-02"),
    ("hugo", "date: ２０２６-04-02", "２０２６-04-02 has full-width characters", "date: 2026-04-02"),
    ("hugo", "date: 2026年4月2日", "Hugo cannot read", "date: 2026-04-02"),
    ("hugo", "date: 04/02/2026", "04/02/2026 is not a clear date", None),
    ("hugo", "date: 2026-02-30", "no calendar has the day 2026-02-30", None),
    ("hugo", 'date: "2026\\u002f04/02"', '2026\\u002f04/02 is not a clear date', None),
    ("hugo", "date: [2026/04/02]", "[2026/04/02] is not a clear date", None),
    ("hugo", "date: {a: 1}", "{a: 1} is not a clear date", None),
    ("hugo", "date: true", "true is not a clear date", None),
    ("astro", "pubDate: 2026-04-02 09:00 JST", "2026-04-02 09:00 JST is not a clear", "pubDate: 2026-04-02T09:00:00+09:00"),
    ("astro", "pubDate: ２０２６-04-02", "２０２６-04-02 has full-width", "pubDate: 2026-04-02"),
    ("zola", "date: 2026-04-02 09:00", "Zola cannot read", "date: 2026-04-02T09:00:00"),
    ("zenn", "published_at: 2026/04/02 9:03", "Zenn cannot read", "published_at: 2026-04-02 09:03"),
    ("zenn", "published_at: 2026-04-02 09:03:07", "Zenn cannot read", None),
    ("qiita", "updated_at: 2026-04-02", "the CLI refuses 2026-04-02 without quotes", 'updated_at: "2026-04-02"'),
    ("qiita", "updated_at: 20260402", "the CLI refuses", None),
    ("jekyll", "date: 2026-０４-03", "2026-０４-03 has full-width", "date: 2026-04-03"),
    ("jekyll", "date: 2026-04-02　09:00 +0900", "2026-04-02　09:00 +0900 has full-width", "date: 2026-04-02 09:00 +0900"),
    ("jekyll", "date: 2026‐04‐02", "2026‐04‐02 is not a clear", "date: 2026-04-02"),
    ("jekyll", "date: 2026年4月2日 9:00", "2026年4月2日 9:00 is not", "date: 2026-04-02 09:00:00"),
    ("jekyll", "date: 2026-04-02 09:00:00", "2026-04-02 09:00:00 has a time but no", None),
]  # fmt: skip


def _config(tmp_path: Path, preset: str) -> Path:
    path = tmp_path / "lintpost.yml"
    path.write_text(f"extends: {preset}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(("preset", "line", "said", "becomes"), CASES)
def test_what_is_said_and_written(
    tmp_path: Path, preset: str, line: str, said: str, becomes: str | None
) -> None:
    text = f"---\ntitle: x\n{line}\n---\n本文。\n"
    (finding,) = check_text(text, _config(tmp_path, preset), select=RULE)
    assert finding.message.partition(": ")[2].startswith(said)
    assert (finding.fix is None) is (becomes is None)
    if finding.fix is not None:
        (edit,) = finding.fix.edits
        assert finding.fix.applicability == "safe"
        after = text[: edit.start] + edit.text + text[edit.end :]
        assert after == f"---\ntitle: x\n{becomes}\n---\n本文。\n"
        left = check_text(after, _config(tmp_path, preset), select=RULE)
        assert [f.message for f in left if "time zone" not in f.message] == []


@pytest.mark.parametrize(
    ("preset", "post"),
    [
        ("hugo", '+++\ndate = 2026-04-02\nlastmod = 2026-04-02T09:00:00+09:00\n+++\n'),
        ("hugo", '+++\ndate = "2026-04-02"\nlastmod = 2026-04-02 09:00:00\n+++\n'),
        ("hugo", '{"date": "2026-04-02T09:00:00Z", "lastmod": 1775088000}\n'),
        ("hugo", "---\ndate: &d 2026-04-02\nlastmod: *d\n---\n"),
        ("zola", "+++\ndate = 2026-04-02T09:00:00\n+++\n"),
        ("qiita", "---\nupdated_at: ''\n---\n"),
        ("qiita", "---\nupdated_at: null\n---\n"),
        ("jekyll", "---\ndate: 20260402\n---\n"),
    ],
)  # fmt: skip
def test_what_is_read(tmp_path: Path, preset: str, post: str) -> None:
    found = check_text(f"{post}本文。\n", _config(tmp_path, preset), select=RULE)
    assert [finding.message for finding in found] == []


@pytest.mark.parametrize("post", ['+++\ndate = "2026/04/02"\n+++\n', '{"date": "2026/04/02"}\n'])
def test_toml_and_json_are_mended_inside_their_quotes(tmp_path: Path, post: str) -> None:
    (finding,) = check_text(f"{post}本文。\n", _config(tmp_path, "hugo"), select=RULE)
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    assert post[edit.start - 1 : edit.end + 1] == '"2026/04/02"'
    assert edit.text == "2026-04-02"


def test_a_named_zone_becomes_an_offset_by_hand_only(tmp_path: Path) -> None:
    text = "---\ndate: 2026-04-02 09:00:00 JST\n---\n本文。\n"
    (finding,) = check_text(text, _config(tmp_path, "jekyll"), select=RULE)
    assert finding.message.startswith("`date`: the time zone JST of")
    assert finding.fix is not None
    assert finding.fix.applicability == "unsafe"
    assert [edit.text for edit in finding.fix.edits] == ["2026-04-02 09:00:00 +0900"]
