"""Dates as each site generator reads them, held against the generators where they are installed."""

import json
import os
import shutil
import subprocess
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest

from lintpost.checks.common.dates.front_matter_dates import Moment
from lintpost.checks.common.dates.generator_readers import (
    Reader,
    Value,
    meant,
    read,
    unknown_zone,
    written_for,
)
from lintpost.post.front_matter.block import parse_front_matter
from lintpost.post.front_matter.yaml_tree import YamlVersion

READERS: dict[str, Reader] = {
    "*": "any", "j": "jekyll", "h": "hugo", "z": "zola", "a": "astro", "n": "zenn",
}  # fmt: skip
YAML: dict[Reader, YamlVersion] = {"jekyll": "1.1"}
# Each form, without quotes in YAML, and the readers that take it for what it looks like.
FORMS = {
    "2026-04-02": "*jhzan",
    "2026-4-2": "*jza",
    "2026/04/02": "*ja",
    "2026/4/2": "*ja",
    "2026.04.02": "ja",
    "20260402": "j",
    "1775088000": "h",
    "177508800": "",
    "1775088000000": "a",
    "2026-04-02 09:00": "*jan",
    "2026-04-02 9:00": "*ja",
    "2026-04-02T09:00": "*ja",
    "2026-04-02 09:00:00": "*jhza",
    "2026-04-02T9:00:00": "*jhza",
    "2026-04-02t09:00:00Z": "*jza",
    "2026-04-02T09:00:00Z": "*jhza",
    "2026-04-02 09:00:00 Z": "*jza",
    "2026-04-02T09:00:00+09:00": "*jhza",
    "2026-04-02T09:00:00+0900": "*jha",
    "2026-04-02T09:00:00+09": "*jza",
    "2026-04-02T09:00:00 +09:00": "*jza",
    "2026-04-02T09:00+09:00": "*ja",
    "2026-04-02 09:00 +0900": "*ja",
    "2026-04-02 09:00:00 +0900": "*jha",
    "2026-04-02 09:00:00 +09:00": "*jhza",
    "2026-04-02 09:00:00+09:00": "*jhza",
    "2026-04-02 09:00:00 +9": "*jza",
    "2026-04-02T09:00:00.123Z": "*jhza",
    "2026-04-02T09:00:00,123Z": "*jh",
    "2026-04-02 09:00:00 JST": "*j",
    "2026-04-02 09:00:00 UTC": "*ja",
    "2026-04-02 09:00:00 +0900 JST": "jh",
    "2026-04-02 9:00 AM": "ja",
    "2026-04-02 12:30 AM": "ja",
    "2026-04-02 12:30 pm": "ja",
    "2026-04-02 13:00 PM": "",
    "2026/04/02 09:00:00 +0900": "*ja",
    "2026/04/02T09:00:00": "*j",
    "02 Apr 2026": "*jha",
    "2 Apr 2026": "*ja",
    "2nd April 2026": "j",
    "April 2, 2026": "*ja",
    "Apr. 2, 2026": "ja",
    "April 2, 2026 9:00am": "j",
    "Thu, 02 Apr 2026 09:00:00 +0900": "*jha",
    "Thu, 2 Apr 2026 09:00:00 +0900": "*ja",
    "Thu Apr  2 09:00:00 2026": "jh",
    "Thu Apr 02 09:00:00 +0900 2026": "jh",
    "Thursday, 02-Apr-26 09:00:00 GMT": "h",
    "20260402T090000+0900": "j",
    "04/02/2026": "",
    "2026-02-30": "",
    "2026-13-45": "",
    "2026-04-02 25:00:00": "",
    "2026-04": "",
    "2026": "",
    "0001-01-01": "",
    "２０２６-04-02": "",
    "2026-０４-03": "",
    "2026年4月2日": "",
    "2026－04－02": "",
    "2026-04-02 09：00": "",
    "昨日": "",
    "true": "",
    "[2026-04-02]": "",
    "{a: 2026-04-02}": "",
}
PARTS = (
    ("2026-04-02", "2026-4-2", "2026/04/02", "2026.4.2"),
    ("T", " ", "t"),
    ("09:00", "9:00", "09:00:00", "9:00:00", "09:00:00.5"),
    ("", "Z", " Z", "+09:00", "+0900", " +09:00", " +0900", " -0530", " UTC", " EST", " +9", "+09"),
)
COMBINED = ["".join(parts) for parts in product(*PARTS)]


