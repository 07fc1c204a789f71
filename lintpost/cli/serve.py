"""``lintpost serve``: a page on this machine, to read posts with their findings in the margin."""

import argparse
import os
from contextlib import suppress

from lintpost.cli.session import Session
from lintpost.errors import UsageError
from lintpost.files.stamp import file_stamp
from lintpost.language import Lang, Text
from lintpost.server.page.http_server import PageServer
from lintpost.server.page.workbench import Workbench


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Serve until the user stops it; returns the exit status."""
    session = Session(options, lang, options.paths)
    sites: dict[Lang, _Site] = {}

    def workbench(lang: Lang) -> Workbench:
        if lang not in sites:
            sites[lang] = _Site(argparse.Namespace(**{**vars(options), "lang": lang}), lang)
        return sites[lang].workbench()

    try:
        server = PageServer(options.port, session.lang, workbench)
    except (OSError, OverflowError) as error:
        why = error.strerror if isinstance(error, OSError) else None
        text = Text(f"port {options.port} cannot be used", f"ポート {options.port} は使えません")
        raise UsageError(text[session.lang] + (f" ({why})" if why else "")) from None
    with server:
        print(server.address, flush=True)
        stop = Text("Ctrl-C stops it.", "Ctrl-C で終了します。")
        print(stop[session.lang], flush=True)
        if not options.no_browser:
            import webbrowser

            webbrowser.open(server.address)
        with suppress(KeyboardInterrupt):
            server.serve_forever()
    return 0


class _Site:
    """The site that is served, in one language. Its settings are read anew when one of their files has changed."""

    def __init__(self, options: argparse.Namespace, lang: Lang) -> None:
        self._options = options
        self._lang: Lang = lang
        self._stamps: list[tuple[str, object]] = []
        self._workbench: Workbench | None = None
        self._session: Session

    def workbench(self) -> Workbench:
        """Raises `SettingsError`, until the fault is mended."""
        if self._workbench is None or self._stamps != self._now():
            self._workbench = None
            self._session = Session(self._options, self._lang, self._options.paths)
            stamps = self._now()
            root = os.path.abspath(self._session.run_settings.root)
            paths, _ = self._session.find_posts()
            self._workbench = Workbench(root, paths, self._session.configurations, self._lang)
            self._stamps = stamps
        return self._workbench

    def _now(self) -> list[tuple[str, object]]:
        settings = self._session.settings()
        return [(path, file_stamp(path)) for path in settings.files]
