"""The codes of languages that folders and files are named by."""

LANGUAGE_CODES = frozenset([
    "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr",
    "gl", "he", "hi", "hr", "hu", "id", "it", "ja", "ka", "ko", "lt", "lv", "mk", "ms", "nb",
    "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "th",
    "tr", "uk", "ur", "vi", "zh",
])  # fmt: skip
"""Codes of ISO 639-1 in which sites are written. Some are left out: `ml`, `is`, `io`, `am` and the like rather name
something else. And no code are `ai`, `ci`, `go`, `js`, `ui`, which so many files and folders are called.
"""
