"""Names with a dot: domains (``example.com``), file names (``agents.md``).

Names of products may have a dot as well (Node.js, Booking.com): capitals make a name of a domain,
and one word before ``.js`` is a library.
"""

from collections.abc import Iterator

from lintpost.post.lazy import lazy_bytes
from lintpost.post.markdown.masks.addresses import address_end
from lintpost.post.markdown.masks.searched_text import SearchedText
from lintpost.post.markdown.masks.spans import Mask

# Top-level domains; those that are words of English (is, it, to, so, no…) are left out.
TOP_LEVEL = frozenset(
    [
        "com", "org", "net", "edu", "gov", "int", "mil", "info", "biz", "name", "pro", "xyz", "site",
        "online", "cloud", "tech", "shop", "blog", "page", "wiki", "app", "dev", "io", "ai", "sh", "gg",
        "tv", "cc", "co", "jp", "uk", "de", "fr", "cn", "kr", "tw", "hk", "eu", "ca", "au", "nz", "ru",
        "br", "nl", "se", "ch", "es", "pl", "fi", "dk", "cz", "sg", "vn", "ly", "fm", "moe", "ninja",
        "academy", "website", "guide", "land", "social", "rs", "md",
    ]
)  # fmt: skip
EXTENSIONS = frozenset(
    [
        "md", "mdx", "mdc", "markdown", "rst", "adoc", "txt", "csv", "tsv", "json", "jsonc", "jsonl", "json5",
        "yml", "yaml", "toml", "ini", "conf", "cfg", "env", "lock", "log", "xml", "html", "htm", "xhtml", "css",
        "scss", "sass", "less", "styl", "js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx", "vue", "svelte",
        "astro", "py", "pyi", "ipynb", "rb", "erb", "rs", "go", "java", "kt", "kts", "gradle", "swift", "php",
        "cpp", "hpp", "cs", "csproj", "sln", "sql", "sh", "bash", "zsh", "fish", "bat", "ps1", "psm1", "ex",
        "exs", "eex", "heex", "erl", "hs", "lua", "dart", "scala", "clj", "tf", "tfvars", "proto", "graphql",
        "prisma", "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico", "pdf", "docx", "xlsx", "pptx",
        "zip", "tar", "gz", "tgz", "bz2", "xz", "7z", "exe", "dll", "dmg", "msi", "deb", "rpm", "jar", "apk",
        "wasm", "mp3", "mp4", "mov", "wav", "webm", "ttf", "otf", "woff", "woff2", "map", "pem", "key", "crt",
        "csr", "service", "dockerfile", "gitignore", "editorconfig", "bib", "tex", "sty", "epub", "srt", "vtt",
        "onnx", "gguf", "safetensors", "parquet", "db", "sqlite", "sqlite3", "bak", "tmp", "orig", "patch", "diff",
    ]
)  # fmt: skip
# Those that are words are an address where a path follows: dev.to/someone.
_WORD_DOMAINS = frozenset(
    ["am", "at", "be", "ee", "fun", "id", "im", "in", "is", "it", "la", "link", "live", "me", "no", "run", "so", "st",
     "to", "top", "us", "world", "zone"]
)  # fmt: skip
_ENDINGS = frozenset(ending.encode() for ending in TOP_LEVEL | EXTENSIONS | _WORD_DOMAINS)
# Endings of product names: one word before them is no file (Next.js, three.js, llama.cpp).
_PRODUCT_ENDINGS = frozenset(
    ["js", "cpp", "ai", "io", "com", "net", "new", "dev", "co", "tv", "gg"]
)
FILE_ENDINGS = EXTENSIONS - _PRODUCT_ENDINGS
# Single words before .js that are file names all the same.
_SCRIPTS = frozenset(
    [
        "app", "bundle", "client", "config", "gruntfile", "gulpfile", "index", "init", "jest", "lib", "main",
        "middleware", "mod", "preload", "script", "scripts", "server", "setup", "sw", "test", "tests", "utils",
        "worker",
    ]
)  # fmt: skip
# Endings that are no words and no languages: behind Japanese they end a file's name (設定.json).
_BEHIND_JAPANESE = frozenset(
    ["csv", "css", "docx", "gif", "html", "ipynb", "jpeg", "jpg", "json", "md", "mdx", "mov", "mp3", "mp4", "pdf", "png",
     "pptx", "svg", "toml", "tsv", "txt", "wav", "webp", "xlsx", "xml", "yaml", "yml", "zip"]
)  # fmt: skip
_SHORT_WORDS = frozenset(["e", "i", "a", "p", "c", "vs", "cf"])
_ENDING = lazy_bytes(rb"\.(?=([A-Za-z][A-Za-z0-9]{1,11})(?![0-9A-Za-z_]))")
_STEM = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-"
_LONGEST = 120
# A port, a path (no alternative in Japanese: example.com/アプリ), a query or a fragment.
_GOES_ON = lazy_bytes(
    rb":[0-9]{2,5}(?![0-9])|/(?!\xe3[\x81-\x83]|[\xe4-\xe9])|\?[A-Za-z_][\w.-]*=|#[0-9A-Za-z_-]"
)


