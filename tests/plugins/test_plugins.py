"""What an installed package adds is found by name alone, in every worker, and is part of the cache's fingerprint."""

import json
from pathlib import Path

from tests.plugins.conftest import CHECK, RULE, Install, acme, lintpost, site

FOUND = "post.md:5:1: warning acme/word Found acme.\n"
QUIET = ("check", "--output-format", "concise", "--quiet", "--select", "acme")


def test_a_pack_with_a_check_of_its_own(tmp_path: Path, install: Install) -> None:
    packages = acme(install)
    done = lintpost(*QUIET, cwd=site(tmp_path), packages=packages)
    assert (done.stdout, done.stderr, done.returncode) == (FOUND, "", 1)
    done = lintpost(*QUIET, cwd=site(tmp_path, "packs: acme\n"), packages=packages)
    assert (done.stdout, done.stderr, done.returncode) == (FOUND, "", 1)


def test_a_rule_file_of_the_site_may_use_the_check(tmp_path: Path, install: Install) -> None:
    packages = acme(install)
    (tmp_path / "house" / "acme").mkdir(parents=True)
    (tmp_path / "house" / "acme" / "own.yml").write_text(
        RULE.format(name="own", check="acme/word"), "utf-8"
    )
    folder = site(tmp_path, "packs: house\nrules: {acme/own: {word: here}}\n")
    done = lintpost(*QUIET, cwd=folder, packages=packages)
    assert done.stdout == "post.md:5:6: warning acme/own Found here.\n"
    folder = site(tmp_path, "packs: house\nrules: {acme/own: {wrod: here}}\n")
    done = lintpost(*QUIET, cwd=folder, packages=packages)
    assert "lintpost.yml:2:20: acme/own: unknown option `wrod`; did you mean `word`?" in done.stderr


def test_presets_of_a_pack(tmp_path: Path, install: Install) -> None:
    packages = acme(
        install,
        acme_rules__presets__recommended_yml="rules: {acme/word: error}\n",
        acme_rules__presets__quiet_yml="rules: {acme/word: off}\n",
    )
    done = lintpost(*QUIET[:-2], cwd=site(tmp_path), packages=packages)
    assert done.stdout == FOUND.replace("warning", "error")
    done = lintpost(*QUIET[:-2], cwd=site(tmp_path, "extends: acme/quiet\n"), packages=packages)
    assert done.stdout == ""
    done = lintpost(*QUIET, cwd=site(tmp_path, "extends: acme/quite\n"), packages=packages)
    assert (
        "lintpost.yml:1:10: unknown preset `acme/quite`; did you mean `acme/quiet`?" in done.stderr
    )


def test_a_report(tmp_path: Path, install: Install) -> None:
    report = """
class Counts:
    def __init__(self, context):
        self.out = context.out
    def post(self, result):
        self.out.write(f"{result.path}={len(result.findings)}\\n")
    def end(self, summary):
        self.out.write(f"posts={summary.posts}\\n")
"""
    packages = acme(install)
    install(
        "lintpost-counts", points="[lintpost.reports]\ncounts = counts:Counts\n", counts_py=report
    )
    folder = site(tmp_path)
    done = lintpost(*QUIET, "--output-format", "counts", cwd=folder, packages=packages)
    assert (done.stdout, done.returncode) == ("post.md=1\nposts=1\n", 1)
    done = lintpost(*QUIET, "--report", "counts:n.txt", cwd=folder, packages=packages)
    assert (done.stdout, done.returncode) == (FOUND, 1)
    assert (folder / "n.txt").read_text() == "post.md=1\nposts=1\n"
    done = lintpost(*QUIET, "--output-format", "count", cwd=folder, packages=packages)
    assert (done.stdout, done.returncode) == ("", 2)
    assert "unknown value `count`" in done.stderr


def test_workers_know_the_checks(tmp_path: Path, install: Install) -> None:
    packages = acme(install)
    folder = site(tmp_path)
    for number in range(4):
        (folder / f"post{number}.md").write_text("---\ntitle: A\n---\n\nacme\n")
    arguments = (*QUIET, "--no-cache")
    one = lintpost(*arguments, "--jobs", "1", cwd=folder, packages=packages)
    two = lintpost(*arguments, "--jobs", "2", cwd=folder, packages=packages)
    assert (two.stdout, two.stderr, two.returncode) == (one.stdout, "", 1)
    assert len(two.stdout.splitlines()) == 5


