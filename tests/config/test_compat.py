"""`mode: compat` of rules that are data: other options, below those that the configuration gives."""

from pathlib import Path

import pytest

from lintpost.config.rule_states import rule_states
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.files.settings_error import SettingsError

RULE = "ja/exclamation-question"


def options(folder: Path, config: str) -> dict[str, object]:
    path = folder / "lintpost.yml"
    path.write_text(f"rules:\n  {RULE}: {config}\n", encoding="utf-8")
    states = rule_states(load_settings(str(path), CliOverrides()), None)
    return next(state.options for state in states if state.rule.name == RULE)


def test_precise_unless_told_otherwise(tmp_path: Path) -> None:
    assert options(tmp_path, "on")["tokens"] == ["[!！?？]+"]
    assert options(tmp_path, "{mode: precise}") == options(tmp_path, "on")


def test_compat_takes_the_place_of_some_options(tmp_path: Path) -> None:
    found = options(tmp_path, "{mode: compat}")
    assert found == {
        "scope": "unquoted",
        "nonword": True,
        "tokens": ["[!！?？]"],
        "exceptions": [r"Yahoo![^\n]?"],
    }


def test_what_the_configuration_gives_goes_first(tmp_path: Path) -> None:
    assert options(tmp_path, "{mode: compat, tokens: [x]}")["tokens"] == ["x"]


def test_another_mode_is_an_error_at_its_place(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="`mode` is precise or compat, not `strict`") as error:
        options(tmp_path, "{mode: strict}")
    assert error.value.place.line == 2
