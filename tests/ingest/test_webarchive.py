"""Web archives: pages come out, what is no page has a reason, a broken record costs itself only."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import zlib

import pytest

from bot.errors import ArticleError
from bot.ingest.webarchive import ArchivedPage, read_web_archive
from tests.ingest.samples import ARC, HTML, WARC, http, warc_record

_MOMENT = dt.datetime(2019, 5, 3, tzinfo=dt.UTC)

brotli = pytest.importorskip("brotli")


def _read(data: bytes, kind: str = "warc") -> list[ArchivedPage | ArticleError]:
    return list(read_web_archive(io.BufferedReader(io.BytesIO(data)), "a.warc", kind))


def _page(data: bytes) -> ArchivedPage:
    (page,) = _read(data)
    assert isinstance(page, ArchivedPage), page
    return page


def test_a_response_is_a_page_with_its_record_id_address_charset_and_day() -> None:
    page = _page(warc_record(http(HTML), key="ab-12"))
    assert page == ArchivedPage("ab-12", "https://courier.example/a", HTML, "utf-8", _MOMENT)


def test_requests_and_crawl_information_are_passed_over_and_pictures_told() -> None:
    first, picture, second = _read(WARC)
    assert isinstance(first, ArchivedPage)
    assert isinstance(second, ArchivedPage)
    assert isinstance(picture, ArticleError)
    assert str(picture) == "a.warc#2: image/png, not an article"


def test_a_crawlers_own_log_is_no_article() -> None:
    assert _read(warc_record(b"wget log", kind="resource", url="metadata://gnu.org/software/wget/log")) == []


def test_an_arc_file_gives_its_pages() -> None:
    (page,) = _read(ARC, "arc")
    assert isinstance(page, ArchivedPage)
    assert (page.key, page.url, page.data) == ("2", "https://courier.example/a", HTML)


@pytest.mark.parametrize("status", ["404 Not Found", "302 Found", "500 Oops"])
def test_an_answer_that_is_no_success_is_told(status: str) -> None:
    (error,) = _read(warc_record(http(HTML, status=status)))
    assert isinstance(error, ArticleError)
    assert error.reason == f"the server answered {status}"


def test_chunks_are_joined() -> None:
    chunked = b"%x\r\n%b\r\n%x\r\n%b\r\n0\r\n\r\n" % (100, HTML[:100], len(HTML) - 100, HTML[100:])
    assert _page(warc_record(http(chunked, more="Transfer-Encoding: chunked\r\n"))).data == HTML


@pytest.mark.parametrize("encoding", ["br", "deflate"])
def test_content_encodings_are_undone_also_when_they_were_undone_before(encoding: str) -> None:
    packed = brotli.compress(HTML) if encoding == "br" else zlib.compress(HTML)
    for payload in (packed, HTML):
        assert _page(warc_record(http(payload, more=f"Content-Encoding: {encoding}\r\n"))).data == HTML


def test_a_gzipped_page_is_passed_on_as_it_is() -> None:
    packed = gzip.compress(HTML, mtime=0)
    assert _page(warc_record(http(packed, more="Content-Encoding: gzip\r\n"))).data == packed


def test_a_brotli_bomb_stays_small() -> None:
    bomb = brotli.compress(b"x" * 200_000_000, quality=1)
    items = _read(warc_record(http(bomb, more="Content-Encoding: br\r\n")))
    assert all(not isinstance(item, ArchivedPage) or len(item.data) < 20_000_000 for item in items)


def test_reading_goes_on_after_a_broken_record() -> None:
    """Garbage between records, and a record of a wrong length, cost what they hold and no more."""
    good = warc_record(http(HTML), key="good")
    short = warc_record(http(HTML), key="short").replace(b"Content-Length: ", b"Content-Length: 1")
    for data in (b"WARC/1.0 but\x00 no record\r\n\r\n" + good, good + b"garbage\r\nmore\r\n" + good, short + good * 3):
        items = _read(data)
        assert any(isinstance(item, ArchivedPage) and item.key == "good" for item in items), items
    items = _read(b"no record at all\r\n" + good)
    assert isinstance(items[0], ArticleError)
    assert "broken record" in items[0].reason


@pytest.mark.parametrize("length", [b"99999999999", b"-5", b"nonsense"])
def test_an_impossible_length_crashes_nothing(length: bytes) -> None:
    data = warc_record(http(HTML)).replace(b"Content-Length: %d" % len(http(HTML)), b"Content-Length: " + length)
    assert all(isinstance(item, ArchivedPage | ArticleError) for item in _read(data))


@pytest.mark.parametrize("data", [b"WARC/1.0\r\n" + b"X: y\r\n" * 300_000, b"WARC/1.0\r\n" + b"x" * 3_000_000])
def test_headers_without_end_are_refused(data: bytes) -> None:
    (error, *_) = _read(data)
    assert isinstance(error, ArticleError)
    assert "headers of more than a megabyte" in error.reason


def test_a_response_that_is_too_large_is_passed_over_and_the_next_read() -> None:
    huge = warc_record(http(b"x" * 17_000_000), key="huge")
    error, page = _read(huge + warc_record(http(HTML), key="next"))
    assert isinstance(error, ArticleError)
    assert "larger than" in error.reason
    assert isinstance(page, ArchivedPage)
    assert page.key == "next"
