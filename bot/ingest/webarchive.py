"""Web archives (WARC, ARC) into the pages that they hold, record after record, at constant memory.

warcio reads the records; it gets the stream through `_Lines`, which bounds its headers. A broken record is reported,
and reading goes on at the next line that begins one.
"""

from __future__ import annotations

import io
import logging
import re
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from bot.errors import ArticleError
from bot.ingest.moments import read_moment

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from warcio.recordloader import ArcWarcRecord

PAYLOAD = 16_000_000
"""Bytes of one response, before and after its content encoding is undone."""

_HEADERS = 1_000_000  # bytes of all header lines of one record
_LINE = 100_000  # bytes of one header line
_CHUNK = 65_536
_RECORD_START = {"warc": re.compile(rb"WARC/\d\.\d"), "arc": re.compile(rb"[a-z]+://\S+ \S+ \d{14} \S+ \d+\s*$")}
_PAGES = ("response", "resource", "conversion")
_READABLE = re.compile(
    r"text/(?:html|plain|xml|markdown)|application/(?:xhtml\+xml|xml|rss\+xml|atom\+xml|rdf\+xml|feed\+json|pdf)",
    re.IGNORECASE,
)
_SUCCESS = re.compile(r"20[03]\b")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """A response as it was archived. `key` is its record id, or its number where it has none.

    `fetched` is when it was archived: no publication date can be later.
    """

    key: str
    url: str | None
    data: bytes
    charset: str | None
    fetched: dt.datetime | None


class _Lines:
    """The stream as warcio reads it: header lines are counted, so that headers without end are refused."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self._stream, self._name = stream, name
        self._read_in_headers = 0

    def begin_record(self) -> None:
        self._read_in_headers = 0

    def readline(self, size: int = _LINE) -> bytes:
        line = self._stream.readline(min(size, _LINE) if size >= 0 else _LINE)
        self._read_in_headers += len(line)
        if self._read_in_headers > _HEADERS:
            raise _BrokenRecordError(self._name, "headers of more than a megabyte")
        return line

    def read(self, size: int = -1) -> bytes:
        return self._stream.read(min(size, _CHUNK) if size >= 0 else _CHUNK)


class _BrokenRecordError(ArticleError):
    """A record that can't be made out; the next one may be sound."""


def read_web_archive(stream: IO[bytes], name: str, kind: str) -> Iterator[ArchivedPage | ArticleError]:
    """Yield the archived pages in order, and the responses that hold none with the reason.

    Args:
        stream: the archive, gzip undone.
        name: the archive's name, for errors.
        kind: "warc" or "arc".

    Records that are no response (requests, metadata, repeats of an earlier record) are passed over.
    """
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415  # only where web archives are read
    from warcio.recordloader import ArcWarcRecordLoader  # noqa: PLC0415

    logging.getLogger("warcio").setLevel(logging.ERROR)  # it warns of each address with a blank
    loader, lines, number = ArcWarcRecordLoader(verify_http=False, arc2warc=False), _Lines(stream, name), 0
    first = _next_start(stream, kind, skip=False)
    while first:
        number += 1
        lines.begin_record()
        inner = f"{name}#{number}"
        damage = None
        try:
            record = loader.parse_record_stream(lines, statusline=first, known_format=kind)
            if record.rec_type in _PAGES and not _is_about_the_crawl(record):
                yield _page(record, name, number)
            _pass_over(record.raw_stream)
        except (ArchiveLoadFailed, EOFError, UnicodeError, AttributeError, ValueError) as error:
            damage = ArticleError(inner, f"broken record: {_clause(error)}")
        except _BrokenRecordError as error:
            damage = ArticleError(inner, f"broken record: {error.reason}")
        if damage:
            yield damage
        first = _next_start(stream, kind, skip=damage is not None)


