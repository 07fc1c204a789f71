"""Real posts of six sites: nothing breaks, and the same input gives the same bytes."""

import json
import re
import shlex
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pyromark
import pytest
import yaml

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.engine.edits.fix import applied_text, fix_source, without_overlap
from lintpost.engine.edits.prove_fixes import split_by_proof
from lintpost.post.markdown.events import OPTIONS
from lintpost.post.post import Post
from lintpost.post.source import Source, read_source
from tests.conftest import run_cli

NAMES = """
names:
  - {name: NVIDIA, kind: company, accepted: [エヌビディア]}
  - {name: Microsoft, kind: company, accepted: [マイクロソフト]}
  - {name: OpenAI, kind: company}
  - {name: ChatGPT, kind: product}
  - {name: GPT-4o, kind: model}
  - {name: GitHub, kind: service}
  - {name: Meta, kind: company, accepted: [メタ]}
  - {name: Rust, kind: technology, bold: any}
  - {name: Astro, kind: technology, bold: never}
"""
TAGS = (
    "tags: [LLM, NVIDIA, OpenAI, {name: DX推進, aliases: [DX]}, {name: AI, retired: {use: LLM}}]\n"
)


def posts(corpus: Path) -> list[Path]:
    endings = {".md", ".markdown", ".mdx"}
    return sorted(path for path in corpus.rglob("*") if path.suffix in endings)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    (tmp_path / "names.yml").write_text(NAMES, encoding="utf-8")
    (tmp_path / "tags.yml").write_text(TAGS, encoding="utf-8")
    path = tmp_path / "lintpost.yml"
    path.write_text(
        "extends: recommended\nnames: names.yml\ntags: tags.yml\n"
        "front-matter: {order: [title, layout, date, tags], required: [lang], properties: {lang: {default: ja}}}\n",
        encoding="utf-8",
    )
    return path


@pytest.mark.slow
def test_the_same_bytes_whatever_the_workers(corpus: Path, config: Path) -> None:
    outputs = []
    for jobs in ("1", "2", "1"):
        for form in ("json", "concise", "rich"):
            done = run_cli(
                "check",
                str(corpus),
                "--config",
                str(config),
                "--output-format",
                form,
                "--jobs",
                jobs,
            )
            assert done.returncode == 1
            assert done.stderr == b""
            outputs.append((form, done.stdout))
    assert len(set(outputs)) == 3
    report = json.loads(next(output for form, output in outputs if form == "json"))
    assert report["errors"] == []
    assert report["summary"]["posts"] == len(posts(corpus))


@pytest.mark.slow
def test_spans_lie_inside_and_fixes_converge(corpus: Path, config: Path) -> None:
    checker = Checker(load_settings(str(config), CliOverrides(lang="ja")))
    for path in posts(corpus):
        source = read_source(str(path), 10**8)
        result = fix_source(checker, source)
        assert result.result.errors == ()
        again = fix_source(checker, type(source)(source.path, result.after))
        assert again.after == result.after, path
        size = len(result.after)
        for finding in result.result.findings:
            assert 0 <= finding.start.offset <= finding.end.offset <= size
            places = [(finding.start, finding.end), *(one[:2] for one in finding.related)]
            assert all(0 <= start.offset <= end.offset <= size for start, end in places)


@pytest.mark.slow
def test_fixes_of_strict_converge(corpus: Path, tmp_path: Path) -> None:
    """Where two rules wanted opposite things, a fix that can be proved would be left over."""
    config = tmp_path / "lintpost.yml"
    config.write_text("extends: [jekyll, strict]\n", encoding="utf-8")
    checker = Checker(load_settings(str(config), CliOverrides(no_site=True)))
    fixed = 0
    for path in posts(corpus)[::12]:
        done = fix_source(checker, read_source(str(path), 10**8), unsafe=True)
        after = Source(str(path), done.after)
        left = [finding for finding in checker.check_source(after).findings if finding.fix]
        proved, _ = split_by_proof(checker, after, without_overlap(left))
        assert applied_text(done.after, proved) == done.after, path
        fixed += len(done.applied)
    assert fixed > 300


KRAMDOWN = r"""
require 'kramdown'; require 'kramdown-parser-gfm'; require 'json'
def txt(e)
  return e.children.map { |c| txt(c) }.join unless e.children.empty?
  e.value.is_a?(String) ? e.value : e.type == :entity ? e.options[:original].to_s : ''
end
def walk(e, out)
  out << txt(e) if e.type == :strong
  e.children.each { |c| walk(c, out) }
end
ARGV.each do |f|
  s = File.read(f, encoding: 'UTF-8')
  s = $' if s =~ /\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)/m
  out = []
  walk(Kramdown::Document.new(s, input: 'GFM', hard_wrap: false).root, out)
  puts JSON.generate(out)
end
"""
# Code marks, link targets and typographic quotes read differently in a tree and in the source.
NOISE = re.compile(r"[`*\s\[\]\"“”‘’…]|\(https?[^)]*\)|\.\.\.")