def test_the_cache_knows_the_code_of_checks(tmp_path: Path, install: Install) -> None:
    """Also that of a package that is installed in place, where a change is no installation."""
    packages = acme(install)
    folder = site(tmp_path)
    assert lintpost(*QUIET, cwd=folder, packages=packages).stdout == FOUND
    assert lintpost(*QUIET, cwd=folder, packages=packages).stdout == FOUND
    (packages / "acme_checks.py").write_text(CHECK.replace('"acme"', '"here"'))
    done = lintpost(*QUIET, cwd=folder, packages=packages)
    assert done.stdout == "post.md:5:6: warning acme/word Found here.\n"
    rule = packages / "acme_rules" / "acme" / "word.yml"
    rule.write_text(rule.read_text().replace("Found", "Here is"))
    done = lintpost(*QUIET, cwd=folder, packages=packages)
    assert done.stdout == "post.md:5:6: warning acme/word Here is here.\n"


def test_lists_name_the_package(tmp_path: Path, install: Install) -> None:
    packages = acme(install)
    folder = site(tmp_path)
    listed = lintpost(
        "rules", "--select", "acme", "--output-format", "json", cwd=folder, packages=packages
    )
    (rule,) = json.loads(listed.stdout)["rules"]
    assert (rule["name"], rule["check"], rule["origin"]) == (
        "acme/word",
        "acme/word",
        "lintpost-acme 1.0",
    )
    page = lintpost("rule", "acme/word", cwd=folder, packages=packages).stdout
    assert "Severity: warning · check: `acme/word` · plug-in: lintpost-acme 1.0\n" in page
    shown = lintpost("check", "--show-settings", cwd=folder, packages=packages).stdout
    assert "  acme/word: warning  # lintpost-acme 1.0\n" in shown
    plugins = lintpost("plugins", cwd=folder, packages=packages)
    assert plugins.stdout == (
        "lintpost-acme 1.0  checks acme: acme/word\nlintpost-acme 1.0  pack acme: acme/word\n"
    )
    assert plugins.returncode == 0


def test_a_check_over_the_site(tmp_path: Path, install: Install) -> None:
    check = """
from lintpost.plugin import Check, CheckOptions, SiteHit, Place, place_of

def facts(post, options, site):
    return {"place": place_of(post, post.body, post.body + 1)}

def review(facts, options, site):
    for path, fact in facts.items():
        if len(facts) > 1:
            yield SiteHit(path, Place(*fact["place"]), "", {"text": str(len(facts))})

SITE = Check("word", CheckOptions, {"": ("text",)}, None, facts=facts, review=review)
"""
    packages = acme(install, acme_checks_py=check)
    folder = site(tmp_path)
    (folder / "other.md").write_text("---\ntitle: B\n---\n\nb\n")
    done = lintpost(*QUIET, cwd=folder, packages=packages)
    assert done.stdout == (
        "other.md:4:1: warning acme/word Found 2.\npost.md:4:1: warning acme/word Found 2.\n"
    )
    assert lintpost(*QUIET, "--no-site", cwd=folder, packages=packages).stdout == ""


def test_nothing_of_a_repository_is_imported(tmp_path: Path, install: Install) -> None:
    """Neither metadata nor modules that lie among the posts, however lintpost is started."""
    trap = "open('imported', 'w')\n"
    folder = site(tmp_path, "packs: house\n")
    (folder / "house" / "acme").mkdir(parents=True)
    (folder / "house" / "acme" / "word.yml").write_text(
        RULE.format(name="word", check="acme/word"), "utf-8"
    )
    metadata = folder / "lintpost_acme-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: lintpost-acme\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text("[lintpost.checks]\nacme = acme_checks\n")
    (folder / "acme_checks.py").write_text(trap)
    (folder / "yaml.py").write_text(trap)
    done = lintpost("check", cwd=folder)
    assert "word.yml:2:8: unknown check `acme/word`" in done.stderr
    assert not (folder / "imported").exists()
    # With the package installed, its own module is taken, not the one of the same name here.
    packages = acme(install)
    assert lintpost(*QUIET, cwd=folder, packages=packages).stdout == FOUND
    assert not (folder / "imported").exists()
