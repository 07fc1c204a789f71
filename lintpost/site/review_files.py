"""The files of a site as the reviews of its rules see them."""

from hashlib import blake2b

from lintpost.site.files import RecordedFiles
from lintpost.site.queries import BELOW, NAMES, TEXT


class ReviewFiles(RecordedFiles):
    """Like `RecordedFiles`, with what reviews may ask beyond: texts and listings, of which digests are recorded."""

    def text(self, path: str) -> str | None:
        """The text of a file (see `SiteFiles`)."""
        found = self._files.text(path)
        self._queries.record(TEXT, path, digest_of_text(found))
        return found

    def names_in(self, folder: str) -> frozenset[str]:
        """What lies in a folder (see `SiteFiles`)."""
        found = self._files.names_in(folder)
        self._queries.record(NAMES, folder, digest_of_text("\0".join(sorted(found))))
        return found

    def below(self, folder: str) -> list[str]:
        """The files below a folder (see `SiteFiles`)."""
        found = self._files.below(folder)
        self._queries.record(BELOW, folder, digest_of_text("\0".join(found)))
        return found


def digest_of_text(text: str | None) -> str:
    """The answer that is recorded for a text; "" for None."""
    if text is None:
        return ""
    return blake2b(text.encode(errors="surrogatepass"), digest_size=16).hexdigest()
