"""Verdicts over real connections to a server on this machine."""

import socket
import time
from itertools import pairwise

import pytest

from lintpost.surveys.links import inquiry
from lintpost.surveys.links.online import OnlineOptions, check_online
from lintpost.surveys.links.verdict import Verdict
from lintpost.version import __version__
from tests.surveys.links.web import (
    OK,
    REFUSED,
    Answer,
    Web,
    drip,
    hang_up,
    moved,
    running,
    slow,
    web,
)

__all__ = ["web"]
FAST = OnlineOptions(jobs=8, timeout=10.0, delay=0, allow_private=True)
FINE = Verdict("ok", 200)


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inquiry, "_USUAL_WAIT", 0.01)


def ask(*addresses: str, options: OnlineOptions = FAST) -> dict[str, Verdict]:
    return dict(check_online(addresses, options))


def ask_one(web: Web, path: str = "/a", options: OnlineOptions = FAST) -> Verdict:
    address = web.address + path
    return ask(address, options=options)[address]


BROKEN = Verdict("unknown", None, "broken")
LATE = Verdict("unknown", None, "timeout")


@pytest.mark.parametrize(("answer", "verdict", "requests"), [
    (OK, FINE, ["HEAD"]),
    ((204, {}, b""), Verdict("ok", 204), ["HEAD"]),
    ((404, {}, b""), Verdict("dead", 404, "status"), ["HEAD", "GET"]),
    ((410, {}, b""), Verdict("dead", 410, "status"), ["HEAD", "GET"]),
    ((403, {}, b""), Verdict("unknown", 403, "status"), ["HEAD", "GET"]),
    ((401, {}, b""), Verdict("unknown", 401, "status"), ["HEAD", "GET"]),
    ((451, {}, b""), Verdict("unknown", 451, "status"), ["HEAD", "GET"]),
    ((500, {}, b""), Verdict("unknown", 500, "status"), ["HEAD", "GET", "GET"]),
    ([(500, {}, b""), (502, {}, b""), OK], FINE, ["HEAD", "GET", "GET"]),
    ([(500, {}, b""), (502, {}, b""), (404, {}, b"")], Verdict("dead", 404, "status"), ["HEAD", "GET", "GET"]),
    (b"SSH-2.0-OpenSSH_9.2\r\n", BROKEN, ["HEAD", "GET"]),
    (b"\x00\xff\xfe\r\n\r\n", BROKEN, ["HEAD", "GET"]),
    (b"HTTP/1.1 2", BROKEN, ["HEAD", "GET"]),
    (b"HTTP/1.1 200 OK\r\nContent-Le", BROKEN, ["HEAD", "GET"]),
    (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70_000, BROKEN, ["HEAD", "GET"]),
    ([b"", (200, {"Content-Length": "9"}, b"half")], BROKEN, ["HEAD", "GET"]),
    ([b"", OK], FINE, ["HEAD", "GET"]),
    (hang_up, BROKEN, ["HEAD", "GET"]),
])  # fmt: skip
def test_answers(
    web: Web, answer: Answer | list[Answer], verdict: Verdict, requests: list[str]
) -> None:
    web.pages["/a"] = answer
    assert ask_one(web) == verdict
    assert web.seen == [f"{method} /a" for method in requests]


@pytest.mark.parametrize(("answer", "verdict"), [
    (slow(2.0), LATE),
    ([slow(2.0), OK], FINE),
    (drip, LATE),
])  # fmt: skip
def test_slow_answers(web: Web, answer: Answer | list[Answer], verdict: Verdict) -> None:
    web.pages["/a"] = answer
    assert ask_one(web, options=FAST._replace(timeout=0.8)) == verdict
    assert web.seen == ["HEAD /a", "GET /a"]


@pytest.mark.parametrize("status", [400, 403, 404, 405, 501])
def test_head_refused_is_asked_by_get(web: Web, status: int) -> None:
    web.pages |= {"HEAD /a": (status, {}, b""), "GET /a": OK}
    assert ask_one(web) == FINE
    assert web.seen == ["HEAD /a", "GET /a"]