def _next_start(stream: IO[bytes], kind: str, *, skip: bool) -> bytes:
    """Return the line that begins the next record, empty at the end; `skip` passes over lines that begin none."""
    while line := stream.readline(_LINE):
        if line.strip() and (not skip or _RECORD_START[kind].match(line)):
            return line
    return b""


def _is_about_the_crawl(record: ArcWarcRecord) -> bool:
    """Tell whether a record holds what the crawler writes about itself: its log, its options."""
    return (record.rec_headers.get_header("WARC-Target-URI") or "").lstrip("<").startswith("metadata:")


def _page(record: ArcWarcRecord, name: str, number: int) -> ArchivedPage | ArticleError:
    """Return the page of a response, or why it has none."""
    key = _key(record.rec_headers.get_header("WARC-Record-ID")) or str(number)
    url = record.rec_headers.get_header("WARC-Target-URI") or record.rec_headers.get_header("uri")
    inner = f"{name}#{key}"
    headers = record.http_headers
    kind = (headers.get_header("Content-Type") if headers else record.content_type) or ""
    status = (headers.statusline if headers else "") or "200"
    if not _SUCCESS.match(status):
        return ArticleError(inner, f"the server answered {status[:40].strip()}")
    if kind and not _READABLE.match(kind.strip()):
        return ArticleError(inner, f"{kind.split(';')[0].strip()[:40]}, not an article")
    data = _read(record.raw_stream, PAYLOAD + 1)
    if len(data) > PAYLOAD:
        return ArticleError(inner, f"larger than {PAYLOAD:,} bytes")
    try:
        data = _decoded(data, headers, inner) if headers else data
    except ArticleError as error:
        return error
    if not data.strip():
        return ArticleError(inner, "empty")
    charset = _CHARSET.search(kind)
    return ArchivedPage(key, url, data, charset[1] if charset else None, _fetched(record.rec_headers))


def _fetched(headers: Any) -> dt.datetime | None:
    stamp = headers.get_header("WARC-Date") or headers.get_header("archive-date")
    return read_moment(stamp) if stamp else None


def _key(record_id: str | None) -> str:
    return re.sub(r"^<?(?:urn:uuid:)?|>?\s*$", "", (record_id or "").strip())[:200]


def _read(stream: Any, limit: int) -> bytes:
    """Read a stream that may return less than asked for."""
    pieces, size = [], 0
    while size < limit and (piece := stream.read(min(_CHUNK, limit - size))):
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)


def _pass_over(stream: Any) -> None:
    while stream.read(_CHUNK):
        pass


def _decoded(data: bytes, headers: Any, name: str) -> bytes:
    """Undo a response's transfer and content encodings as far as they are there: many archives store it undone."""
    if "chunked" in (headers.get_header("Transfer-Encoding") or "").lower():
        data = _dechunked(data)
    encoding = (headers.get_header("Content-Encoding") or "").strip().lower()
    if encoding == "br":
        return _unbrotli(data, name)
    if encoding == "deflate":
        return _inflated(data)
    return data  # gzip shows itself and is undone where the page is read


def _dechunked(data: bytes) -> bytes:
    from warcio.bufferedreaders import ChunkedDataReader  # noqa: PLC0415  # see read_web_archive

    return _read(ChunkedDataReader(io.BytesIO(data)), PAYLOAD)


def _inflated(data: bytes) -> bytes:
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        try:
            return zlib.decompressobj(window).decompress(data, PAYLOAD)
        except zlib.error:
            continue
    return data  # stored undone


def _unbrotli(data: bytes, name: str) -> bytes:
    try:
        import brotli  # noqa: PLC0415  # optional
    except ImportError as error:
        raise ArticleError(name, "compressed with Brotli; install the package brotli to read it") from error
    try:
        return bytes(brotli.Decompressor().process(data, output_buffer_limit=PAYLOAD))
    except brotli.error:
        return data  # stored undone


def _clause(error: BaseException) -> str:
    return re.sub(r"\s+", " ", str(error)).strip()[:100] or "cut off"
