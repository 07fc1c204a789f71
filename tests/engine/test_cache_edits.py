"""A site whose dictionaries, rules and settings are edited at random: what a run says never depends on what is cached of
former settings.
"""

import os
import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from lintpost.cli.main import main
from lintpost.config.run_settings import CliOverrides
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import PostResult
from lintpost.engine.run import check_paths

STEPS = int(os.environ.get("EDITS", "24"))
RULE = """\
rule: own/word
check: existence
severity: {severity}
title: {{en: A word, ja: 言葉}}
message: {{en: "a {word}: {{text}}", ja: "{word}：{{text}}"}}
why: {{en: Because., ja: 理由。}}
options: {{tokens: [{word}]}}
examples:
  - good: x
"""
ENTRIES: list[dict[str, Any]] = [
    {"name": "GitHub"}, {"name": "GitHub", "case": "any"}, {"name": "GitHub", "harvested": True},
    {"name": "Github Actions"}, {"name": "Visual Studio Code", "accepted": ["VS Code"], "owner": "Microsoft"},
    {"name": "Microsoft", "kind": "company"}, {"name": "Microsoft", "kind": "company", "owner": "Alphabet"},
    {"name": "Alphabet", "kind": "company"}, {"name": "Gemini", "owner": "Google", "bold": "every"},
    {"name": "Google", "kind": "company", "accepted": ["グーグル"], "bold": "first-mention"},
    {"name": "Bard", "until": "2024-02-08", "renamed-to": "Gemini"}, {"name": "Bard", "kind": "model"},
    {"name": "アンソロピック", "accepted": ["Anthropic"], "variants": ["アンソロピッック"]},
    {"name": "Anthropic", "kind": "company", "variants": ["/Anthro +pic/"]}, {"name": "Kubernetes", "gloss": "{name}（K8s）"},
    {"name": "kubernetes", "harvested": True}, {"name": "OpenAI", "variants": ["Open Ai"], "link": "https://openai.com/"},
    {"name": "Ruby on Rails", "accepted": ["Rails"]}, {"name": "Code", "harvested": True}, {"name": "codeberg"},
    {"name": "X", "not-before": ["線"]}, {"name": "Data Dog"}, {"name": "Datadog"}, {"name": "トヨタ自動車", "not-after": ["旧"]},
    {"name": "マイクロソフト"}, {"name": "Studio", "harvested": True}, {"name": "bank under licence"}, {"name": "Cloudflare Workers"},
]  # fmt: skip
TAGS: list[Any] = [
    "Google", {"name": "AI", "aliases": ["人工知能"]}, {"name": "GitHub", "evidence": ["Copilot"]}, {"name": "Web", "retired": True},
    {"name": "Gemini", "implies": ["Google"]}, {"name": "Rails", "excludes": ["AI"]}, "Anthropic",
]  # fmt: skip
PIECES = [
    "GitHubは便利だ。", "We use github and GITHUB.", "Githubb and GitHuub.", "**Githubb** said so.", "VS CodeとVisual Studio Code。",
    "Visual Studoi Code.", "Visual Basic Code.", "**Visual Stud Code**", "GoogleのGemini。", "グーグル（Google）とGoogle。",
    "MicrosoftのGeminiが出た。", "Microsoft製Visual Studio Codeを使う。", "Bardを使う。", "Barrd.", "アンソロビックとアンソロピッック。",
    "Anthro pic and Antropic.", "Kubernetes, Kubernets, kubernetes.", "Open Ai、OpenAl、Open AI。", "Ruby on Rail and Rails.",
    "Ruby on Railz", "Xは変わる。X線。", "Data Dog and Datadog and Data-Dog.", "旧トヨタ自動車とトヨタ自動車。", "マイクロソフ卜とマイクロソフト。",
    "Bank Under Licence and Bank undre Licence.", "Cloudfare Workers, Cloudflare Worker.", "**Google Cloud**と**Gemini**。",
    "codebreg Codeberg codeberg.", "**Studioo** and Stuido.", "ウェブとウエブ。", "word Word wards.", "食べれる。", "することができる。",
    "## GitHubとGemini\n", "<!-- lintpost-disable-next-line names/near -->\nGithubb.", "<!-- lintpost-disable own/word -->",
    "<!-- lintpost-enable own/word -->", "<!-- lintpost-disable-file names/spelling, nothing -->", "<!-- lintpost-disable-line -->",
    "[here](b.md) and [x](missing.md).", "![](x.png)", "Ｇｉｔｈｕｂを使う。", "The the word Githubb is longer than forty characters in all, so it is copied.",
]  # fmt: skip
FRONTS = [
    "title: GitHubとGemini\ntags: [Google, AI]", 'title: "Git\\u0048ub"\ntags: [Web]', "title: >-\n  Visual\n  Studio Code\ntags: Gemini",
    "title: One\ndescription: Githubb\ntags: [Rails, AI, ai]\ndate: 2026-01-01", "title: One\ndraft: maybe\nlayout: note",
    "title: Anthropic\ntags: [Anthropic]\nexcerpt: グーグル", "layout: note\ntags: [GitHub]",
]  # fmt: skip
LEVELS = ["on", "off", "info", "warning", "error"]
RULES = ["names/near", "names/spelling", "names/*", "own/word", "tags/unknown", "site/same-title", "tags/suggested", "site/*", "ja/*",
         "ai-writing/repeated-paragraph", "meta/unused-suppression", "bold/first-mention", "links/dead-link", "front-matter/schema"]  # fmt: skip
