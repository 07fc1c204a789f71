"""`lintpost init --from` and `--ci`: a working configuration, and every rule and option accounted for."""

import json
import os
import re
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.version import __version__
from tests.conftest import ROOT, run_cli

TEXTLINT = """\
{
  // three presets, options and prh
  "plugins": ["@textlint/markdown"],
  "filters": {"comments": true, "allowlist": {"allow": ["/x/"]}},
  "rules": {
    "preset-ja-technical-writing": {"max-ten": {"max": 4}, "sentence-lenght": {"max": 90}, "no-exclamation-question-mark": false},
    "preset-jtf-style": {"2.1.6.カタカナの長音": true, "9.9.9.ない": true,
      "3.3.かっこ類と隣接する文字の間のスペースの有無": {"requireOutsideHalfParentheses": true}},
    "@textlint-ja/preset-ai-writing": {"no-ai-hype-expressions": {"allows": ["革新"]}},
    "prh": {"rulePaths": ["dict/prh.yml", "dict/none.yml"], "checkLink": true, "checkCodeComment": ["js"], "checkWhatever": 1,
            "ruleContents": ["version: 1\\nrules:\\n  - expected: jQuery\\n"]},
    "no-todo": true, "no-such-rule": {"a": 1}, "ja-hiragana-fukushi": false,
  },
}
"""
POSTS = {"_posts__2026-01-02-a_md": "---\ntitle: 題\n---\nwebとjqueryの話。\n"}


@pytest.fixture
def folder(site: Callable[..., Path]) -> Path:
    return site(dict__prh_yml="rules: [Web]\n", **POSTS)


def init(folder: Path, *arguments: str, status: int = 0) -> str:
    done = run_cli("init", "--lang", "en", *arguments, cwd=folder)
    assert done.returncode == status, done.stderr.decode()
    return done.stdout.decode() + done.stderr.decode()


def test_textlint(folder: Path) -> None:
    (folder / ".textlintrc.json").write_text(TEXTLINT, encoding="utf-8")
    shown = init(folder, "--from", ".textlintrc.json")
    config = (folder / "lintpost.yml").read_text(encoding="utf-8")
    data = yaml.safe_load(config)
    assert data["terms"] == ["dict/prh.yml", "prh-1.yml"]
    rules = data["rules"]
    assert rules["terms/spelling"] == {"comments": ["js"], "skip": ["quotations", "emphasis"]}
    assert rules["ja/touten-count"] == {"severity": "on", "max": 4}
    assert rules["ai-writing/hype"] == {"severity": "on", "exceptions": ["革新"]}
    assert rules["jtf/pairs"] == {"severity": "on", "pairs": ["「」", "『』", '""', "{}", "<>"]}
    assert rules["jtf/bracket-space"] == rules["jtf/bracket-outside"] == "on"
    assert rules["ja/misuse"] == rules["ja/misused-verb"] == "on"
    # What was off, there or in the preset itself, stays off.
    assert not {"ja/exclamation-question", "jtf/joyo-kanji", "jtf/kana-words"} & set(rules)
    assert "jtf/long-vowel" in rules
    assert load_settings(str(folder / "lintpost.yml"), CliOverrides()).site.terms is not None
    done = run_cli("check", "--select", "terms", "--output-format", "concise", cwd=folder)
    assert [line.split(" ", 2)[2] for line in done.stdout.decode().splitlines()[:-1]] == [
        "terms/spelling “web” is written “Web”. [*]",
        "terms/spelling “jquery” is written “jQuery”. [*]",
    ]
    assert "prh.rulePaths dict/prh.yml -> terms: dict/prh.yml" in shown
    assert "prh.rulePaths dict/none.yml: there is no such file" in shown
    unknown = "no rule has this name (textlint ignores it without a message)"
    for name in (
        "preset-ja-technical-writing.sentence-lenght",
        "preset-jtf-style.9.9.9.ない",
        "no-such-rule",
    ):
        assert f"{name}: {unknown}" in shown
        assert f"#   {name}: {unknown}" in config
    for name in (
        "preset-ja-technical-writing.max-ten.max 4 -> ja/touten-count",
        "no-todo",
        "preset-jtf-style.2.1.6.カタカナの長音 true -> jtf/long-vowel",
        "prh.checkWhatever 1",
        "filters.allowlist {",
    ):
        assert f"\n  {name}" in shown
    assert "ja-hiragana-fukushi false: was off" in shown
    assert "preset-ja-technical-writing.no-exclamation-question-mark false: was off" in shown
    # Every rule and option of the file is named somewhere.
    for name in (
        "plugins",
        "comments",
        "allowlist",
        "max-ten",
        "checkLink",
        "checkCodeComment",
        "allows",
        "ruleContents",
    ):
        assert name in shown


