"""Holds a rule file against the declaration of its check: whatever is unknown is an error at its line."""

from string import Formatter

from lintpost.checks.contract.check import Check, Messages
from lintpost.checks.contract.options import CheckOptions, OptionError
from lintpost.checks.registry import check_names, find_check, is_installed_check
from lintpost.files.settings_error import SettingsError, unknown_word
from lintpost.files.settings_file import SettingsFile
from lintpost.language import Text
from lintpost.post.front_matter.value_node import ValueNode

MODES = ("precise", "compat")


def validate_rule(file: SettingsFile, root: dict[str, ValueNode]) -> None:
    """Validate check, options and messages of a rule file. Raises `SettingsError` at the first fault.

    `root` are the file's top-level keys; those that must be there have been looked for.
    """
    check = _check(file, root["check"])
    if not is_installed_check(check.name):
        _validate(file, root, check)
        return
    from lintpost.checks.installed import is_broken

    try:
        if not is_broken(check):
            _validate(file, root, check)
    except SettingsError:
        raise
    except Exception:  # the check is broken: the run says so, and goes on with the other rules
        return


def _validate(file: SettingsFile, root: dict[str, ValueNode], check: Check) -> None:
    options = root.get("options")
    own = dict(options.value) if options is not None else {}
    given = [_options(file, check, own, options)]
    if "compat" in root:
        compat = root["compat"]
        for mode in MODES if "mode" in own else ("compat",):
            modes = {"mode": mode} if "mode" in own else {}
            values = {**own, **(compat.value if mode == "compat" else {}), **modes}
            given.append(_options(file, check, values, compat))
    messages: dict[str, tuple[str, ...]] = {}
    for one in given:
        messages |= check.messages_for(one)
    reported = {key for one in given for key in check.reported_for(one)}
    _messages(file, root["message"], messages, reported)


def _check(file: SettingsFile, node: ValueNode) -> Check:
    name = file.string(node)
    try:
        return find_check(name)
    except KeyError:
        file.fail(node, unknown_word(name, check_names(), Text("check", "チェック")))


def _options(
    file: SettingsFile, check: Check, values: dict[str, object], node: ValueNode | None
) -> CheckOptions:
    """The options as the check reads them; `node` is where they were given."""
    try:
        return check.options(values)
    except OptionError as error:
        text = error.text
        if error.known:
            text = unknown_word(error.word, error.known, Text("option", "オプション"))
        if node is None:
            raise SettingsError(file.place(file.root), text) from None
        key = error.path[0] if error.path else ""
        entry = next((one for one in node.entries or () if one.key == key), None)
        if entry is None:
            file.fail(node, text)
        if len(error.path) == 1 and error.known and error.word == key:
            raise SettingsError(file.position_at(entry.start), text) from None
        file.fail(entry.node.at(error.path[1:]), text)


def _messages(file: SettingsFile, node: ValueNode, messages: Messages, reported: set[str]) -> None:
    """Every key and placeholder is one that the check has; no key is left out that can come up."""
    entries = node.entries or []
    single = bool(entries) and entries[0].key in ("en", "ja")
    given = {"": node} if single else file.any_mapping(node)
    for entry in [] if single else entries:
        if entry.key not in messages:
            known = [key for key in messages if key]
            text = unknown_word(entry.key, known, Text("message", "メッセージ"))
            if not known:
                text = Text(
                    "this check has one message: write `en` and `ja` here",
                    "このチェックのメッセージは1種類です。ここに `en` と `ja` を書いてください",
                )
            raise SettingsError(file.position_at(entry.start), text)
    for key, parameters in messages.items():
        if key in given:
            _placeholders(file, given[key], parameters)
        elif single and reported:
            names = ", ".join(f"`{name}`" for name in messages)
            file.fail(node, Text(f"this check has several messages: {names}",
                                 f"このチェックにはメッセージが複数あります（{names}）"))  # fmt: skip
        elif key in reported:
            file.fail(
                node, Text(f"the message `{key}` is missing", f"メッセージ「{key}」がありません")
            )


def _placeholders(file: SettingsFile, node: ValueNode, parameters: tuple[str, ...]) -> None:
    for text in file.mapping(node, ("en", "ja")).values():
        try:
            fields = [
                (name, spec, conversion)
                for _, name, spec, conversion in Formatter().parse(file.string(text))
                if name is not None
            ]
        except ValueError:
            file.fail(text, Text("a brace without its partner; write {{ or }} for the character itself",
                                 "波括弧が対になっていません。文字として書くときは {{ }} とします"))  # fmt: skip
        for name, spec, conversion in fields:
            if spec or conversion:  # a width could ask for any amount of memory
                file.fail(
                    text,
                    Text(
                        f"a placeholder is a name in braces and no more: write {{{name}}}",
                        f"プレースホルダーに書けるのは名前だけです。{{{name}}} と書いてください",
                    ),
                )
            if name not in parameters:
                file.fail(
                    text, unknown_word(name, parameters, Text("placeholder", "プレースホルダー"))
                )