OVERRIDES: list[dict[str, Any]] = [
    {"posts": ["d/**"], "rules": {"names/near": "off"}},
    {
        "posts": ["d/**"],
        "rules": {"own/word": "error", "tags/unsupported": {"field": "categories"}},
    },
    {"front-matter": {"layout": "note"}, "rules": {"names/*": "info", "site/*": "off"}},
    {"front-matter": {"layout": "note"}, "front-matter-schema": None},
]
SCHEMAS: list[dict[str, Any]] = [
    {"required": ["title"]}, {"required": ["title", "date"]}, {"properties": {"draft": {"type": "boolean"}}}, {"order": ["tags", "title"]},
]  # fmt: skip
POSTS = ["a.md", "b.md", "c.md", "d/e.md", "d/f.md"]
FORMATS = ("json", "sarif", "github", "rich", "concise", "gitlab")


class EditedSite:
    """A site in a folder that is edited step by step."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder = folder
        self.chance = chance
        self.settings: dict[str, Any] = {
            "extends": ["strict", "ja-editorial", "ai-draft"], "lang": "en", "names": "names.yml", "tags": "tags.yml", "packs": ["pack"],
            "spellings": "spellings.yml", "rules": {}, "overrides": [], "fixes": {}, "front-matter": SCHEMAS[0],
        }  # fmt: skip
        self.names: list[Any] = []
        self.tags: list[Any] = []
        for _ in range(12):
            self.edit_names()
            self.edit_tags()
        for name in POSTS:
            self.post(name)
        self.write("pack/own/word.yml", RULE.format(severity="warning", word="word"))
        self.write("spellings.yml", "spellings: [{use: ウェブ, not: ウエブ}]\n")
        self.save()

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def save(self) -> None:
        for name, value in (
            ("lintpost.yml", self.settings),
            ("names.yml", {"names": self.names}),
            ("tags.yml", {"tags": self.tags}),
        ):
            self.write(name, yaml.safe_dump(value, allow_unicode=True, sort_keys=False))

    def post(self, name: str) -> None:
        pieces = self.chance.choices(PIECES, k=self.chance.randint(2, 16))
        if self.chance.random() < 0.3:
            pieces += pieces
        self.write(name, f"---\n{self.chance.choice(FRONTS)}\n---\n\n" + "\n\n".join(pieces) + "\n")

    def edit(self) -> CliOverrides:
        """One edit; returns what the command line of the next run says."""
        chance = self.chance
        kinds = [*["names"] * 8, "tags", "tags", "schema", "rule", "rule", "rule", "option", "fixes", "pack", "override", "baseline",
                 "spellings", "post", "file", "command line", "command line", "lang"]  # fmt: skip
        kind = chance.choice(kinds)
        if kind == "command line":
            return self.command_line()
        if kind == "post":
            self.post(chance.choice(POSTS))
        elif kind == "file":
            path = self.folder / "x.png"
            path.unlink() if path.exists() else path.write_bytes(b"")
        else:
            getattr(self, f"edit_{kind}")()
            self.save()
        return CliOverrides()

    def command_line(self) -> CliOverrides:
        words = tuple(self.chance.sample(RULES, 2))
        return self.chance.choice([
            CliOverrides(select=words), CliOverrides(ignore=words), CliOverrides(no_site=True), CliOverrides(today="2023-01-01"),
            CliOverrides(lang="ja"), CliOverrides(fail_on="error"), CliOverrides(max_findings=3),
        ])  # fmt: skip

    def edit_names(self) -> None:
        self.names = _edited(self.names, ENTRIES, self.chance)

    def edit_tags(self) -> None:
        self.tags = _edited(self.tags, TAGS, self.chance)

    def edit_schema(self) -> None:
        self.settings["front-matter"] = self.chance.choice(SCHEMAS)

    def edit_rule(self) -> None:
        self.settings["rules"][self.chance.choice(RULES)] = self.chance.choice(LEVELS)

    def edit_option(self) -> None:
        ignore = self.chance.choice([[], ["Githubb"], ["Antropic"]])
        self.settings["rules"]["names/near"] = {"ignore": ignore}

    def edit_fixes(self) -> None:
        rule = self.chance.choice(["names/*", "names/spelling", "ja/*"])
        self.settings["fixes"][rule] = self.chance.choice(["safe", "unsafe", "off"])

    def edit_pack(self) -> None:
        word, severity = (
            self.chance.choice(["word", "Word", "wards"]),
            self.chance.choice(LEVELS[2:]),
        )
        self.write("pack/own/word.yml", RULE.format(severity=severity, word=word))

    def edit_override(self) -> None:
        one = dict(self.chance.choice(OVERRIDES))
        if one.pop("front-matter-schema", 0) is None:
            one["rules"] = {"front-matter/schema": "off"}
        self.settings["overrides"] = self.chance.choice(
            [[], [one], [*self.settings["overrides"], one][-2:]]
        )

    def edit_baseline(self) -> None:
        self.settings["baseline"] = "baseline.jsonl"
        if self.chance.random() < 0.5:
            self.write("baseline.jsonl", "")
        else:
            self.save()
            self.write("baseline.jsonl", "")
            main(["baseline", "update"])

    def edit_spellings(self) -> None:
        word = self.chance.choice(["ウェブ", "ワード"])
        self.write("spellings.yml", f"spellings: [{{use: {word}, not: ウエブ}}]\n")

    def edit_lang(self) -> None:
        self.settings["renderer"] = self.chance.choice(["kramdown", "commonmark"])


def _edited(entries: list[Any], pool: list[Any], chance: random.Random) -> list[Any]:
    """Entries of which one is added, removed, changed for another, or moved, in a way that can be read."""
    while True:
        kind = chance.choice(["add", "add", "remove", "replace", "move", "shuffle"])
        found = list(entries)
        if kind != "add" and found:
            entry = found.pop(chance.randrange(len(found)))
            if kind == "move":
                found.insert(chance.randint(0, len(found)), entry)
        if kind in ("add", "replace"):
            found.insert(chance.randint(0, len(found)), chance.choice(pool))
        if kind == "shuffle" and chance.random() < 0.2:
            chance.shuffle(found)
        if _can_be_read(found):
            return found


def _can_be_read(entries: list[Any]) -> bool:
    """Whether no two entries share a word, and each that one names is there."""
    whole = [{"name": one} if isinstance(one, str) else one for one in entries]
    words = [
        word
        for one in whole
        for word in (one["name"], *one.get("accepted", ()), *one.get("variants", ()))
    ]
    named = {word for one in whole for word in (*one.get("implies", ()), *one.get("excludes", ()))}
    named.update(one["renamed-to"] for one in whole if "renamed-to" in one)
    return len(set(words)) == len(words) and named <= set(words)


def results(
    paths: list[str], overlay: CliOverrides, cache: Path | None, jobs: int = 1
) -> list[PostResult]:
    configurations = Configurations(None, overlay, cache=str(cache) if cache else None)
    try:
        return list(check_paths(paths, configurations, jobs=jobs, keep_text=True))
    finally:
        configurations.close()


def reported(found: list[PostResult]) -> list[tuple[object, ...]]:
    return [(*one[:7], one.facts and one.facts.values) for one in found]


def printed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[object, ...]:
    capsys.readouterr()
    status = main(["check", *arguments])
    output = capsys.readouterr()
    return status, output.out, output.err


@pytest.mark.parametrize("seed", range(int(os.environ.get("EDITED_SITES", "2"))))
def test_any_edits(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(seed)
    monkeypatch.chdir(tmp_path)
    site, cache = EditedSite(tmp_path, chance), tmp_path / ".." / f"{tmp_path.name}-cache"
    faulty = 0
    for step in range(STEPS):
        overlay = CliOverrides()
        for _ in range(chance.choice([1, 1, 1, 2])):
            overlay = site.edit()
        paths = sorted(chance.sample(POSTS, chance.choice([1, 3, len(POSTS), len(POSTS)])))
        fresh, cached = (results(paths, overlay, one) for one in (None, cache))
        assert reported(cached) == reported(fresh), step
        faulty += any(result.errors for result in fresh)
        assert reported(results(paths, overlay, cache)) == reported(fresh), step
        if step % 10 == 9:
            form = ["--output-format", chance.choice(FORMATS)]
            assert printed([*form, "--cache-dir", str(cache)], capsys) == printed(
                [*form, "--no-cache"], capsys
            )
    assert faulty < STEPS / 2  # options for a rule that is off, say
