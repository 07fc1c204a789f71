"""The pages of rules that reports link or quote, kept from one run to the next."""

from lintpost.files.compiled_cache import load, store
from lintpost.files.package import package_stamp
from lintpost.language import Lang
from lintpost.packs.builtin import document, rules_folder
from lintpost.packs.rule import Rule


class KeptPages:
    """Pages in one language. To read the whole file of a rule, with its examples, takes as long as to report fifty
    findings. Those of a user's rules are not kept.
    """

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang
        self._known: dict[str, str] | None = None
        self._kept = 0

    def page(self, rule: Rule) -> str:
        """The page of a rule, as Markdown. Raises `SettingsError` for a rule file that is not valid any more."""
        if not rule.path.startswith(rules_folder()):
            return self._made(rule)
        if self._known is None:
            self._known = load(self._key, package_stamp(), builtin=True) or {}
            self._kept = len(self._known)
        if rule.name not in self._known:
            self._known[rule.name] = self._made(rule)
        return self._known[rule.name]

    def keep(self) -> None:
        """Store the pages that were not known before."""
        if self._known is not None and len(self._known) > self._kept:
            store(self._key, package_stamp(), self._known, builtin=True)

    @property
    def _key(self) -> str:
        return f"pages:{self._lang}:{rules_folder()}"

    def _made(self, rule: Rule) -> str:
        from lintpost.report.rule_page import rule_page

        return rule_page(document(rule), self._lang)
