"""The cache knows files by content: a file that looks unchanged, or changes while it is read, fools no run."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lintpost.cli.main import main
from lintpost.config import settings as settings_module
from lintpost.engine import configurations as configurations_module
from lintpost.engine.configurations import Configurations
from lintpost.files import compiled_cache, package, stamp
from lintpost.packs import builtin
from lintpost.packs.builtin import load_pack, rules_folder
from tests.engine.test_cache import results
from tests.engine.test_cache_damage import PADDING, RULE

NAMES = "names: [GitHub]\n" + PADDING
OTHER_NAMES = NAMES.replace("GitHub", "GitHuc")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site in ``site`` with a names dictionary and a pack, whose stamps count at once."""
    monkeypatch.setattr(stamp, "_CLOCK_STEP", -1)
    monkeypatch.setenv("LINTPOST_CACHE_DIR", str(tmp_path / "compiled"))
    site = tmp_path / "site"
    (site / "pack" / "own").mkdir(parents=True)
    (site / "lintpost.yml").write_text("lang: en\nnames: names.yml\npacks: pack\n", "utf-8")
    (site / "names.yml").write_text(NAMES, "utf-8")
    (site / "pack" / "own" / "word.yml").write_text(RULE, "utf-8")
    (site / "a.md").write_text("---\ntitle: One\n---\n\nHere GITHUB is a bold word.\n", "utf-8")
    return tmp_path


