"""A validator for a Django field (or a Wagtail block) that holds a post.

body = models.TextField(validators=[PostValidator("site/lintpost.yml")])
"""

from threading import local

from django.core.exceptions import ValidationError
from django.utils.deconstruct import deconstructible

import lintpost

_threads = local()
"""Settings are for one thread each."""


@deconstructible
class PostValidator:
    """Refuse a text with errors. Warnings and notes pass: an author may save what an editor will see."""

    def __init__(self, config: str, path: str = "post.md") -> None:
        self.config = config
        self.path = path

    def __call__(self, text: str) -> None:
        checked = lintpost.check_text(text, self.path, self._settings())
        errors = [
            ValidationError(f"{one.start.line}: {one.message}", code=one.rule)
            for one in checked.findings
            if one.severity == "error"
        ]
        errors += [ValidationError(message, code="not-checked") for message in checked.errors]
        if errors:
            raise ValidationError(errors)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PostValidator) and vars(self) == vars(other)

    def _settings(self) -> lintpost.Settings:
        loaded = _threads.__dict__.setdefault("settings", {})
        if self.config not in loaded:
            loaded[self.config] = lintpost.load_settings(self.config)
        return loaded[self.config]