def test_a_textlintrc_in_yaml(folder: Path) -> None:
    (folder / ".textlintrc").write_text("rules:\n  prh:\n    rulePaths:\n      - dict/prh.yml\n  no-todo: true\n", "utf-8")  # fmt: skip
    assert "1 of 2 rules and options carried over." in init(folder, "--from", ".textlintrc")
    assert yaml.safe_load((folder / "lintpost.yml").read_text("utf-8"))["terms"] == ["dict/prh.yml"]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (".textlintrc.js", "module.exports = {}", "a configuration in JavaScript cannot be read; write it as .textlintrc.json first"),
        (".textlintrc", "{\"rules\": {\"a\": }", ".textlintrc:1:"),
        ("eslint.json", "{}", "eslint.json: only .textlintrc, .vale.ini and .markdownlint.* can be carried over"),
        (".vale.ini", "[*.md\nx", ".vale.ini:1: cannot be read"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_and_nothing_is_written(
    folder: Path, name: str, text: str, message: str
) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    assert message in init(folder, "--from", name, status=2)
    assert not (folder / "lintpost.yml").exists()


STYLES = {
    "styles/Google/We.yml": "extends: existence\nmessage: \"No '%s'.\"\nlevel: warning\ntokens: [we]\n",
    "styles/Google/Will.yml": "extends: existence\nmessage: \"No '%s'.\"\nlevel: warning\ntokens: [will]\n",
    "styles/Google/Spelling.yml": "extends: spelling\nmessage: \"No '%s'.\"\n",
    "styles/config/vocabularies/House/accept.txt": "GitHub\n# note\n[Oo]bservability\nC#\nback-end\nNodeJS\nnodejs\n(?i)Vantor\n",
    "styles/config/vocabularies/House/reject.txt": "whitelist\n(?i)master branch\n(?<bad\n",
    "styles/Vocab/Old/accept.txt": "OpalGrid\nGitHub\n",
}
VALE = """\
StylesPath = styles
MinAlertLevel = error
Vocab = House, Old, None
Packages = Google, https://example.com/Other.zip

[formats]
mdx = md

[*.md]
Google.We = NO  # a note
BasedOnStyles = Vale, Google, proselint
Vale.Spelling = NO
Google.None = YES
TokenIgnores = x

[docs/*.md]
Google.Will = suggestion

[*.rst]
BasedOnStyles = Google
"""


@pytest.fixture
def vale(folder: Path) -> Path:
    for name, text in {**STYLES, ".vale.ini": VALE}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_vale(vale: Path) -> None:
    """The styles become packs, the words names and a pack of their own; nothing is lost unsaid."""
    shown = init(vale, "--from", ".vale.ini")
    data = yaml.safe_load((vale / "lintpost.yml").read_text(encoding="utf-8"))
    assert data["rules"]["google/we"] == "off"
    assert {key: data[key] for key in ("fail-on", "names", "packs", "overrides")} == {
        "fail-on": "error",
        "names": ["vale-names.yml"],
        "packs": ["styles/Google", "vale-words"],
        "overrides": [{"posts": ["docs/*.md"], "rules": {"google/will": "info"}}],
    }
    lines = shown.splitlines()
    first = lines.index(".vale.ini: 8 of 20 rules and options carried over.")
    assert lines[first : first + 22] == [
        ".vale.ini: 8 of 20 rules and options carried over.",
        "  [*.md] BasedOnStyles Google -> packs: styles/Google",
        "  MinAlertLevel error -> fail-on: error",
        "  Packages Google -> packs, by BasedOnStyles",
        "  [*.md] Google.We NO -> google/we: off",
        "  [docs/*.md] Google.Will suggestion -> google/will: info",
        "  Vocab House accept.txt (6) -> names: vale-names.yml",
        "  Vocab House reject.txt (2) -> packs: vale-words",
        "  Vocab Old accept.txt (2) -> names: vale-names.yml",
        "Not carried over (listed in lintpost.yml too):",
        "  [*.md] BasedOnStyles Vale: lintpost has no spelling checker; en/repeated-word and the words of `Vocab` do the rest",
        "  Google.Spelling: extends: spelling",
        "  [*.md] BasedOnStyles proselint: its folder is not there (`vale sync` fetches it)",
        "  Packages https://example.com/Other.zip: its folder is not there (`vale sync` fetches it)",
        "  [formats] mdx md: for files that are no posts",
        "  [*.md] Vale.Spelling NO: was off",
        "  [*.md] Google.None YES: no counterpart in lintpost",
        "  [*.md] TokenIgnores x: no counterpart in lintpost",
        "  [*.rst] BasedOnStyles Google: for files that are no posts",
        "  Vocab House accept.txt [Oo]bservability: a regular expression",
        "  Vocab House reject.txt (?<bad: an expression that cannot be read",
        "  Vocab None: no accept.txt or reject.txt was found",
    ]  # fmt: skip


def test_what_a_migrated_vale_finds(vale: Path) -> None:
    init(vale, "--from", ".vale.ini")
    post = "---\ntitle: t\n---\nWe will use github, Backend, back end, nodeJS, VANTOR, a whitelist, Whitelist, Master Branch.\n"
    (vale / "_posts/2026-01-02-a.md").write_text(post, encoding="utf-8")
    done = run_cli("check", "--select", "names,google/*,vale-words/*", "--output-format", "concise", cwd=vale)  # fmt: skip
    assert [line.split(" ", 1)[1] for line in done.stdout.decode().splitlines()[:-1]] == [
        "warning google/will No 'will'.",
        "warning names/spelling “github” is written “GitHub”. [*]",
        "error vale-words/reject Avoid “whitelist”.",
        "error vale-words/rejectanycase Avoid “Master Branch”.",
    ]


def test_vale_without_its_own_style(vale: Path) -> None:
    """Where Vale.Terms and Vale.Avoid are off, words are known and no form of them is wrong."""
    off = "[*]\nVale.Terms = NO\nVale.Avoid = NO\n"
    (vale / ".vale.ini").write_text(f"StylesPath = styles\nVocab = House\n{off}", "utf-8")
    init(vale, "--from", ".vale.ini")
    data = yaml.safe_load((vale / "lintpost.yml").read_text(encoding="utf-8"))
    assert "packs" not in data
    names = yaml.safe_load((vale / "vale-names.yml").read_text(encoding="utf-8"))["names"]
    words = ("GitHub", "C#", "back-end", "NodeJS", "nodejs", "Vantor")
    assert names == [{"name": word, "harvested": True} for word in words]
    assert not (vale / "vale-words").exists()


@pytest.mark.parametrize("style", ["../Google", "..", ".", "/etc"])
def test_no_style_outside_of_the_styles(vale: Path, style: str) -> None:
    (vale / ".vale.ini").write_text(f"StylesPath = styles/config\n[*]\nBasedOnStyles = {style}\n", "utf-8")  # fmt: skip
    assert f"BasedOnStyles {style}: its folder is not there" in init(vale, "--from", ".vale.ini")
    assert "packs" not in (vale / "lintpost.yml").read_text(encoding="utf-8")


def test_markdownlint(folder: Path) -> None:
    (folder / ".markdownlint.yaml").write_text("default: true\nMD050: {style: asterisk}\nMD036: false\nMD013: {line_length: 100}\n", "utf-8")  # fmt: skip
    shown = init(folder, "--from", ".markdownlint.yaml")
    data = yaml.safe_load((folder / "lintpost.yml").read_text(encoding="utf-8"))
    assert data["rules"] == {
        "bold/first-mention": False,
        "bold/inconsistent": False,
        "bold/emphasis-style": {"style": "asterisk"},
        "bold/fake-heading": "off",
    }
    assert load_settings(str(folder / "lintpost.yml"), CliOverrides())
    assert 'MD013 {"line_length": 100}: no counterpart in lintpost' in shown


def test_rules_of_both_the_posts_and_the_old_configuration(site: Callable[..., Path]) -> None:
    """One `rules` and one `names`: a key may not be there twice."""
    post = "---\ntitle: a\n---\nOpalGrid is here. And **OpalGrid** too.\n"
    folder = site(**{f"_posts__p{number}_md": post for number in range(3)})
    (folder / ".textlintrc").write_text('{"rules": {"max-ten": {"max": 4}}}', "utf-8")
    init(folder, "--from", ".textlintrc")
    config = (folder / "lintpost.yml").read_text("utf-8")
    assert config.endswith(
        "\nrules:\n"
        "  # Only 0 % of the names are bold where they first appear: no policy for bold.\n"
        "  bold/first-mention: off\n"
        "  bold/inconsistent: off\n"
        "  # From .textlintrc.\n"
        '  ja/touten-count: {"severity": "on", "max": 4}\n'
    )
    assert load_settings(str(folder / "lintpost.yml"), CliOverrides())
    words = folder / "styles/config/vocabularies/House/accept.txt"
    words.parent.mkdir(parents=True)
    words.write_text("GitHub\n", encoding="utf-8")
    (folder / ".vale.ini").write_text("StylesPath = styles\nVocab = House\n", encoding="utf-8")
    init(folder, "--force", "--from", ".vale.ini")
    settings = load_settings(str(folder / "lintpost.yml"), CliOverrides())
    assert settings.site.names is not None
    assert [name.name for name in settings.site.names.names] == ["OpalGrid", "GitHub"]


def test_ci_files(folder: Path) -> None:
    for kind, name in (
        ("github", ".github/workflows/lintpost.yml"),
        ("gitlab", ".gitlab-ci.yml"),
        ("pre-commit", ".pre-commit-config.yaml"),
    ):
        assert init(folder, "--ci", kind).startswith(
            f"Written: {name}\nIt installs lintpost=={__version__}. If that version is not"
        )
        data = yaml.safe_load((folder / name).read_text(encoding="utf-8"))
        assert not re.search(r"\{(command|list)\}", json.dumps(data, default=str))
        assert "is there already. Add this to it" in init(folder, "--ci", kind, status=1)
    assert not (folder / "lintpost.yml").exists()


@pytest.mark.parametrize(
    ("arguments", "config", "installed"),
    [
        ([], "", [f"lintpost=={__version__}"]),
        ([], "extends: ja-editorial\n", [f"lintpost[ja]=={__version__}"]),
        ([], "overrides: [{posts: a.md, rules: {ja/*: on}}]\n", [f"lintpost[ja]=={__version__}"]),
        (["--install", "lintpost>=1"], "extends: ja-editorial\n", ["lintpost[ja]>=1"]),
        (["--install", "/opt/lint post"], "extends: ja-editorial\n", ["/opt/lint post[ja]"]),
        (
            ["--install", "git+https://a.example/l@v1"],
            "",
            ["lintpost @ git+https://a.example/l@v1"],
        ),
        (
            ["--index-url", "https://i.example/simple"],
            "extends: ja-editorial\n",
            ["--index-url=https://i.example/simple", f"lintpost[ja]=={__version__}"],
        ),
    ],
)
def test_what_a_ci_installs(
    folder: Path, arguments: list[str], config: str, installed: list[str]
) -> None:
    """Something that exists, with the extras that the configuration needs."""
    (folder / "lintpost.yml").write_text(config, encoding="utf-8")
    for kind in ("github", "gitlab", "pre-commit"):
        shown = init(folder, "--ci", kind, *arguments)
        assert f"It installs {' '.join(installed)}." in shown
        assert ("needs [ja]" in shown) == bool(config)
    github = yaml.safe_load((folder / ".github/workflows/lintpost.yml").read_text("utf-8"))
    runs = [step["run"] for step in github["jobs"]["lintpost"]["steps"] if "run" in step]
    gitlab = yaml.safe_load((folder / ".gitlab-ci.yml").read_text("utf-8"))["lintpost"]
    hooks = yaml.safe_load((folder / ".pre-commit-config.yaml").read_text("utf-8"))
    assert shlex.split(runs[0]) == shlex.split(gitlab["before_script"][1])
    assert shlex.split(runs[0]) == ["pip", "install", "--quiet", *installed]
    assert hooks["repos"][0]["hooks"][0]["additional_dependencies"] == installed


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--ci", "pre-commit", "--install", "./lintpost"], "give a URL or an absolute path"),
        (["--ci", "github", "--install", "a\nb: c"], "nothing that pip can install"),
        (["--ci", "github", "--index-url", " "], "nothing that pip can install"),
        (["--install", "x"], "--install and --index-url go with --ci"),
    ],
)
def test_what_a_ci_cannot_install(folder: Path, arguments: list[str], message: str) -> None:
    assert message in init(folder, *arguments, status=2)
    assert not (folder / "lintpost.yml").exists()


