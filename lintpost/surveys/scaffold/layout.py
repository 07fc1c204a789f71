"""How a site is laid out: the program that builds it, and the folders of its posts."""

import json
import os
import re
from typing import Any, NamedTuple

from lintpost.config.layer import read_layer
from lintpost.engine.discovery.discover import Scope, discover
from lintpost.packs.builtin import preset_path
from lintpost.post.regular_file import open_regular
from lintpost.surveys.scaffold.folders import folders_of, has_front_matter, likely_posts

_JEKYLL = ("_config.yml", "_config.yaml", "_config.toml")
_HUGO = ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default")
_HUGO_PARTS = tuple(
    f"{name}.{end}" for name in ("hugo", "config", "languages") for end in ("toml", "yaml", "yml")
)
_CONTENT_FOLDER = re.compile(r"""\s*["']?contentDir["']?\s*[:=]\s*["']?([^"'#,]+?)["']?\s*(?:[#,].*)?""", re.IGNORECASE)  # fmt: skip
_SHARED = ("config.toml", "config.yaml", "config.yml")
"""Names that Hugo's configuration had, and that Zola's and those of other programs have."""
_ASTRO = tuple(f"astro.config.{end}" for end in ("mjs", "ts", "js", "mts", "cjs"))
_ZENN_KEYS = (b"emoji:", b"topics:")
_QIITA_KEYS = (b"ignorePublish:", b"organization_url_name:")
_HEAD = 2_000
"""Bytes of a post in which its first keys stand."""
_SAMPLE = 20
"""Posts that are looked into."""


class Layout(NamedTuple):
    """The preset, the folder of the site ("" for the working folder), and the patterns of its posts.

    `posts` are relative to that folder; None for those of the preset. `other` names folders of posts for
    another program that were not read.
    """

    preset: str
    base: str
    posts: tuple[str, ...] | None
    other: tuple[str, ...] = ()

    @property
    def globs(self) -> tuple[str, ...]:
        """The patterns of the posts, relative to the working folder."""
        globs = self.posts or read_layer(preset_path(self.preset)).posts or ("**",)
        return tuple(f"{self.base}/{glob}" if self.base else glob for glob in globs)

    def find_posts(self) -> list[str]:
        """The posts, without what the preset leaves out."""
        excluded = [read_layer(preset_path(name)).exclude for name in ("recommended", self.preset)]
        exclude = tuple(glob for globs in excluded for glob in globs or ())
        return discover([], Scope(os.getcwd(), self.globs, exclude))[0]


def layout_of(folder: str) -> Layout:
    """The layout of the site in a folder, or in the only one of its folders that has one.

    A folder below that of a site's posts (``_posts``) is taken alone.
    """
    base = os.path.relpath(folder).replace(os.sep, "/")
    base = "" if base == "." else base
    found = _recognised(folder, base)
    if found is not None:
        return found
    if base:
        outer = _recognised(".", "")
        return Layout(outer.preset if outer else "recommended", "", (f"{base}/**",))
    inner = [
        layout
        for name in sorted(os.listdir(folder))
        if not name.startswith((".", "_")) and os.path.isdir(os.path.join(folder, name))
        if name not in ("node_modules", "vendor", "themes", "public", "articles", "books")
        if (layout := _recognised(os.path.join(folder, name), name)) is not None
    ]
    if len(inner) == 1 and len(inner[0].find_posts()) * 2 >= max(len(likely_posts(folder)), 1):
        return inner[0]
    return Layout("recommended", "", folders_of(folder))


def _recognised(folder: str, base: str) -> Layout | None:
    """The layout of a site whose program is known by its files."""

    def has(*names: str) -> bool:
        return any(os.path.exists(os.path.join(folder, name)) for name in names)

    qiita = _mentions(os.path.join(folder, "public"), _QIITA_KEYS)
    if has("articles", "books") and (
        _mentions(os.path.join(folder, "articles"), _ZENN_KEYS) or _is_zenn(folder)
    ):
        return Layout("zenn", base, None, ("public/",) if qiita else ())
    if has("qiita.config.json") or qiita:
        return Layout("qiita", base, None)
    if has("zola.toml") or (has("config.toml") and _says(folder, _SHARED, "base_url")):
        return Layout("zola", base, None)
    if has(*_HUGO) or _says(folder, _SHARED, "baseurl", "languagecode"):
        return Layout("hugo", base, _hugo_posts(folder))
    if has(*_ASTRO):
        return Layout("astro", base, None)
    is_hexo = _depends(folder, "hexo") or _says(folder, _JEKYLL, "source_dir", "new_post_name")
    if is_hexo or has("source/_posts"):
        source = _config(folder).get("source_dir") or "source"
        return Layout("recommended", base, (f"{str(source).strip('/')}/**",))
    if has(*_JEKYLL) or (has("_posts") and (has("Gemfile") or not has("package.json"))):
        return Layout("jekyll", base, _jekyll_posts(folder))
    if has("content/_index.md", "archetypes") and has("content"):
        return Layout("hugo", base, None)
    return None


