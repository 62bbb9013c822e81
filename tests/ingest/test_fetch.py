"""Fetching one address, against a real server on loopback that misbehaves on purpose."""

from __future__ import annotations

import asyncio
import itertools
from contextlib import asynccontextmanager
from ipaddress import ip_address, ip_network
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from bot.errors import AddressError, FetchError
from bot.ingest.addresses import AddressRules
from bot.ingest.fetch import FEED_TYPES, Fetcher, FetchLimits, SystemResolver
from tests.feeds.badserver import (
    HERE,
    BadServer,
    endless,
    hang,
    in_turn,
    raw,
    redirect,
    reply,
    trickle,
)
from tests.ingest.fetching import PATIENCE, USER_AGENT, failure, make_fetcher

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import httpx

    from bot.ingest.addresses import IPAddress


async def test_a_page_comes_with_its_address_type_charset_and_headers(server: BadServer, fetcher: Fetcher) -> None:
    server.on("/a", reply("<p>Text</p>", kind="text/html; charset=windows-1251", headers={"ETag": '"1"'}))
    got = await fetcher.get(server.url("/a?b=1#part"))
    assert (got.address, got.status) == (server.url("/a?b=1"), 200)
    assert (got.media_type, got.charset, got.body) == ("text/html", "windows-1251", b"<p>Text</p>")
    assert got.headers["etag"] == '"1"'
    assert got.moved_to is None


async def test_the_request_says_who_asks_and_under_which_name(server: BadServer, fetcher: Fetcher) -> None:
    server.on("/a", reply("text"))
    await fetcher.get(server.url("/a"), headers={"If-None-Match": '"1"'})
    headers = server.requests[0].headers
    assert headers["Host"] == f"news.example:{server.port}"
    assert headers["User-Agent"] == USER_AGENT
    assert headers["If-None-Match"] == '"1"'
    assert headers["Accept-Encoding"] == "gzip, deflate"


async def test_redirects_are_followed_and_a_permanent_move_is_told(server: BadServer, fetcher: Fetcher) -> None:
    server.on("/old", redirect("/new?x=1", 301))
    server.on("/new", reply("text"))
    got = await fetcher.get(server.url("/old"))
    assert got.address == got.moved_to == server.url("/new?x=1")


async def test_a_redirect_for_now_is_no_move(server: BadServer, fetcher: Fetcher) -> None:
    server.on("/old", redirect("/between", 308))
    server.on("/between", redirect("/new", 307))
    server.on("/new", reply("text"))
    assert (await fetcher.get(server.url("/old"))).moved_to is None


async def test_a_redirect_loop_ends(server: BadServer, fetcher: Fetcher) -> None:
    server.on("/a", redirect("/b"))
    server.on("/b", redirect("/a"))
    error = await failure(fetcher, server.url("/a"))
    assert error.reason == "more than 5 redirects"
    assert not error.is_temporary
    assert len(server.requests) == 6


async def test_an_endless_chain_of_new_addresses_ends(server: BadServer, fetcher: Fetcher) -> None:
    async def onward(request: Any) -> Any:
        return await redirect(f"/{int(request.path[1:]) + 1}")(request)

    for number in range(20):
        server.on(f"/{number}", onward)
    assert "redirects" in (await failure(fetcher, server.url("/0"))).reason


@pytest.mark.parametrize(
    "target",
    [
        "http://10.0.0.1/",
        "http://127.0.0.2/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "//192.168.1.1/admin",
        "http://inside.example:8080/",
    ],
)
async def test_a_redirect_into_a_private_network_is_refused(server: BadServer, fetcher: Fetcher, target: str) -> None:
    """The check is made on every hop, of names as of numbers."""
    server.names["inside.example"] = [ip_address("10.1.2.3"), ip_address("fd00::1")]
    server.on("/a", redirect(target))
    with pytest.raises(AddressError, match="private network"):
        await fetcher.get(server.url("/a"))


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://example.org/", "http://u:p@example.org/", "http://example.org:x/"]
)
async def test_a_redirect_to_what_is_no_fetchable_address_is_refused(
    server: BadServer, fetcher: Fetcher, target: str
) -> None:
    server.on("/a", redirect(target))
    with pytest.raises(AddressError):
        await fetcher.get(server.url("/a"))


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "017700000001", "127.1", "localhost."])
async def test_odd_notations_of_loopback_are_refused_after_the_look_up(server: BadServer, host: str) -> None:
    """Whatever a host looks like, what counts is the IP address that comes out."""
    server.names[host] = [ip_address("127.0.0.1")]
    fetcher = make_fetcher(server, rules=AddressRules())
    with pytest.raises(AddressError, match="private network"):
        await fetcher.get(f"http://{host}:{server.port}/")
    assert not server.requests
    fetcher.close()