def _value(source: str, version: YamlVersion) -> Value:
    text = f"---\nd: {source}\n---\n"
    front = parse_front_matter(text, version)
    entry = front.get("d") if front is not None else None
    assert entry is not None
    is_plain = source[0] not in "\"'"
    return Value(entry.node.value, source.strip("\"'"), is_plain)


def _instant(moment: Moment | None) -> datetime | None:
    """A moment in UTC, by the second; a time without a zone is one of UTC."""
    if moment is None:
        return None
    day = moment.day
    time = moment.time or datetime(day.year, day.month, day.day)
    time = time if time.tzinfo is not None else time.replace(tzinfo=UTC)
    return time.astimezone(UTC).replace(microsecond=0)


def _of_iso(text: str) -> datetime | None:
    """What a program prints; None for what is none of a date that Python has."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        return None


@pytest.mark.parametrize(("source", "readers"), FORMS.items())
def test_who_reads_it(source: str, readers: str) -> None:
    found = ""
    for letter, reader in READERS.items():
        moment = read(_value(source, YAML.get(reader, "1.2")), reader)
        if moment is not None:
            assert moment.day.isoformat() == "2026-04-02"
            found += letter
    assert found == readers


@pytest.mark.parametrize("reader", READERS.values())
def test_what_is_written_instead_is_read(reader: Reader) -> None:
    version = YAML.get(reader, "1.2")
    written = [source for source, readers in FORMS.items() if readers]
    moments = [m for source in written if (m := meant(_value(source, version))) is not None]
    assert len(moments) == len(written) - 2  # all but the two numbers of Unix time
    for moment in moments:
        use = written_for(moment, reader)
        if reader == "zenn" and not use:
            continue
        for source in (use, f'"{use}"'):
            again = read(_value(source, version), reader)
            zoned = moment.time is not None and moment.time.tzinfo is not None
            if reader != "zenn" or not zoned:
                assert _instant(again) == _instant(moment), source


@pytest.mark.parametrize(
    ("written", "use"),
    [
        ("2026/4/2", "2026-04-02"),
        ("2026/4/2 9:03", "2026-04-02 09:03"),
        ("2026-04-02T09:03:00+09:00", "2026-04-02 09:03"),
        ("2026-04-02T09:03:00+01:00", ""),
        ("2026-04-02 09:03:07", ""),
    ],
)
def test_zenn_has_no_seconds_and_no_zones(written: str, use: str) -> None:
    moment = meant(Value(written, written, plain=True))
    assert moment is not None
    assert written_for(moment, "zenn") == use


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("２０２６-04-02", "2026-04-02"),
        ("2026-０４-03", "2026-04-03"),
        ("２０２６／４／２", "2026-04-02"),
        ("2026－04－02", "2026-04-02"),
        ("2026‐04–02", "2026-04-02"),
        ("2026年4月2日", "2026-04-02"),
        ("２０２６年４月２日 ９：３０", "2026-04-02 09:30:00"),
        ("2026年4月2日 9時5分", "2026-04-02 09:05:00"),
        ("2026-04-02　09:00", "2026-04-02 09:00:00"),
        ("2026-04-02T09:00:00＋09:00", "2026-04-02 09:00:00 +0900"),
        ("20260402", "2026-04-02"),
        ("April 2nd, 2026", "2026-04-02"),
        ("04/02/2026", ""),
        ("2026-02-30", ""),
        ("令和8年4月2日", ""),
        ("4月2日", ""),
        ("", ""),
    ],
)
def test_what_a_person_reads(written: str, iso: str) -> None:
    moment = meant(Value(written, written, plain=True))
    assert (written_for(moment, "any") if moment else "") == iso


@pytest.mark.parametrize(
    ("source", "zone"),
    [
        ("2026-04-02 09:00:00 JST", "JST"),
        ("Thu Apr  2 09:00:00 JST 2026", "JST"),
        ('"2026-04-02 09:00:00 +9"', "+9"),
        ("2026-04-02 09:00:00 UTC", ""),
        ("2026-04-02 09:00:00 +0900 JST", ""),
        ("2026-04-02 9:00 AM", ""),
        ("2026-04-02 09:00:00 +9", ""),
    ],
)
def test_a_zone_that_ruby_takes_for_its_own(source: str, zone: str) -> None:
    assert unknown_zone(_value(source, "1.1"), "jekyll") == zone
    assert unknown_zone(_value(source, "1.1"), "any") == ""


def _compare(reader: Reader, sources: list[str], printed: list[str], *, exact: bool) -> None:
    """Hold what lintpost reads against what a program printed; `exact`: also what neither reads."""
    assert len(printed) == len(sources)
    different = []
    read_at_all = 0
    for source, line in zip(sources, printed, strict=True):
        value = _value(source, YAML.get(reader, "1.2"))
        ours, theirs = _instant(read(value, reader)), _of_iso(line)
        read_at_all += theirs is not None
        if unknown_zone(value, reader) or (ours is None and not exact):
            continue
        if ours != theirs:
            different.append((source, ours, line))
    assert different == []
    assert read_at_all > len(sources) / 10


def _quoted(sources: list[str]) -> list[str]:
    return [json.dumps(source, ensure_ascii=False) for source in sources]


def _texts(sources: list[str]) -> list[str]:
    """Sources that YAML reads as one string, date or number, with and without quotes."""
    plain = [source for source in sources if source[0] not in "[{" and source != "true"]
    return [*plain, *_quoted(plain)]


@pytest.mark.skipif(shutil.which("ruby") is None, reason="Ruby is not installed")
def test_jekyll() -> None:
    """Jekyll's `Utils.parse_date`: `Time.parse` of the YAML value's `to_s`."""
    script = """
      require "json"; require "time"; require "date"; require "yaml"
      JSON.parse(STDIN.read).each do |source|
        value = YAML.safe_load("d: " + source, permitted_classes: [Date, Time])["d"]
        puts((Time.parse(value.to_s).iso8601 rescue "-"))
      end
    """
    sources = _texts([*FORMS, *COMBINED])
    done = subprocess.run(
        ["ruby", "-e", script], input=json.dumps(sources), capture_output=True, text=True,
        check=True, env={**os.environ, "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    _compare("jekyll", sources, done.stdout.splitlines(), exact=False)


@pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is not installed")
def test_astro() -> None:
    """JavaScript's `new Date`, which is what `z.coerce.date()` makes of a string."""
    script = """
      for (const text of JSON.parse(require("fs").readFileSync(0, "utf8"))) {
        const date = new Date(text)
        console.log(isNaN(date) ? "-" : date.toISOString())
      }
    """
    sources = [*FORMS, *COMBINED]
    done = subprocess.run(
        ["node", "-e", script], input=json.dumps(sources), capture_output=True, text=True,
        check=True, env={**os.environ, "TZ": "UTC"},
    )  # fmt: skip
    _compare("astro", _quoted(sources), done.stdout.splitlines(), exact=False)