def _hugo_posts(folder: str) -> tuple[str, ...] | None:
    """The folders that the configuration names, perhaps one for each language; None for the preset's."""
    names = (*_HUGO[:4], *_SHARED, *(f"config/_default/{name}" for name in _HUGO_PARTS))
    named: dict[str, None] = {}
    for name in names:
        for line in _lines(os.path.join(folder, name)):
            found = _CONTENT_FOLDER.fullmatch(line)
            if found and os.path.isdir(os.path.join(folder, found[1])):
                named[os.path.normpath(found[1]).replace(os.sep, "/")] = None
    return tuple(f"{path}/**" for path in named) if named and list(named) != ["content"] else None


def _jekyll_posts(folder: str) -> tuple[str, ...] | None:
    """The folders of posts and of the collections that have pages; None for the preset's."""
    settings = _config(folder)
    collections = settings.get("collections") or ()
    root = str(settings.get("collections_dir") or "").strip("/")
    own = [os.path.join(root, f"_{name}").replace(os.sep, "/") for name in collections]
    own = [path for path in own if os.path.isdir(os.path.join(folder, path)) and path != "_posts"]
    posts = [name for name in ("_posts", "_drafts") if os.path.isdir(os.path.join(folder, name))]
    if own:
        return tuple(f"{name}/**" for name in (*posts, *own))
    if Layout("jekyll", os.path.relpath(folder).replace(os.sep, "/"), None).find_posts() or posts:
        return None
    return folders_of(folder)


def _config(folder: str) -> dict[str, Any]:
    """What a configuration of Jekyll or Hexo says; nothing where it cannot be read."""
    import yaml

    for name in _JEKYLL[:2]:
        try:
            with open_regular(os.path.join(folder, name)) as file:
                found = yaml.safe_load(file)
        except (OSError, ValueError, RecursionError, yaml.YAMLError):
            continue
        if isinstance(found, dict):
            return found
    return {}


def _says(folder: str, names: tuple[str, ...], *keys: str) -> bool:
    """Whether one of the files has one of the keys at the beginning of a line, in any case."""
    for name in names:
        lines = _lines(os.path.join(folder, name))
        if any(line.lower().startswith(key) and line[len(key) :].lstrip()[:1] in ("=", ":")
               for line in lines for key in keys):  # fmt: skip
            return True
    return False


def _lines(path: str) -> list[str]:
    """The lines of a configuration; none where there is no such file."""
    try:
        with open_regular(path) as file:
            return file.read(100_000).decode(errors="replace").splitlines()
    except OSError:
        return []


def _depends(folder: str, package: str) -> bool:
    """Whether the folder's `package.json` names a package that it depends on."""
    try:
        with open_regular(os.path.join(folder, "package.json")) as file:
            data = json.load(file)
    except (OSError, ValueError, RecursionError):
        return False
    if not isinstance(data, dict):
        return False
    groups = (data.get(key) for key in ("dependencies", "devDependencies"))
    return any(package in group for group in groups if isinstance(group, dict))


def _is_zenn(folder: str) -> bool:
    books = os.path.join(folder, "books")
    if _depends(folder, "zenn-cli"):
        return True
    names = os.listdir(books) if os.path.isdir(books) else []
    return any(os.path.exists(os.path.join(books, name, "config.yaml")) for name in names)


def _mentions(folder: str, keys: tuple[bytes, ...]) -> bool:
    """Whether one of the first posts of a folder has one of the keys in its front matter."""
    if not os.path.isdir(folder):
        return False
    for name in [name for name in sorted(os.listdir(folder)) if name.endswith(".md")][:_SAMPLE]:
        try:
            with open_regular(os.path.join(folder, name)) as file:
                head = file.read(_HEAD)
        except OSError:
            continue
        if has_front_matter(head) and any(line.startswith(keys) for line in head.splitlines()):
            return True
    return False