async def test_loopback_is_refused_unless_a_test_allows_it(server: BadServer) -> None:
    fetcher = Fetcher(FetchLimits(), "Dateline/test")
    for host in ("127.0.0.1", "localhost"):
        with pytest.raises(AddressError, match="private network"):
            await fetcher.get(f"http://{host}:{server.port}/")
    assert not server.requests
    fetcher.close()


async def test_the_connection_goes_to_the_address_that_was_checked(server: BadServer) -> None:
    """A name server that answers differently the second time (DNS rebinding) is asked only once."""
    answers: list[list[IPAddress]] = [[HERE], [ip_address("10.0.0.1")]]

    async def rebinding(_host: str, _port: int) -> list[IPAddress]:
        return answers.pop(0)

    server.on("/a", reply("text"))
    fetcher = make_fetcher(server, resolve=rebinding)
    assert (await fetcher.get(server.url("/a", "rebind.example"))).body == b"text"
    assert len(answers) == 1
    with pytest.raises(AddressError, match="private network"):
        await fetcher.get(server.url("/a", "rebind.example"))
    fetcher.close()


async def test_of_a_hosts_addresses_only_the_permitted_ones_are_tried(server: BadServer, fetcher: Fetcher) -> None:
    server.names["mixed.example"] = [ip_address("10.0.0.1"), ip_address("fe80::1"), HERE]
    server.on("/a", reply("text"))
    assert (await fetcher.get(server.url("/a", "mixed.example"))).body == b"text"


async def test_the_next_address_of_a_host_is_tried_when_one_refuses(server: BadServer) -> None:
    closed = ip_address("127.0.0.2")
    rules = AddressRules(inside=(ip_network("127.0.0.0/8"),))
    server.names["two.example"] = [closed, HERE]
    server.names["none.example"] = [closed, closed]
    server.on("/a", reply("text"))
    fetcher = make_fetcher(server, rules=rules)
    assert (await fetcher.get(server.url("/a", "two.example"))).body == b"text"
    assert "no connection" in (await failure(fetcher, server.url("/a", "none.example"))).reason
    fetcher.close()


async def test_an_unknown_host_is_an_error_that_may_pass(server: BadServer) -> None:
    async def nowhere(_host: str, _port: int) -> list[IPAddress]:
        raise OSError

    fetcher = make_fetcher(server, resolve=nowhere)
    error = await failure(fetcher, server.url("/a"))
    assert (error.reason, error.is_temporary) == ("no such host", True)
    assert error.path == server.url("/a")
    fetcher.close()


async def test_the_systems_resolver_finds_this_machine() -> None:
    resolver = SystemResolver()
    assert all(address.is_loopback for address in await resolver("localhost", 80))
    resolver.close()


@pytest.mark.parametrize("behaviour", [hang(), trickle(b"<p>one"), trickle(b"")])
async def test_a_server_that_does_not_go_on_is_left_in_time(server: BadServer, behaviour: Any) -> None:
    server.on("/a", behaviour)
    fetcher = make_fetcher(server, seconds=0.1)
    error = await failure(fetcher, server.url("/a"))
    assert (error.reason, error.is_temporary) == ("took longer than 0.1 seconds", True)
    fetcher.close()


async def test_redirects_share_the_time_of_one_fetch(
    server: BadServer, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each request here takes three quarters of what is allowed."""
    ticks = itertools.count(step=0.75 * PATIENCE)
    monkeypatch.setattr("bot.ingest.fetch.time", SimpleNamespace(monotonic=lambda: next(ticks)))
    server.on("/a", redirect("/b"))
    server.on("/b", redirect("/c"))
    server.on("/c", reply("text"))
    assert "took longer" in (await failure(fetcher, server.url("/a"))).reason
    assert server.paths() == ["/a", "/b"]


async def test_time_spent_waiting_for_the_gate_does_not_count(server: BadServer) -> None:
    entered: list[str] = []

    @asynccontextmanager
    async def gate(url: httpx.URL) -> AsyncIterator[None]:
        entered.append(url.path)
        yield

    server.on("/a", redirect("/b"))
    server.on("/b", reply("text"))
    fetcher = make_fetcher(server)
    await fetcher.get(server.url("/a"), gate=gate)
    assert entered == ["/a", "/b"]
    fetcher.close()


async def test_what_the_gate_refuses_is_not_asked_for(server: BadServer, fetcher: Fetcher) -> None:
    @asynccontextmanager
    async def gate(url: httpx.URL) -> AsyncIterator[None]:
        raise FetchError(str(url), "not this one")
        yield

    assert (await failure(fetcher, server.url("/a"), gate=gate)).reason == "not this one"
    assert not server.requests


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"HTTP/1.1 200",
        b"220 mail.example.org ESMTP\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabcdef",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc",
        b"HTTP/1.1 200 OK\r\n" + b"X-Long: " + b"a" * 300_000 + b"\r\n\r\n",
    ],
)
async def test_what_is_not_http_is_an_error_of_ours(server: BadServer, fetcher: Fetcher, data: bytes) -> None:
    server.on("/a", raw(data))
    error = await failure(fetcher, server.url("/a"))
    assert error.is_temporary
    assert error.path == server.url("/a")


@pytest.mark.parametrize("data", [b"", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\n<p>"])
async def test_a_reset_connection_is_an_error_of_ours(server: BadServer, fetcher: Fetcher, data: bytes) -> None:
    server.on("/a", raw(data, reset=True))
    assert (await failure(fetcher, server.url("/a"))).is_temporary


async def test_a_closed_port_is_an_error_of_ours(server: BadServer, fetcher: Fetcher) -> None:
    await server.stop()
    assert "no connection" in (await failure(fetcher, server.url("/a"))).reason


@pytest.mark.parametrize(
    ("status", "temporary"),
    [
        (400, False),
        (403, False),
        (404, False),
        (410, False),
        (408, True),
        (429, True),
        (500, True),
        (503, True),
        (300, False),
    ],
)
async def test_error_answers_say_whether_trying_again_can_help(
    server: BadServer,
    fetcher: Fetcher,
    status: int,
    temporary: bool,  # noqa: FBT001  # a parameter of the test
) -> None:
    server.on("/a", reply("sorry", status=status, headers={"Retry-After": "120"}))
    error = await failure(fetcher, server.url("/a"))
    assert (error.status, error.is_temporary, error.retry_after) == (status, temporary, "120")
    assert str(status) in error.reason


async def test_a_status_that_nobody_defined_is_an_error_all_the_same(server: BadServer, fetcher: Fetcher) -> None:
    server.on("/a", raw(b"HTTP/1.1 999 Request denied\r\nContent-Length: 0\r\n\r\n"))
    assert (await failure(fetcher, server.url("/a"))).reason == "the server answered 999"


async def test_not_modified_comes_back_without_a_body(server: BadServer, fetcher: Fetcher) -> None:
    server.on("/a", reply("", status=304, kind="", headers={"ETag": '"2"'}))
    got = await fetcher.get(server.url("/a"), headers={"If-None-Match": '"2"'})
    assert got.is_unchanged
    assert (got.body, got.headers["etag"]) == (b"", '"2"')


@pytest.mark.parametrize(
    ("kind", "word"),
    [("image/png", "picture"), ("video/mp4", "video"), ("audio/mpeg", "sound"), ("application/x-msdownload", "kind")],
)
async def test_what_is_no_article_is_refused_with_a_sentence(
    server: BadServer, fetcher: Fetcher, kind: str, word: str
) -> None:
    server.on("/a", endless(kind))
    error = await failure(fetcher, server.url("/a"))
    assert word in error.reason
    assert kind in error.reason
    assert not error.is_temporary


async def test_a_body_without_a_type_is_taken_for_what_it_holds(server: BadServer, fetcher: Fetcher) -> None:
    server.on("/a", raw(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ntext"))
    assert (await fetcher.get(server.url("/a"))).media_type == ""


async def test_a_feed_is_no_article_and_the_other_way_round(server: BadServer, fetcher: Fetcher) -> None:
    server.on("/feed", reply("<rss/>", kind="application/rss+xml"))
    server.on("/pdf", reply("%PDF", kind="application/pdf"))
    assert (await fetcher.get(server.url("/feed"), accept=FEED_TYPES)).media_type == "application/rss+xml"
    assert "wanted is a page" in (await failure(fetcher, server.url("/feed"))).reason
    assert "wanted is a feed" in (await failure(fetcher, server.url("/pdf"), accept=FEED_TYPES)).reason


async def test_an_empty_body_is_what_it_is(server: BadServer, fetcher: Fetcher) -> None:
    server.on("/a", in_turn(reply(""), reply("", headers={"Content-Encoding": "gzip"})))
    assert (await fetcher.get(server.url("/a"))).body == b""
    assert (await fetcher.get(server.url("/a"))).body == b""


async def test_a_plain_server_under_https_is_an_error_of_ours(server: BadServer, fetcher: Fetcher) -> None:
    error = await failure(fetcher, server.url("/a").replace("http:", "https:"))
    assert error.is_temporary


async def test_the_name_in_tls_is_the_hosts_and_not_the_number_connected_to(server: BadServer) -> None:
    """The certificate is asked for by the address's name, over a connection to the checked number."""
    hello: list[bytes] = []

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        hello.append(await reader.read(4096))
        writer.close()

    listener = await asyncio.start_server(listen, str(HERE), 0)
    fetcher = make_fetcher(server)
    error = await failure(fetcher, f"https://news.example:{listener.sockets[0].getsockname()[1]}/")
    assert error.is_temporary
    assert b"news.example" in hello[0]
    fetcher.close()
    listener.close()
    await listener.wait_closed()


async def test_environment_proxies_are_not_used(
    server: BadServer, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    server.on("/a", reply("text"))
    assert (await fetcher.get(server.url("/a"))).body == b"text"