@pytest.mark.parametrize(("pages", "verdict"), [
    ({"/a": moved(301, "/b"), "/b": OK}, Verdict("moved", 200, new="{web}/b")),
    ({"/a": moved(308, "b?x=1"), "/b?x=1": OK}, Verdict("moved", 200, new="{web}/b?x=1")),
    ({"/a": moved(301, "/b#part"), "/b": OK}, Verdict("moved", 200, new="{web}/b#part")),
    ({"/a": moved(301, "{web}/b"), "/b": moved(308, "/c"), "/c": OK}, Verdict("moved", 200, new="{web}/c")),
    ({"/a": moved(301, "/b"), "/b": moved(302, "/c"), "/c": OK}, Verdict("moved", 200, new="{web}/b")),
    ({"/a": moved(302, "/b"), "/b": moved(301, "/c"), "/c": OK}, FINE),
    ({"/a": moved(303, "/b"), "/b": OK}, FINE),
    ({"/a": moved(307, "/b"), "/b": OK}, FINE),
    ({"/a": moved(301, "/b"), "/b": (404, {}, b"")}, Verdict("dead", 404, "status")),
    ({"/a": moved(301, "/b"), "HEAD /b": REFUSED, "GET /b": OK}, Verdict("moved", 200, new="{web}/b")),
    ({"/a": moved(301, "/a")}, Verdict("unknown", 301, "loop")),
    ({"/a": moved(302, "/b"), "/b": moved(302, "/a")}, Verdict("unknown", 302, "loop")),
    ({"/a": moved(302, "ftp://127.0.0.1/x")}, Verdict("unknown", None, "scheme", "ftp")),
    ({"/a": moved(302, "http://[::1/x")}, Verdict("unknown", 302, "malformed")),
    ({"/a": (301, {}, b"")}, Verdict("unknown", 301, "broken")),
    ({"/a": (300, {}, b"")}, Verdict("unknown", 300, "status")),
    ({"/a": moved(301, "/日".encode().decode("latin-1")), "/%E6%97%A5": OK}, Verdict("moved", 200, new="{web}/日")),
])  # fmt: skip
def test_redirects(web: Web, pages: dict[str, Answer], verdict: Verdict) -> None:
    for path, answer in pages.items():
        if isinstance(answer, tuple) and "Location" in answer[1]:
            answer = moved(answer[0], answer[1]["Location"].replace("{web}", web.address))
        web.pages[path] = answer
    assert ask_one(web) == verdict._replace(new=verdict.new.replace("{web}", web.address))


def test_redirects_end_after_ten(web: Web) -> None:
    web.pages |= {f"/{n}": moved(302, f"/{n + 1}") for n in range(20)}
    web.pages["/a"] = moved(302, "/1")
    assert ask_one(web) == Verdict("unknown", 302, "redirects")
    assert len(web.seen) == 11
    web.requests.clear()
    web.pages["/10"] = OK
    assert ask_one(web) == FINE


def test_a_redirect_to_another_host_keeps_to_that_hosts_robots(web: Web) -> None:
    with running() as other:
        web.pages["/a"] = moved(301, f"{other.address}/x")
        other.pages |= {"/x": OK, "/robots.txt": (200, {}, b"User-agent: *\nDisallow: /x")}
        assert ask_one(web) == Verdict("unknown", None, "robots")
        assert other.seen == []


@pytest.mark.parametrize("status", [429, 503])
def test_busy_servers_get_the_time_that_they_ask_for(web: Web, status: int) -> None:
    web.pages |= {"/a": OK, "/b": [(status, {"Retry-After": "1"}, b""), OK], "/c": OK}
    found = ask(*(f"{web.address}/{one}" for one in "abc"), options=FAST._replace(jobs=1))
    assert set(found.values()) == {FINE}
    assert web.seen == ["HEAD /b", "HEAD /c", "HEAD /a", "HEAD /b"]
    (_, refused), (_, later) = web.requests[1:3]
    assert 1.0 <= later - refused < 3.0


def test_busy_servers_are_not_asked_a_third_time(web: Web) -> None:
    web.pages["/a"] = (429, {"Retry-After": "0"}, b"")
    assert ask_one(web) == Verdict("unknown", 429, "busy", "0")
    assert web.seen == ["HEAD /a"] * 2


def test_servers_that_are_busy_for_long_are_left_for_another_run(web: Web) -> None:
    pages = {f"/{n}": (503, {"Retry-After": "3600"}, b"") for n in range(9)}
    web.pages |= pages
    found = ask(*(web.address + path for path in pages), options=FAST._replace(jobs=1))
    assert set(found.values()) == {Verdict("unknown", 503, "busy", "3600")}
    assert len(web.seen) == 2  # the third and later ones are not even tried


def test_robots(web: Web) -> None:
    web.pages |= {"/a": OK, "/b": OK}
    web.pages["/robots.txt"] = (200, {}, b"User-agent: lintpost\nDisallow: /a\n")
    found = ask(f"{web.address}/a", f"{web.address}/b")
    assert found == {f"{web.address}/a": Verdict("unknown", None, "robots"), f"{web.address}/b": FINE}  # fmt: skip
    assert web.seen == ["HEAD /b"]
    assert [one for one, _ in web.requests].count("GET /robots.txt") == 1


@pytest.mark.parametrize(("answer", "verdict"), [
    ((404, {}, b""), FINE),
    ((403, {}, b""), FINE),
    (moved(301, "/other.txt"), Verdict("unknown", None, "robots")),
    (moved(301, "/robots.txt"), FINE),
    (moved(301, "http://127.0.0.1:1/robots.txt"), FINE),
    ((500, {}, b""), Verdict("unknown", None, "robots-unreadable")),
    ((429, {}, b""), Verdict("unknown", None, "robots-unreadable")),
    ((200, {}, b"\xff\xfe<html>"), FINE),
])  # fmt: skip
def test_robots_that_are_not_there(web: Web, answer: Answer, verdict: Verdict) -> None:
    web.pages |= {"/a": OK, "/robots.txt": answer}
    web.pages["/other.txt"] = (200, {}, b"User-agent: *\nDisallow: /")
    assert ask_one(web) == verdict


