"""How the posts of a site are written and rendered: what reading a post needs of its configuration."""

from typing import NamedTuple

from lintpost.post.front_matter.yaml_tree import YamlVersion


class Syntax(NamedTuple):
    """What differs between sites in how the same characters are read.

    `yaml` is the version of the front matter's YAML, `renderers` are those of the body (``kramdown``,
    ``commonmark``, ``cjk-friendly``). `code_shortcodes` are shortcodes and template tags whose body
    is code or data, beside those that every site has.
    """

    yaml: YamlVersion = "1.1"
    renderers: tuple[str, ...] = ("commonmark",)
    code_shortcodes: frozenset[str] = frozenset()

    @property
    def kramdown(self) -> bool:
        """Whether kramdown renders the posts, alone or beside others."""
        return "kramdown" in self.renderers

    @property
    def linkifies(self) -> bool:
        """Whether a renderer turns bare addresses into links; kramdown does not."""
        return any(renderer != "kramdown" for renderer in self.renderers)


DEFAULT = Syntax()
"""Of a post that no configuration is for."""
