"""Finds the generator of a post: the configuration nearest above it."""

from posixpath import dirname

from lintpost.site.addresses.astro import CONFIGS, Astro
from lintpost.site.addresses.config_file import read_config
from lintpost.site.addresses.generator import Generator
from lintpost.site.addresses.hugo import Hugo
from lintpost.site.addresses.hugo_config import read_hugo_config
from lintpost.site.addresses.jekyll import Jekyll, is_jekyll
from lintpost.site.addresses.plain import Dated, Plain, is_dated
from lintpost.site.addresses.zenn import Qiita, Zenn
from lintpost.site.addresses.zola import Zola, is_zola
from lintpost.site.files import SiteFiles

_JEKYLL = ("_config.yml", "_config.yaml", "_config.toml")

_ZOLA = ("zola.toml", "config.toml")


class Generators:
    """The generators of a site's posts, each configuration read once. Paths are from the root of `files`."""

    def __init__(self, files: SiteFiles) -> None:
        self._files = files
        self._by_folder: dict[str, Generator | None] = {}
        """The generator of each folder: its own, or that of the nearest folder above with one."""
        self._plain = Plain()
        self._dated = Dated()

    def of(self, path: str) -> Generator:
        """The generator of a file; a plain folder where there is none."""
        found = self._in(dirname(path))
        if found is None:
            found = self._dated if is_dated(path) else self._plain
        return found

    def _in(self, folder: str) -> Generator | None:
        if folder not in self._by_folder:
            found = _configured(self._files, folder)
            if found is None and folder:
                found = self._in(dirname(folder))
            self._by_folder[folder] = found
        return self._by_folder[folder]


def _configured(files: SiteFiles, folder: str) -> Generator | None:
    """The generator whose configuration lies in a folder."""
    names = files.names_in(folder)
    prefix = f"{folder}/" if folder else ""
    jekyll = next((name for name in _JEKYLL if name in names), None)
    if jekyll is not None:
        config = read_config(files, prefix + jekyll)
        return Jekyll(files, folder, config) if config is not None and is_jekyll(config) else None
    for name in _ZOLA:
        if name in names and "content" in names:
            config = read_config(files, prefix + name)
            if config is not None and is_zola(config):
                return Zola(folder, config)
    if any(name.startswith(("hugo.", "config.")) or name == "config" for name in names):
        config = read_hugo_config(files, folder)
        if config is not None:
            return Hugo(files, folder, config)
    astro = next((name for name in CONFIGS if name in names), None)
    if astro is not None:
        return Astro(files, folder, files.text(prefix + astro) or "")
    return _service(files, folder, names, prefix)


def _service(files: SiteFiles, folder: str, names: frozenset[str], prefix: str) -> Generator | None:
    package = files.text(f"{prefix}package.json") or "" if "package.json" in names else ""
    if "articles" in names and ("zenn-cli" in package or "books" in names):
        return Zenn(folder)
    if "public" in names and ("qiita-cli" in package or "qiita.config.json" in names):
        return Qiita(folder)
    return None