def rewrite(path: Path, text: str) -> None:
    """Write as many bytes as before, and give the file its old time, as ``rsync -t`` or ``touch -r`` do."""
    old = path.stat()
    path.write_text(text, "utf-8")
    os.utime(path, ns=(old.st_atime_ns, old.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (old.st_size, old.st_mtime_ns)


def rules_found(folder: Path, cache: Path | None) -> set[str]:
    return {
        finding.rule for result in results(folder / "site", cache) for finding in result.findings
    }


def test_names_that_changed_but_for_size_and_time(folder: Path) -> None:
    names, cache = folder / "site" / "names.yml", folder / "cache"
    before = {"names/spelling", "bold/first-mention", "own/word"}
    assert rules_found(folder, cache) == before
    rewrite(names, OTHER_NAMES)
    after = {"own/word"}
    assert rules_found(folder, cache) == after
    assert rules_found(folder, None) == after
    names.touch()
    assert rules_found(folder, cache) == after
    rewrite(names, NAMES)
    assert rules_found(folder, cache) == before


def test_a_pack_that_changed_but_for_size_and_time(folder: Path) -> None:
    rule, cache = folder / "site" / "pack" / "own" / "word.yml", folder / "cache"
    assert "own/word" in rules_found(folder, cache)
    rewrite(rule, RULE.replace("tokens: [bold]", "tokens: [cold]"))
    for kept in (cache, None, cache):
        assert "own/word" not in rules_found(folder, kept)


def test_a_post_that_changed_but_for_size_and_time(folder: Path) -> None:
    post, cache = folder / "site" / "a.md", folder / "cache"
    assert "own/word" in rules_found(folder, cache)
    rewrite(post, post.read_text("utf-8").replace("bold", "cold"))
    assert "own/word" not in rules_found(folder, cache)


def test_settings_that_change_after_they_were_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read is stored as that, not as what the file holds when it is stored."""
    names, cache = folder / "site" / "names.yml", folder / "cache"
    original = settings_module.load_settings

    def load_settings(*arguments: Any) -> object:
        loaded = original(*arguments)
        rewrite(names, OTHER_NAMES)
        return loaded

    with monkeypatch.context() as patched:
        patched.setattr(settings_module, "load_settings", load_settings)
        assert "names/spelling" in rules_found(folder, cache)
    assert "names/spelling" not in rules_found(folder, cache)


def test_settings_that_change_before_a_post_is_checked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A result of the new settings is not stored under the fingerprint of the old ones."""
    names, cache = folder / "site" / "names.yml", folder / "cache"
    assert "names/spelling" in rules_found(folder, cache)
    (folder / "site" / "a.md").write_text("---\ntitle: One\n---\n\nGITHUB again.\n", "utf-8")
    original = Configurations.checker

    def checker(self: Configurations, path: str) -> object:
        rewrite(names, OTHER_NAMES)
        return original(self, path)

    with monkeypatch.context() as patched:
        patched.setattr(configurations_module.Configurations, "checker", checker)
        assert "names/spelling" not in rules_found(folder, cache)
    rewrite(names, NAMES)
    assert "names/spelling" in rules_found(folder, cache)


def test_names_that_change_between_digest_and_parsing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = folder / "site" / "names.yml"
    from lintpost.config.dictionaries import compiled_files

    original = compiled_files.read_names

    def read_names(path: str) -> object:
        rewrite(names, OTHER_NAMES)
        return original(path)

    with monkeypatch.context() as patched:
        patched.setattr(compiled_files, "read_names", read_names)
        compiled_files.cached_names(str(names))
    for text, name in ((NAMES, "GitHub"), (OTHER_NAMES, "GitHuc")):
        rewrite(names, text)
        assert [one.name for one in compiled_files.cached_names(str(names))[0]] == [name]


def test_a_pack_that_changes_between_digest_and_parsing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = folder / "site" / "pack"
    original = builtin._read_rules

    def read_rules(files: list[str]) -> object:
        rewrite(pack / "own" / "word.yml", RULE.replace("No bold", "No cold"))
        return original(files)

    with monkeypatch.context() as patched:
        patched.setattr(builtin, "_read_rules", read_rules)
        load_pack(str(pack))
    rewrite(pack / "own" / "word.yml", RULE)
    assert load_pack(str(pack))["own/word"].title.en == "No bold"


def tamper_with_names(path: Path) -> None:
    """Put other names into the cache, with everything right but the value."""
    from lintpost.config.dictionaries import compiled_files

    key = f"names:{path}"
    fingerprint = compiled_files._fingerprint(str(path))
    assert compiled_cache.load(key, fingerprint) == [{"name": "GitHub"}]
    compiled_cache.store(key, fingerprint, [{"name": "Gitlab"}])


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_no_cache_believes_nothing_that_is_cached(
    folder: Path, jobs: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = folder / "site"
    (site / "b.md").write_text((site / "a.md").read_text("utf-8"), "utf-8")
    monkeypatch.chdir(site)
    command = ["check", "--output-format", "concise", "--jobs", jobs]
    main([*command, "--no-cache"])
    right = capsys.readouterr().out
    assert right.count("names/spelling") == 2
    own = os.listdir(folder / "compiled")  # what is the program's own: its rules, and their words
    main(command)
    assert capsys.readouterr().out == right
    tamper_with_names(site / "names.yml")
    (folder / "compiled" / "results.sqlite").unlink()
    main(command)
    assert "names/spelling" not in capsys.readouterr().out  # else the test proves nothing
    main([*command, "--no-cache"])
    assert capsys.readouterr().out == right
    keys = (f"pack:{rules_folder()}", "needed words")
    assert {compiled_cache._file(key) for key in keys} == {
        str(folder / "compiled" / name) for name in own
    }


def test_built_in_rules_depend_on_the_modules_that_read_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[int] = []
    original = builtin._read_rules

    def read_rules(files: list[str]) -> object:
        reads.append(len(files))
        return original(files[:2])

    monkeypatch.setattr(builtin, "_read_rules", read_rules)
    for code in ("1", "1", "2"):
        monkeypatch.setattr(builtin, "package_stamp", lambda code=code: code)
        assert len(load_pack(rules_folder())) == 2
    assert reads == [len(builtin.rule_files(rules_folder()))] * 2


@pytest.mark.parametrize(
    "change",
    [
        lambda top: rewrite(top / "lintpost" / "inner" / "a.py", "y = 1\n"),
        lambda top: rewrite(top / "rules" / "family" / "a.yml", "b: 1\n"),
        lambda top: (top / "lintpost" / "b.py").touch(),
        lambda top: (top / "rules" / "family" / "a.yml").unlink(),
    ],
)
def test_the_stamp_and_digest_of_lintpost_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object]
) -> None:
    (tmp_path / "lintpost" / "inner").mkdir(parents=True)
    (tmp_path / "rules" / "family").mkdir(parents=True)
    (tmp_path / "lintpost" / "inner" / "a.py").write_text("x = 1\n", "utf-8")
    (tmp_path / "rules" / "family" / "a.yml").write_text("a: 1\n", "utf-8")
    monkeypatch.setattr(package, "_PACKAGE", str(tmp_path / "lintpost"))
    monkeypatch.setattr(package, "rules_folder", lambda: str(tmp_path / "rules"))
    monkeypatch.setattr(stamp, "_CLOCK_STEP", -1)
    for function in (package.package_stamp, package.package_digest, package._stamps_at_first):
        monkeypatch.setattr(package, function.__name__, function.__wrapped__)  # type: ignore[attr-defined]
    before = package.package_stamp(), package.package_digest()
    assert (package.package_stamp(), package.package_digest()) == before
    first = package._stamps()
    change(tmp_path)
    assert package.package_stamp() != before[0]
    assert package.package_digest() != before[1]
    # The code that runs is not what the files hold now: the digest is no other process's.
    monkeypatch.setattr(package, "_stamps_at_first", lambda: first)
    assert package.package_digest() != package.package_digest()


def test_a_file_of_lintpost_that_has_just_changed_proves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stamp, "_CLOCK_STEP", 10**20)
    take = package.package_stamp.__wrapped__
    assert take() != take()