def may_hold(data: bytes) -> bool:
    """Whether a body may hold such a name; nearly every body has a dot."""
    return b"." in data


def masks(text: SearchedText) -> Iterator[Mask]:
    """Every domain, with the path behind it, and every file name."""
    data = text.data
    after = 0
    for at in text.dots:
        match = _ENDING.match(data, at) if at >= after else None
        if match is None or match[1].lower() not in _ENDINGS:
            continue
        found = _name(text, at, match[1])
        if found is not None:
            after = found.end
            yield found


def _name(text: SearchedText, dot: int, ending: bytes) -> Mask | None:
    """The domain or file name whose last dot stands at `dot`."""
    last = ending.decode().lower()
    is_domain = last in TOP_LEVEL or last in _WORD_DOMAINS
    is_file = last in EXTENSIONS
    data = text.data
    end = dot + 1 + len(ending)
    if data[end : end + 2].startswith(b".") and data[end + 1 : end + 2].isalnum():
        return None  # not the last dot
    before = data[max(dot - _LONGEST, 0) : dot]
    start = dot - len(before) + len(before.rstrip(_STEM))
    while start < dot and data[start : start + 1] in (b".", b"-") and not is_file:
        start += 1
    stem = data[start:dot].decode()
    if data[start - 2 : start] == b"//":
        start -= 2  # without a scheme: //example.com/a.js
    goes_on = _GOES_ON.match(data, end) if is_domain else None
    if goes_on is not None and _is_host(stem):
        return Mask(start, address_end(text, start, end, is_ascii=True), "address")
    if last in _WORD_DOMAINS:
        return None
    if is_file:
        return Mask(start, end, "word") if _is_file(stem, ending.decode()) else None
    is_small = _is_host(stem) and _is_written_small(stem)
    return Mask(start, end, "address") if is_small else None


def _is_host(stem: str) -> bool:
    return stem[-1:].isalnum() and "_" not in stem and ".." not in stem


def _is_written_small(stem: str) -> bool:
    """Whether a domain has no capitals, and more than one letter before it: no A.com, no Booking.com."""
    return stem == stem.lower() and len(stem) > 1 and not stem.replace(".", "").isdigit()


def _is_file(stem: str, ending: str) -> bool:
    """Whether a stem and an ending make a file name, and no product, version or end of a sentence."""
    if not stem.strip("."):
        return stem == "." or (not stem and ending.lower() in _BEHIND_JAPANESE)  # .env, 設定.json
    if stem.replace(".", "").isdigit() or stem in _SHORT_WORDS:
        return False
    plain = stem.isalpha() or (stem.isalnum() and stem[0].isalpha())
    if ending in _PRODUCT_ENDINGS and plain:
        return stem in _SCRIPTS
    # A sentence without a space behind it goes on with a capital: "end.Go".
    return ending == ending.lower() or (ending == ending.upper() and len(ending) > 2)