def _ruby() -> str:
    """The interpreter that has kramdown."""
    ruby = shutil.which("ruby")
    probe = [ruby or "", "-e", "require 'kramdown-parser-gfm'"]
    if ruby is None or subprocess.run(probe, check=False, capture_output=True).returncode:
        pytest.skip("kramdown is not here (Debian: ruby-kramdown, ruby-kramdown-parser-gfm)")
    return ruby


@pytest.mark.slow
def test_meant_bold_is_kramdowns(corpus: Path) -> None:
    ruby = _ruby()
    files = [str(path) for path in posts(corpus / "allforces")] + [str(corpus / "seed-post.md")]
    done = subprocess.run([ruby, "-e", KRAMDOWN, *files], capture_output=True, check=True)
    spans = 0
    for path, line in zip(files, done.stdout.decode().splitlines(), strict=True):
        post = Post(read_source(path, 10**8))
        mine = [NOISE.sub("", post.text[b.inner_start : b.inner_end]) for b in post.markdown.bold]
        assert mine == [NOISE.sub("", text) for text in json.loads(line)], path
        spans += len(mine)
    assert spans > 3000


@pytest.mark.slow
def test_rendered_bold_is_pulldown_cmarks(corpus: Path) -> None:
    differing = 0
    for path in posts(corpus):
        post = Post(read_source(str(path), 10**8))
        body = post.text[post.body :]
        data = body.encode()
        expected = [
            data[place["start"] : place["end"]].decode()
            for event, place in pyromark.events_with_range(body, options=OPTIONS)
            if event == {"Start": "Strong"}
        ]
        rendered = [post.text[bold.start : bold.end] for bold in post.markdown.commonmark_bold]
        if path.suffix == ".mdx":  # there, bold within HTML counts too
            assert set(expected) <= set(rendered), path
        else:
            assert rendered == expected, path
        differing += rendered != [post.text[bold.start : bold.end] for bold in post.markdown.bold]
    assert differing >= 30


@pytest.mark.slow
@pytest.mark.parametrize("renderers", ["commonmark", "[kramdown, commonmark]"])
def test_bold_is_mended_without_changing_a_letter(
    corpus: Path, tmp_path: Path, renderers: str
) -> None:
    config = tmp_path / "lintpost.yml"
    config.write_text(f"renderer: {renderers}\n", encoding="utf-8")
    checker = Checker(load_settings(str(config), CliOverrides(select=("bold/unrendered",))))
    mended = 0
    for path in posts(corpus):
        source = read_source(str(path), 10**8)
        fixed = fix_source(checker, source)
        assert fixed.result.errors == ()
        mended += len(fixed.applied)
        assert fixed.after.replace("*", "") == source.text.replace("*", "")
        assert fixed.after.count("*") == source.text.count("*")
        left = [f for f in fixed.result.findings if f.fix and f.fix.applicability == "safe"]
        assert left == []
        old, new = Post(source).markdown, Post(Source(source.path, fixed.after)).markdown
        assert len(new.bold) == len(old.bold)
        assert len(set(new.commonmark_bold) & set(new.bold)) >= len(
            set(old.commonmark_bold) & set(old.bold)
        )
    assert mended > 140


HTML = r"""
require 'kramdown'; require 'kramdown-parser-gfm'; require 'json'
ARGV.each do |f|
  s = File.read(f, encoding: 'UTF-8')
  s = $' if s =~ /\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)/m
  puts JSON.generate(Kramdown::Document.new(s, input: 'GFM', hard_wrap: false).to_html)
end
"""


@pytest.mark.slow
def test_fixes_change_bold_and_names_alone(corpus: Path, tmp_path: Path) -> None:
    """All fixes of names and bold: kramdown's page differs in ``<strong>`` and the corrected names."""
    (tmp_path / "names.yml").write_text(NAMES, encoding="utf-8")
    config = tmp_path / "lintpost.yml"
    config.write_text(
        "extends: [recommended, known-names]\nrenderer: [kramdown, commonmark]\nnames: names.yml\n"
        "rules: {bold/quotes: {style: inside}, bold/link: {style: inside}}\n",
        encoding="utf-8",
    )
    checker = Checker(load_settings(str(config), CliOverrides(select=("names", "bold"))))
    files: list[str] = []
    corrected: list[dict[str, str]] = []
    for number, path in enumerate(posts(corpus / "allforces")):
        source = read_source(str(path), 10**8)
        fixed = fix_source(checker, source)
        assert fixed.result.errors == ()
        assert fix_source(checker, Source(source.path, fixed.after)).applied == ()
        corrected.append(
            {
                re.findall("“(.+?)”", f.message)[0]: re.findall("“(.+?)”", f.message)[1]
                for f in fixed.applied
                if f.rule in ("names/spelling", "names/spacing")
            }
        )
        for name, text in (("a", source.text), ("b", fixed.after)):
            files.append(str(tmp_path / f"{number}{name}.md"))
            Path(files[-1]).write_text(text, encoding="utf-8")
    done = subprocess.run([_ruby(), "-e", HTML, *files], capture_output=True, check=True)
    pages = [
        re.sub("</?strong>", "", json.loads(line)) for line in done.stdout.decode().splitlines()
    ]
    named = 0
    for before, after, names in zip(pages[::2], pages[1::2], corrected, strict=True):
        named += before != after
        for wrong, right in names.items():
            before, after = before.replace(wrong, right), after.replace(wrong, right)
        assert before == after
    assert named >= 15


