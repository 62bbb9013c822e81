"""Bytes to text."""

from __future__ import annotations

import gzip

import pytest

from bot.errors import ArticleError
from bot.ingest.decode import clean, decode, unpack

RUSSIAN = (
    "Паром возобновил рейсы к островам после шторма, сообщили в порту. Очередь исчезла к полудню, и кассы закрылись."
)
SPANISH = (
    "El transbordador volvió a navegar después del temporal; según el puerto, la cola desapareció antes del mediodía."
)


@pytest.mark.parametrize(
    "charset",
    ["utf-8", "utf-8-sig", "cp1251", "koi8-r", "cp866", "iso8859-5", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_the_charset_of_russian_bytes_is_found_out(charset: str) -> None:
    assert decode(RUSSIAN.encode(charset), name="x") == RUSSIAN


@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "utf-16-le"])
def test_the_charset_of_spanish_bytes_is_found_out(charset: str) -> None:
    assert decode(SPANISH.encode(charset), name="x") == SPANISH


def test_what_a_page_declares_is_believed_where_bytes_are_not_utf8() -> None:
    page = f'<meta charset="koi8-r"><p>{RUSSIAN[:30]}'
    assert decode(page.encode("koi8-r"), name="x") == page


def test_valid_utf8_wins_over_a_wrong_declaration() -> None:
    assert decode(SPANISH.encode(), declared="iso-8859-1", name="x") == SPANISH


def test_a_few_broken_bytes_do_not_turn_utf8_into_another_charset() -> None:
    text = decode(SPANISH.encode() * 20 + b"\xff", declared="cp1251", name="x")
    assert text.startswith(SPANISH)


@pytest.mark.parametrize("declared", ["rot13", "base64", "no-such-charset", "\x00", "idna"])
def test_a_declaration_that_is_no_charset_is_ignored(declared: str) -> None:
    assert decode(SPANISH.encode("cp1252"), declared=declared, name="x") == SPANISH


def test_characters_that_do_harm_are_dropped() -> None:
    assert clean("a\x00b\u202ec\u200bd\u00ade\ufefff\r\ng\xa0h\ud800") == "abcdef\ng h"


def test_the_joiner_that_scripts_need_stays() -> None:
    assert clean("می\u200cخواهم") == "می\u200cخواهم"


def test_binary_data_are_refused() -> None:
    with pytest.raises(ArticleError, match="binary"):
        decode(bytes(range(256)) * 20, name="x")


def test_gzip_is_undone() -> None:
    assert unpack(gzip.compress(b"story"), name="x") == b"story"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (gzip.compress(b"story" * 99, mtime=0)[:-12], "cut-off"),
        (b"\x1f\x8b\x08" + b"\xff" * 50, "damaged"),
        (gzip.compress(bytes(100_000), mtime=0), "larger"),
        (bytes(20_000), "larger"),
    ],
)
def test_what_can_not_be_unpacked_within_the_limit_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason):
        unpack(data, name="x", limit=10_000)
