"""Unpacking a body under a limit."""

from __future__ import annotations

import gzip
import zlib
from collections import deque
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.inflate import BodyError, Inflater, refuse_length

if TYPE_CHECKING:
    from collections.abc import Callable

PACKERS: dict[str, Callable[[bytes], bytes]] = {"": bytes, "gzip": gzip.compress, "deflate": zlib.compress}


def unpack(chunks: list[bytes], encoding: str, limit: int) -> bytes:
    inflater = Inflater(encoding, limit)
    for chunk in chunks:
        inflater.feed(chunk)
    return inflater.finish()


def cut(data: bytes, size: int) -> list[bytes]:
    return [data[start : start + size] for start in range(0, len(data), size)]


@settings(deadline=None)
@given(data=st.binary(max_size=2000), encoding=st.sampled_from(sorted(PACKERS)), size=st.integers(1, 700))
def test_a_body_comes_out_whole_however_it_is_cut(data: bytes, encoding: str, size: int) -> None:
    assert unpack(cut(PACKERS[encoding](data), size), encoding, 4000) == data


@settings(deadline=None)
@given(data=st.binary(max_size=2000), size=st.integers(1, 700))
def test_deflate_without_its_header_comes_out_too(data: bytes, size: int) -> None:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = packer.compress(data) + packer.flush()
    assert unpack(cut(packed, size), "deflate", 4000) == data


@settings(deadline=None)
@given(
    chunks=st.lists(st.binary(max_size=300), max_size=8),
    encoding=st.sampled_from(["", "gzip", "deflate"]),
    head=st.sampled_from([b"", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", b"\x78\x9c"]),
)
def test_any_bytes_give_a_body_within_the_limit_or_a_reason(chunks: list[bytes], encoding: str, head: bytes) -> None:
    try:
        body = unpack([head, *chunks], encoding, 500)
    except BodyError:
        return
    assert len(body) <= 500


@pytest.mark.parametrize("size", [1, 64_000])
def test_a_bomb_never_unfolds_beyond_the_limit(size: int) -> None:
    """What is held in memory is one byte more than the limit at most, when the error comes."""
    inflater = Inflater("gzip", 10_000)
    bomb = cut(gzip.compress(bytes(5_000_000), mtime=0), size)
    with pytest.raises(BodyError, match="larger than 10,000 bytes"):
        deque(map(inflater.feed, bomb))
    assert len(inflater._plain) == 10_001


def test_a_packed_body_that_is_itself_too_large_is_refused() -> None:
    """Empty members of a gzip file unpack to nothing for ever."""
    with pytest.raises(BodyError, match="larger than"):
        unpack([gzip.compress(b"", mtime=0)] * 100, "gzip", 1000)


@pytest.mark.parametrize("header", ["", "12", "1000", "-1", "abc", "٣"])
def test_lengths_within_the_limit_or_unreadable_pass(header: str) -> None:
    refuse_length(header, 1000)


@pytest.mark.parametrize("header", ["1001", "9" * 400, "9" * 5000])
def test_lengths_beyond_the_limit_do_not(header: str) -> None:
    with pytest.raises(BodyError, match="larger than 1,000 bytes"):
        refuse_length(header, 1000)