def schema_check(*arguments: str) -> None:
    pytest.importorskip("check_jsonschema")
    import sys

    done = subprocess.run([sys.executable, "-m", "check_jsonschema", *arguments], capture_output=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stdout.decode()


@pytest.mark.slow
def test_ci_files_fit_their_schemas(folder: Path) -> None:
    init(folder, "--ci", "github")
    init(folder, "--ci", "gitlab")
    schema_check("--builtin-schema", "vendor.github-workflows", str(folder / ".github/workflows/lintpost.yml"))  # fmt: skip
    schema_check("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", str(folder / ".gitlab-ci.yml"))  # fmt: skip
    schema_check("--builtin-schema", "vendor.github-actions", str(ROOT / "action.yml"))


def _steps(data: Any) -> dict[str, str]:
    return {step.get("id", step.get("name", "")): step["run"] for step in data if "run" in step}


@pytest.fixture
def commands(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `lintpost` as it would be installed."""
    import sys

    place = tmp_path_factory.mktemp("bin")
    (place / "lintpost").write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m lintpost "$@"\n', "utf-8")  # fmt: skip
    (place / "lintpost").chmod(0o755)
    return place


def test_the_actions_own_step(folder: Path, commands: Path) -> None:
    """The script of action.yml, run as a runner runs it."""
    (folder / "lintpost.yml").write_text(
        "lang: en\nterms: dict/prh.yml\nposts: ['_posts/**']\n", "utf-8"
    )
    steps = _steps(
        yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
    )
    temp = folder / "temp"
    temp.mkdir()
    environment = {
        **os.environ, "PATH": f"{commands}:{os.environ['PATH']}", "RUNNER_TEMP": str(temp), "GITHUB_OUTPUT": str(temp / "out"),
        "GITHUB_STEP_SUMMARY": str(temp / "summary"), "PATHS": "", "ARGS": "--select terms", "CHANGED_LINES": "true", "BASE": "",
    }  # fmt: skip
    done = subprocess.run(["bash", "-eo", "pipefail", "-c", steps["check"]], cwd=folder, capture_output=True, env=environment, check=False)  # fmt: skip
    assert done.returncode == 1, done.stderr.decode()
    assert done.stdout.decode().startswith(
        "::warning file=_posts/2026-01-02-a.md,line=4,endLine=4,title=terms/spelling,"
    )
    assert (temp / "out").read_text("utf-8") == "status=1\n"
    assert (temp / "summary").read_text("utf-8").startswith("## lintpost\n")
    assert json.loads((temp / "lintpost.sarif").read_text("utf-8"))["version"] == "2.1.0"


def test_the_gitlab_script(folder: Path, commands: Path) -> None:
    (folder / "lintpost.yml").write_text("lang: en\nterms: dict/prh.yml\nposts: ['_posts/**']\nrules: {front-matter/*: off}\n", "utf-8")  # fmt: skip
    init(folder, "--ci", "gitlab")
    (script,) = yaml.safe_load((folder / ".gitlab-ci.yml").read_text("utf-8"))["lintpost"]["script"]
    environment = {**os.environ, "PATH": f"{commands}:{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=folder, capture_output=True, env=environment, check=False)  # fmt: skip
    assert done.returncode == 1
    assert len(json.loads((folder / "gl-code-quality.json").read_text("utf-8"))) == 1
    assert (folder / "lintpost.xml").exists()


@pytest.mark.slow
def test_the_pre_commit_hook(folder: Path, commands: Path) -> None:
    """Our hooks as pre-commit runs them, the environment aside: its network is not ours to ask for."""
    pytest.importorskip("pre_commit")
    import sys

    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    local = [{**hook, "language": "system"} for hook in hooks]
    (folder / "lintpost.yml").write_text(
        "lang: en\nterms: dict/prh.yml\nrules: {front-matter/*: off}\n", "utf-8"
    )
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": local}]}), "utf-8")  # fmt: skip
    for command in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    environment = {**os.environ, "PATH": f"{commands}:{os.environ['PATH']}"}

    def hook(name: str) -> tuple[int, str]:
        done = subprocess.run([sys.executable, "-m", "pre_commit", "run", "--all-files", name], cwd=folder, capture_output=True, env=environment, check=False)  # fmt: skip
        return done.returncode, done.stdout.decode()

    status, shown = hook("lintpost")
    assert (status, "terms/spelling" in shown) == (1, True)
    assert hook("lintpost-fix")[0] == 1  # it wrote
    subprocess.run(["git", "add", "-A"], cwd=folder, check=True)
    assert hook("lintpost-fix")[0] == 0
    assert "Webと" in (folder / "_posts/2026-01-02-a.md").read_text(encoding="utf-8")


def test_init_advises_presets(site: Callable[..., Path]) -> None:
    """Where the posts name known names, or hold what a machine said."""
    names = ["OpenAIとNVIDIA。", "ChatGPTとGitHub。", "AnthropicとGoogle。"]
    folder = site(**{f"_posts__2026-01-0{n}-a_md": f"---\ntitle: 題\n---\n{text}\n" for n, text in enumerate(names, 1)})  # fmt: skip
    init(folder)
    data = yaml.safe_load((folder / "lintpost.yml").read_text(encoding="utf-8"))
    assert data["extends"] == ["jekyll", "known-names"]
    (folder / "_posts" / "2026-01-04-a.md").write_text(
        "---\ntitle: 題\n---\n本文です。\n\n---END---\n", "utf-8"
    )
    init(folder, "--force")
    data = yaml.safe_load((folder / "lintpost.yml").read_text(encoding="utf-8"))
    assert data["extends"] == ["jekyll", "known-names", "ai-draft"]
    done = run_cli("check", "--select", "ai-writing", "--output-format", "concise", cwd=folder)
    assert "ai-writing/residue" in done.stdout.decode()


def test_control_characters_are_written_as_escapes(site: Callable[..., Path]) -> None:
    """Of a post's tags and keys, which can hold any character."""
    tags = ["\0Rust", "\x1b[31m", "x\ny", "z\x85z", "w\u2028v", 'q": r', "a\\b"]
    front = f'---\ntags: {json.dumps(tags)}\n"k\\n\\0": 1\n---\nHi\n'
    folder = site(**{f"{name}_md": front for name in "abc"})
    init(folder)
    found = yaml.safe_load((folder / "tags.yml").read_text("utf-8"))
    names = [tag if isinstance(tag, str) else tag["name"] for tag in found["tags"]]
    assert sorted(names) == sorted(tags)
    config = (folder / "lintpost.yml").read_text("utf-8")
    assert yaml.safe_load(config)["front-matter"] == {"required": ["tags", "k\n\0"]}
    assert not set("\0\x1b\x85\u2028") & set(config + (folder / "tags.yml").read_text("utf-8"))
    done = run_cli("check", cwd=folder)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_name_of_a_rule_is_no_line_of_the_configuration(folder: Path) -> None:
    evil = "a\npacks: [elsewhere/evil]\n# "
    rules = {evil: True, "b\x85c: d": {"k\0": 1}, "prh": {"rulePaths": [evil]}}
    other = {"rules": rules, "filters": {evil: True}, evil: 1, "z\u2028y: z": "\x1b"}
    (folder / ".textlintrc.json").write_text(json.dumps(other), encoding="utf-8")
    shown = init(folder, "--from", ".textlintrc.json")
    text = (folder / "lintpost.yml").read_text("utf-8")
    assert set(yaml.safe_load(text)) == {"extends", "lang", "rules", "terms"}
    assert "#   a\\u000apacks: [elsewhere/evil]\\u000a# : no rule has this name" in text
    assert not set("\0\x1b\x85\u2028") & set(text + shown)
    assert "\npacks" not in shown
    assert run_cli("check", cwd=folder).returncode in (0, 1)


def test_a_folder_with_quotes_in_its_name(tmp_path: Path) -> None:
    posts = tmp_path / 'say "hi"\n'
    posts.mkdir()
    (posts / "a.md").write_text("Hi\n")
    (tmp_path / "hugo.toml").touch()  # its preset has the posts in content/
    init(tmp_path, posts.name)
    assert yaml.safe_load((tmp_path / "lintpost.yml").read_text())["posts"] == ['say "hi"\n/**']