@pytest.mark.skipif(shutil.which("hugo") is None, reason="Hugo is not installed")
def test_hugo(tmp_path: Path) -> None:
    """Hugo's own `.Date`. Older versions read no date where newer ones stop."""
    sources = [s for s in _texts([*FORMS, *COMBINED]) if s != "1775088000000"]
    known = [s for s in sources if read(_value(s, "1.2"), "hugo") is not None]
    _compare("hugo", known, _hugo_dates(tmp_path, known), exact=True)
    unknown = [s for s in sources if s not in known and s not in ("20260402", "177508800", "2026")]
    dates = _hugo_dates(tmp_path, unknown)
    if not dates:  # it stopped: a few of them, one by one
        dates = [date for source in unknown[::80] for date in _hugo_dates(tmp_path, [source])]
    assert {_of_iso(date) for date in dates} <= {_of_iso("0001-01-01T00:00:00Z")}


def _hugo_dates(folder: Path, sources: list[str]) -> list[str]:
    """The dates of posts with these front-matter dates; none where Hugo stops."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "content").mkdir(parents=True)
    (folder / "layouts" / "_default").mkdir(parents=True)
    kinds = '["taxonomy", "term", "RSS", "sitemap", "404", "section", "home", "robotsTXT"]'
    config = f'baseURL = "https://example.com/"\ntimeZone = "UTC"\ndisableKinds = {kinds}\n'
    (folder / "config.toml").write_text(config + "buildFuture = true\n")
    layout = '{{ .Date.UTC.Format "2006-01-02T15:04:05Z" }}'
    (folder / "layouts" / "_default" / "single.html").write_text(layout)
    for number, source in enumerate(sources):
        post = folder / "content" / f"p{number}.md"
        post.write_text(f"---\ndate: {source}\n---\n", encoding="utf-8")
    command = ["hugo", "--quiet", "--source", str(folder), "--destination", "out"]
    if subprocess.run(command, capture_output=True, check=False).returncode != 0:
        return []
    pages = [folder / "out" / f"p{number}" / "index.html" for number in range(len(sources))]
    return [page.read_text() for page in pages]
