"""``lintpost init --ci``: a job for a CI, or a hook for pre-commit."""

import os

from lintpost.cli.init.requirement import Requirement, requirement_of
from lintpost.language import Lang, Text
from lintpost.report.visible import visible

_TARGETS = {
    "github": ".github/workflows/lintpost.yml",
    "gitlab": ".gitlab-ci.yml",
    "pre-commit": ".pre-commit-config.yaml",
}
_TEMPLATES = os.path.join(os.path.dirname(__file__), "templates")


def write_ci(kind: str, lang: Lang, *, force: bool, install: str | None, index: str | None) -> int:
    """Write the file; where it exists already, print what to add to it. Returns the exit status.

    `install` is what pip installs in place of the running version, `index` the package index for it.
    Raises `UsageError` where the job could not install it.
    """
    required = requirement_of(kind, install, index, lang)
    with open(os.path.join(_TEMPLATES, f"{kind}.yml"), encoding="utf-8") as file:
        content = file.read()
    content = content.replace("{command}", required.command).replace("{list}", required.as_list)
    target = _TARGETS[kind]
    if os.path.lexists(target) and not force:
        text = Text(
            f"{target} is there already. Add this to it, or use --force:\n",
            f"{target} はもうあります。次を書き加えるか、--force で上書きしてください：\n",
        )
        print(text[lang])
        print(content, end="")
        return 1
    if os.path.dirname(target):
        os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "w", encoding="utf-8") as file:
        file.write(content)
    print(Text(f"Written: {target}", f"作成：{target}")[lang])
    print(visible(_installs(required, own=install is not None)[lang]))
    return 0


def _installs(required: Requirement, *, own: bool) -> Text:
    """What the job installs, and what to do where that does not exist."""
    en, ja = f"It installs {required.shown}.", f"{required.shown} をインストールします。"
    if required.extras:
        en += f" lintpost.yml needs [{required.extras}]."
        ja += f"[{required.extras}] は lintpost.yml のルールに必要です。"
    if not own and not required.is_address:
        en += (
            " If that version is not on the package index, name what to install:"
            " --install PATH-OR-URL, or --index-url URL."
        )
        ja += (
            "このバージョンがパッケージインデックスにない場合は、"
            "--install（パスかURL）か --index-url で指定してください。"
        )
    return Text(en, ja)