@pytest.mark.slow
def test_tags_apply_touches_tags_alone(corpus: Path, tmp_path: Path) -> None:
    """From what the posts have to a vocabulary, with the commands that the guide gives."""
    shutil.copytree(corpus / "allforces", tmp_path / "_posts")
    before = {path: path.read_text(encoding="utf-8") for path in posts(tmp_path)}
    assert run_cli("init", cwd=tmp_path).returncode == 0
    commands = run_cli("tags", "drift", "--output-format", "commands", cwd=tmp_path).stdout.decode()
    assert "alias -- 'AI規制' 'AI規制対応'\n" in commands
    assert "alias -- 'AI人材' 'AI人材育成'\n" in commands
    for line in commands.splitlines():
        assert run_cli(*shlex.split(line)[1:], cwd=tmp_path).returncode == 0
    for words in (
        ["alias", "DX推進", "DX人材"],
        ["retire", "最新ニュース"],
        ["retire", "チップ", "--use", "AI投資"],
    ):
        assert run_cli("tags", *words, cwd=tmp_path).returncode == 0
    done = run_cli("tags", "apply", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    changed = 0
    for path, old in before.items():
        new = path.read_text(encoding="utf-8")
        pairs = list(zip(old.splitlines(), new.splitlines(), strict=True))
        assert all(a == b or a.startswith("tags: ") for a, b in pairs)
        changed += old != new
        one, other = (_front_matter(text) for text in (old, new))
        assert {**one, "tags": None} == {**other, "tags": None}
    gone = {"AI規制対応", "AI人材育成", "DX人材", "最新ニュース", "チップ"}
    assert changed == sum(bool(gone & set(_front_matter(text)["tags"])) for text in before.values())
    assert run_cli("tags", "apply", "--diff", cwd=tmp_path).stdout == b""
    drift = json.loads(run_cli("tags", "drift", "--output-format", "json", cwd=tmp_path).stdout)
    assert {pair["kind"] for pair in drift["pairs"]} <= {"within", "slug"}


@pytest.mark.slow
def test_counts_equal_an_independent_script(corpus: Path, tmp_path: Path) -> None:
    known = ["LLM", "NVIDIA", "OpenAI", "AI人材"]
    required = ["layout", "title", "image", "description", "robots"]
    (tmp_path / "tags.yml").write_text(f"tags: {json.dumps(known)}", encoding="utf-8")
    config = tmp_path / "lintpost.yml"
    config.write_text(f"tags: tags.yml\nfront-matter: {{required: {required}}}\n", encoding="utf-8")
    missing = unknown = reading = 0
    for path in posts(corpus / "allforces"):
        text = path.read_text(encoding="utf-8")
        values = _front_matter(text)
        missing += sum(key not in values for key in required)
        unknown += sum(tag not in known for tag in set(values["tags"]))
        reading += abs(_minutes(text) - values["reading_time"]) > 1
    done = run_cli(
        "check", str(corpus / "allforces"), "--config", str(config), "--output-format", "json",
        "--select", "front-matter/required,tags/unknown,front-matter/reading-time",
    )  # fmt: skip
    assert json.loads(done.stdout)["summary"]["by_rule"] == {
        "front-matter/reading-time": reading,
        "front-matter/required": missing,
        "tags/unknown": unknown,
    }


def _front_matter(text: str) -> dict[str, Any]:
    found = re.match(r"---\s*\n(.*?\n)---\s*\n", text, re.S)
    assert found
    values = yaml.safe_load(found[1])
    assert isinstance(values, dict)
    return values


def _minutes(text: str) -> int:
    """500 Japanese characters or 200 words a minute, from the HTML that comrak makes."""
    body = text[text.index("\n---", 3) :].partition("\n---")[2]
    comrak = pytest.importorskip("comrak")
    options = comrak.ExtensionOptions()
    options.table = True
    html = comrak.render_markdown(body, extension_options=options)
    html = re.sub(r"<pre.*?</pre>|<code.*?</code>|<!--.*?-->", "", html, flags=re.S)
    prose = unescape(re.sub(r"<[^>]+>", "", html))
    japanese = len(re.findall("[\u3000-\u9fff\uf900-\uffef]", prose))
    words = len(re.findall(r"[A-Za-z][A-Za-z']*", prose))
    return max(1, int(japanese / 500 + words / 200 + 0.5))
