"""The arguments of ``lintpost completion``."""

from lintpost.cli.arguments.common import Usage, argument
from lintpost.language import Text

SHELLS = ("bash", "zsh", "fish")
USAGE = Usage(
    Text(
        "examples:\n"
        "  lintpost completion bash > ~/.local/share/bash-completion/completions/lintpost\n"
        "  lintpost completion zsh > ~/.zfunc/_lintpost      # with fpath+=~/.zfunc before compinit\n"
        "  lintpost completion fish > ~/.config/fish/completions/lintpost.fish",
        "例:\n"
        "  lintpost completion bash > ~/.local/share/bash-completion/completions/lintpost\n"
        "  lintpost completion zsh > ~/.zfunc/_lintpost      # compinit の前に fpath+=~/.zfunc\n"
        "  lintpost completion fish > ~/.config/fish/completions/lintpost.fish",
    ),
    (
        argument("shell", choices=SHELLS, metavar="SHELL", en="bash, zsh or fish", ja="bash・zsh・fish のどれか"),
    ),
)  # fmt: skip
