"""Installed packs that a configuration names, under `extends` or `packs`.

A pack that cannot be used is left out and is a fault of the settings, which every run reports; the rest of the
configuration is used.
"""

from lintpost.config.layer import Layer, read_layer
from lintpost.files.settings_error import FilePosition, SettingsError, unknown_word
from lintpost.installed.broken_plugin import BrokenPlugin
from lintpost.language import Text
from lintpost.packs.builtin import load_pack
from lintpost.packs.installed import (
    installed_packs,
    origin_of_file,
    pack_folder,
    pack_preset,
    pack_presets,
    record_checks,
)
from lintpost.packs.rule import Rule

_DEFAULT = "recommended"


def extended(name: str, place: FilePosition) -> list[Layer] | None:
    """The layers of ``extends: PACK`` or ``PACK/PRESET``: the pack's rules, and the preset's settings. Without a
    preset it is ``recommended``, which a pack need not have. None where no such pack is installed.

    Raises `SettingsError` for a preset that the pack does not have.
    """
    pack, _, preset = name.partition("/")
    if pack not in installed_packs():
        return None
    layers = [Layer(place.path, installed=((pack, place),))]
    try:
        folder = pack_folder(pack)
    except BrokenPlugin:  # `add_packs` meets it again
        return layers
    assert folder is not None
    path = pack_preset(folder, preset or _DEFAULT)
    if path is None:
        if preset:
            known = [f"{pack}/{one}" for one in pack_presets(folder)]
            raise SettingsError(place, unknown_word(name, known, Text("preset", "プリセット")))
        return layers
    try:
        layer = read_layer(path)
        if layer.extends:
            text = Text(
                "a preset of a pack extends nothing", "パックのプリセットに extends は書けません"
            )
            raise SettingsError(layer.extends[0][1], text)
        return [*layers, layer]
    except SettingsError as error:
        return [layers[0]._replace(faults=(_of_pack(pack, error),))]


def add_packs(layers: list[Layer], rules: dict[str, Rule]) -> tuple[Text, ...]:
    """Add the rules of the installed packs that layers name; returns what is wrong with those left out."""
    faults = [fault for layer in layers for fault in layer.faults]
    for name in dict.fromkeys(name for layer in layers for name, _ in layer.installed):
        try:
            folder = pack_folder(name)
            assert folder is not None
            found = load_pack(folder)
        except BrokenPlugin as error:
            faults.append(error.text)
            continue
        except SettingsError as error:
            faults.append(_of_pack(name, error))
            continue
        clash = next((rule for rule in found if rule in rules), None)
        if clash is not None:
            whose = origin_of_file(rules[clash].path) or rules[clash].path
            faults.append(
                Text(
                    f"installed pack {name}: its rule {clash} has the name of another ({whose}): the pack is left out",
                    f"インストール済みのパック {name}：ルール {clash} は {whose} にもあるため、パック全体を使いません",
                )
            )
            continue
        rules |= found
    return tuple(dict.fromkeys(faults))


def record_installed_checks(rules: dict[str, Rule]) -> None:
    """Record what the checks of installed packages depend on."""
    namespaces = {rule.check.partition("/")[0] for rule in rules.values() if "/" in rule.check}
    if namespaces:
        record_checks(namespaces)


def _of_pack(name: str, error: SettingsError) -> Text:
    return Text(
        f"installed pack {name} is left out: {error.message('en')}",
        f"インストール済みのパック {name} は使いません：{error.message('ja')}",
    )