def test_a_host_gets_two_requests_at_once_and_time_between_them() -> None:
    with running() as web:
        paths = [f"/{n}" for n in range(8)]
        web.pages |= {path: slow(0.3) for path in paths}
        ask(*(web.address + path for path in paths), options=FAST._replace(delay=0.15))
        starts = [at for one, at in web.requests]
    assert web.most_at_once <= 2
    assert all(later - earlier >= 0.1 for earlier, later in pairwise(starts))


def test_crawl_delay(web: Web) -> None:
    web.pages |= {"/a": OK, "/b": OK, "/robots.txt": (200, {}, b"User-agent: *\nCrawl-delay: 0.3")}
    ask(f"{web.address}/a", f"{web.address}/b")
    times = [at for one, at in web.requests if not one.endswith("robots.txt")]
    assert times[1] - times[0] >= 0.29


def test_hosts_do_not_wait_for_one_another(web: Web) -> None:
    with running() as other:
        web.pages |= {f"/{n}": slow(0.3) for n in range(4)}
        other.pages |= {f"/{n}": OK for n in range(4)}
        started = time.monotonic()
        order = [address for address, _ in check_online([f"{one.address}/{n}" for n in range(4) for one in (web, other)], FAST)]  # fmt: skip
    assert time.monotonic() - started < 2.5
    assert all(one.startswith(other.address) for one in order[:4])


def test_a_dead_host_is_not_tried_for_each_address() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # nobody listens
        address = f"http://127.0.0.1:{closed.getsockname()[1]}"
        found = ask(*(f"{address}/{n}" for n in range(50)))
    assert {(one.state, one.reason) for one in found.values()} == {("unknown", "no-answer")}


@pytest.mark.parametrize("address", [
    "http://127.0.0.1:{port}/a", "http://localhost:{port}/a", "http://[::ffff:127.0.0.1]:{port}/a",
    "http://0.0.0.0:{port}/a", "http://2130706433:{port}/a", "http://127.1:{port}/a",
])  # fmt: skip
def test_private_hosts_are_refused(web: Web, address: str) -> None:
    address = address.replace("{port}", str(web.server_address[1]))
    assert ask(address, options=FAST._replace(allow_private=False)) == {
        address: Verdict("refused", None, "private")
    }
    assert web.requests == []


@pytest.mark.parametrize("address", [
    "http://10.0.0.1/", "http://192.168.1.1/", "http://169.254.169.254/latest", "http://[::1]/", "http://[fd00::1]/",
    "http://[fe80::1]/", "http://100.64.0.1/", "http://172.16.0.1/", "http://224.0.0.1/",
])  # fmt: skip
def test_networks_that_are_not_public(address: str) -> None:
    assert ask(address, options=FAST._replace(allow_private=False))[address].reason == "private"


@pytest.mark.parametrize(("address", "reason"), [
    ("http://example.com/x", "reserved"), ("https://www.example.org", "reserved"), ("http://shop.test/", "reserved"),
    ("http:///x", "malformed"), ("http://a b.jp/", "malformed"), ("http://[x/", "malformed"), ("http://a.jp:x/", "malformed"),
    ("http://" + "ä" * 70 + ".jp/", "malformed"),
])  # fmt: skip
def test_what_is_not_asked_for(address: str, reason: str) -> None:
    assert ask(address) == {address: Verdict("refused", None, reason)}  # type: ignore[arg-type]


def test_a_host_that_nobody_knows_is_dead_only_if_the_network_works(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo

    def lookup(host: str, *rest: object, **more: object) -> object:
        if host == "nobody.lintpost":
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return real(host, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    gone = "http://nobody.lintpost/"
    detail = "Name or service not known"
    assert ask(gone) == {gone: Verdict("unknown", None, "no-host", detail)}
    web.pages["/a"] = OK
    found = ask(gone, f"{web.address}/a")
    assert found[gone] == Verdict("dead", None, "no-host", detail)


def test_the_agent_names_lintpost(web: Web) -> None:
    web.pages["/a"] = OK
    ask_one(web)
    assert web.agents == {f"lintpost/{__version__} (link check)"}


def test_paths_are_percent_encoded_once(web: Web) -> None:
    web.pages["/%E6%97%A5%20a?q=%E6%9C%AC&x=%20"] = OK
    assert ask_one(web, "/日 a?q=本&x=%20") == FINE


def test_an_interrupted_run_asks_no_more(web: Web) -> None:
    web.pages |= {f"/{n}": slow(0.05) for n in range(40)}
    answers = check_online([f"{web.address}/{n}" for n in range(40)], FAST)
    next(answers)
    answers.close()  # type: ignore[attr-defined]
    time.sleep(0.2)
    count = len(web.requests)
    time.sleep(0.2)
    assert len(web.requests) == count < 10
