"""Certificates: what browsers warn of, and what may be this machine's fault."""

import shutil
import ssl
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from lintpost.surveys.links import inquiry
from lintpost.surveys.links.online import OnlineOptions, check_online
from lintpost.surveys.links.verdict import Verdict
from tests.surveys.links.web import OK, Web, running

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not here")
FAST = OnlineOptions(timeout=5.0, delay=0, allow_private=True)
Make = Callable[..., tuple[Path, Path]]


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inquiry, "_USUAL_WAIT", 0.01)


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Makes a certificate, self-signed or signed by one, for an address; returns its file and its key's."""

    def certificate(
        name: str, address: str, signer: tuple[Path, Path] | None = None, days: int = 2
    ) -> tuple[Path, Path]:
        cert, key, request = (tmp_path / f"{name}.{ending}" for ending in ("pem", "key", "csr"))
        extensions = tmp_path / f"{name}.ext"
        extensions.write_text(f"subjectAltName = {address}\n")
        openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", request, "-subj", f"/CN={name}")  # fmt: skip
        how = ["-CA", signer[0], "-CAkey", signer[1]] if signer else ["-key", key]
        openssl(
            "x509",
            "-req",
            "-in",
            request,
            "-out",
            cert,
            "-extfile",
            extensions,
            *how,
            "-days",
            days,
        )
        return cert, key

    return certificate


def openssl(*arguments: object) -> None:
    done = subprocess.run(["openssl", *map(str, arguments)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def ask(web: Web, files: tuple[Path, Path]) -> Verdict:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*files)
    web.socket = context.wrap_socket(web.socket, server_side=True)
    web.pages["/a"] = OK
    return ask_address(web)


def ask_address(web: Web) -> Verdict:
    address = web.address.replace("http:", "https:") + "/a"
    return dict(check_online([address], FAST))[address]


def test_a_certificate_that_is_trusted(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    files = make("good", "IP:127.0.0.1")
    monkeypatch.setenv("SSL_CERT_FILE", str(files[0]))
    with running() as web:
        assert ask(web, files) == Verdict("ok", 200)


def test_a_certificate_that_signs_itself(make: Make) -> None:
    with running() as web:
        found = ask(web, make("self", "IP:127.0.0.1"))
    assert found == Verdict("insecure", None, "certificate", "self-signed certificate")


def test_the_certificate_of_another_host(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    files = make("other", "DNS:other.jp")
    monkeypatch.setenv("SSL_CERT_FILE", str(files[0]))
    with running() as web:
        found = ask(web, files)
    assert (found.state, found.reason) == ("insecure", "certificate")
    assert "127.0.0.1" in found.detail


def test_a_certificate_that_has_expired(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    files = make("old", "IP:127.0.0.1", days=-1)
    monkeypatch.setenv("SSL_CERT_FILE", str(files[0]))
    with running() as web:
        found = ask(web, files)
    assert found == Verdict("insecure", None, "certificate", "certificate has expired")


def test_an_issuer_that_this_machine_does_not_know(make: Make) -> None:
    authority = make("authority", "DNS:authority")
    with running() as web:
        found = ask(web, make("signed", "IP:127.0.0.1", authority))
    assert (found.state, found.reason) == ("unknown", "tls")
    assert "unable to get local issuer certificate" in found.detail


def test_a_server_that_speaks_no_tls() -> None:
    with running() as web:
        found = ask_address(web)
    assert (found.state, found.reason) in {("unknown", "tls"), ("unknown", "no-answer")}
