"""A broken plug-in is named: package, entry point, fault. The rest of the run goes on, with status 2."""

import json
from pathlib import Path

import pytest

from tests.plugins.conftest import CHECK, RULE, Install, acme, lintpost, site

TEXT = "acme **「here」**です\n"
BOLD = "post.md:5:6: error bold/unrendered"
POINT = "plug-in lintpost-acme 1.0 (lintpost.checks: acme = acme_checks): "
CHECK_FAILS = "error in acme/word (check acme/word of the plug-in lintpost-acme 1.0: "

FAULTS = {
    "import": ("import nothing_here\n", f"{POINT}cannot be imported (ModuleNotFoundError: No module named 'nothing_here')"),
    "exit": ("import sys\nsys.exit(7)\n", f"{POINT}cannot be imported (SystemExit: 7)"),
    "syntax": ("def\n", f"{POINT}cannot be imported (SyntaxError: invalid syntax"),
    "no checks": ("WORD = 1\n", f"{POINT}gives no checks"),
    "another api": (CHECK.replace("reads=", "since=3, reads="), f"{POINT}cannot be imported (TypeError: "),
    "options": (CHECK.replace("options=Options", "options=dict"), f"{POINT}the check `word` is declared wrongly: see `options`"),
    "option type": (CHECK.replace("word: str", "word: complex"), f"{POINT}the declaration of the check `word` is faulty ("),
    "run": (CHECK.replace("yield Hit", "1 / 0; yield Hit"), f"{CHECK_FAILS}ZeroDivisionError: division by zero); the other rules went on"),
    "exit in run": (CHECK.replace("yield Hit", "exit(3); yield Hit"), f"{CHECK_FAILS}RuntimeError: sys.exit(3))"),
    "no hit": (CHECK.replace("yield Hit", "yield max"), f"{CHECK_FAILS}TypeError"),
    "span": (CHECK.replace("match.end", "9999"), f"{CHECK_FAILS}ValueError: not a hit in the post"),
    "parameter": (CHECK.replace('{"text"', '{"txet"'), f"{CHECK_FAILS}KeyError: 'text'"),
    "prepare": (CHECK.replace("run=run", "run=run, prepare=print"), ""),
    "prepare fails": (CHECK.replace("run=run", "run=run, prepare=lambda o, s: 1 / 0"), f"{POINT}the check acme/word cannot be used (ZeroDivisionError"),
    "messages": (CHECK.replace('{"": ("text",)}', "lambda options: 1 / 0"), f"{POINT}the declaration of the check `word` is faulty (division by zero)"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_check(tmp_path: Path, install: Install, fault: str) -> None:
    source, said = FAULTS[fault]
    packages = acme(install, acme_checks_py=source)
    folder = site(tmp_path, text=TEXT)
    for _ in range(2):  # the second run finds a cache
        done = lintpost(
            "check", "--output-format", "concise", "--quiet", cwd=folder, packages=packages
        )
        assert BOLD in done.stdout
        assert said in done.stderr
        assert "Traceback" not in done.stderr
        assert done.stderr.count("lintpost: ") == bool(said)
        assert done.returncode == (2 if said else 1)


def test_mended_it_works_in_the_next_run(tmp_path: Path, install: Install) -> None:
    packages = acme(install, acme_checks_py="import nothing_here\n")
    folder = site(tmp_path)
    arguments = ("check", "--output-format", "concise", "--quiet", "--select", "acme")
    assert lintpost(*arguments, cwd=folder, packages=packages).returncode == 2
    (packages / "nothing_here.py").write_text("")
    (packages / "acme_checks.py").write_text(CHECK)
    done = lintpost(*arguments, cwd=folder, packages=packages)
    assert (done.stdout, done.returncode) == ("post.md:5:1: warning acme/word Found acme.\n", 1)


def test_a_faulty_rule_file_leaves_its_pack_out(tmp_path: Path, install: Install) -> None:
    packages = acme(install, acme_rules__acme__bad_yml="rule: acme/bad\n")
    folder = site(tmp_path, "extends: acme\nrules: {acme/word: error}\n", TEXT)
    done = lintpost("check", "--output-format", "concise", "--quiet", cwd=folder, packages=packages)
    assert BOLD in done.stdout
    assert "installed pack acme is left out: " in done.stderr
    assert "acme_rules/acme/bad.yml:1:1: `check` is missing" in done.stderr
    assert done.returncode == 2
    data = json.loads(
        lintpost("check", "--output-format", "json", cwd=folder, packages=packages).stdout
    )
    (error,) = data["errors"]
    assert error["path"] == "post.md"


def test_a_rule_with_the_name_of_another(tmp_path: Path, install: Install) -> None:
    rule = RULE.format(name="word", check="acme/word").replace("acme/word", "bold/span", 1)
    packages = acme(install, acme_rules__bold__span_yml=rule)
    done = lintpost("check", "--quiet", cwd=site(tmp_path, text=TEXT), packages=packages)
    assert "installed pack acme: its rule bold/span has the name of another" in done.stderr
    assert done.returncode == 2


def test_two_packages_with_one_name(tmp_path: Path, install: Install) -> None:
    packages = acme(install)
    install("lintpost-twin", points="[lintpost.checks]\nacme = twin\n", twin_py=CHECK)
    folder = site(tmp_path, text=TEXT)
    done = lintpost("check", "--output-format", "concise", "--quiet", cwd=folder, packages=packages)
    assert BOLD in done.stdout
    assert "has the same name: uninstall one of them" in done.stderr
    assert "lintpost-acme 1.0" in done.stderr
    assert "lintpost-twin 1.0" in done.stderr
    plugins = lintpost("plugins", cwd=folder, packages=packages)
    assert plugins.returncode == 2
    assert plugins.stdout.count("has the same name") == 2


REPORT = """
class Report:
    def __init__(self, context): self.out = context.out
    def post(self, result): self.out.write("post")
    def end(self, summary): self.out.write("end")
"""


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("1 / 0\n", "cannot be imported (ZeroDivisionError: division by zero)"),
        (REPORT.replace("class Report", "class Other"), "cannot be imported (AttributeError: "),
        (REPORT.replace("def end", "def ende"), "the report failed (TypeError: a report has the methods"),
        (REPORT.replace('self.out.write("post")', "1 / 0"), "the report failed (ZeroDivisionError"),
        (REPORT.replace('self.out.write("end")', "exit(1)"), "the report failed (SystemExit: 1)"),
    ],
)  # fmt: skip
def test_a_broken_report(tmp_path: Path, install: Install, source: str, said: str) -> None:
    packages = install(points="[lintpost.reports]\nacme = report:Report\n", report_py=source)
    folder = site(tmp_path, "lang: en\n", TEXT)
    arguments = ("check", "--output-format", "concise", "--quiet", "--report", "acme:out.txt")
    done = lintpost(*arguments, cwd=folder, packages=packages)
    assert BOLD in done.stdout
    assert (
        f"plug-in lintpost-acme 1.0 (lintpost.reports: acme = report:Report): {said}" in done.stderr
    )
    assert "Traceback" not in done.stderr
    assert (done.returncode, (folder / "out.txt").exists()) == (2, False)
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []
