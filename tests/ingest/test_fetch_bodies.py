"""Bodies of answers: too long, packed, cut off, against a real server on loopback that misbehaves on purpose."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from tests.feeds.badserver import BadServer, deflated, endless, gzip_bomb, raw, reply
from tests.ingest.fetching import LIMIT, failure

if TYPE_CHECKING:
    from bot.ingest.fetch import Fetcher


async def test_an_endless_body_is_left_at_the_limit(server: BadServer, fetcher: Fetcher) -> None:
    server.on("/a", endless())
    error = await failure(fetcher, server.url("/a"))
    assert (error.reason, error.is_temporary) == ("larger than 200,000 bytes", False)


async def test_a_length_beyond_the_limit_is_refused_before_the_body(server: BadServer, fetcher: Fetcher) -> None:
    server.on("/a", raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999999999999\r\n\r\n"))
    assert "larger than" in (await failure(fetcher, server.url("/a"))).reason


async def test_a_body_of_the_very_limit_passes(server: BadServer, fetcher: Fetcher) -> None:
    server.on("/a", reply(b"x" * LIMIT))
    server.on("/b", reply(b"x" * (LIMIT + 1)))
    server.on("/c", reply(gzip.compress(b"x" * LIMIT), headers={"Content-Encoding": "gzip"}))
    server.on("/d", reply(gzip.compress(b"x" * (LIMIT + 1)), headers={"Content-Encoding": "gzip"}))
    assert len((await fetcher.get(server.url("/a"))).body) == LIMIT
    assert len((await fetcher.get(server.url("/c"))).body) == LIMIT
    for path in ("/b", "/d"):
        assert "larger than" in (await failure(fetcher, server.url(path))).reason


async def test_one_fetch_may_have_a_lower_limit(server: BadServer, fetcher: Fetcher) -> None:
    server.on("/a", reply(b"x" * 101))
    assert (await failure(fetcher, server.url("/a"), max_bytes=100)).reason == "larger than 100 bytes"


@pytest.mark.parametrize("rounds", [1, 2])
async def test_a_gzip_bomb_is_stopped_while_it_unpacks(server: BadServer, fetcher: Fetcher, rounds: int) -> None:
    """50 MB in 50 kB; also as several members of one file."""
    server.on("/a", reply(gzip_bomb(50_000_000 // rounds) * rounds, headers={"Content-Encoding": "gzip"}))
    assert "larger than" in (await failure(fetcher, server.url("/a"))).reason


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("gzip", gzip.compress(b"some text", mtime=0)),
        ("x-gzip", gzip.compress(b"some text", mtime=0)),
        ("gzip", gzip.compress(b"some ", mtime=0) + gzip.compress(b"text", mtime=0)),
        ("gzip", gzip.compress(b"some text", mtime=0) + b"\0\0padding"),
        ("deflate", deflated(b"some text")),
        ("deflate", deflated(b"some text", header=False)),
        ("identity", b"some text"),
    ],
)
async def test_packed_bodies_are_unpacked(server: BadServer, fetcher: Fetcher, encoding: str, data: bytes) -> None:
    server.on("/a", reply(data, headers={"Content-Encoding": encoding}))
    assert (await fetcher.get(server.url("/a"))).body == b"some text"


@pytest.mark.parametrize(
    ("encoding", "data", "reason"),
    [
        ("gzip", gzip.compress(b"some text" * 100, mtime=0)[:-12], "cut off"),
        ("gzip", b"no gzip at all", "damaged"),
        ("deflate", b"\xff\xff\xff\xff", "damaged"),
        ("br", b"\x0b\x02\x80text\x03", "not asked for"),
        ("gzip, gzip", gzip.compress(gzip.compress(b"text", mtime=0), mtime=0), "not asked for"),
    ],
)
async def test_packed_bodies_that_cannot_be_unpacked_are_refused(
    server: BadServer, fetcher: Fetcher, encoding: str, data: bytes, reason: str
) -> None:
    server.on("/a", reply(data, headers={"Content-Encoding": encoding}))
    assert reason in (await failure(fetcher, server.url("/a"))).reason


async def test_a_body_shorter_than_promised_is_refused(server: BadServer, fetcher: Fetcher) -> None:
    server.on("/a", raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\n<p>short"))
    error = await failure(fetcher, server.url("/a"))
    assert error.is_temporary


async def test_a_body_longer_than_promised_ends_where_it_was_promised(server: BadServer, fetcher: Fetcher) -> None:
    server.on(
        "/a", raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\ntextHTTP/1.1 200 more")
    )
    assert (await fetcher.get(server.url("/a"))).body == b"text"
