"""The program that reads one page or file in a process of its own: `python -m bot.feeds.worker`.

It gets a line of JSON (`Job`) and then the bytes on its standard input, and writes a line of JSON (`Piece`) for each
article and each piece that holds none. What the libraries of reading need in memory, and what hostile input may make
them do, ends with the process.
"""

from __future__ import annotations

import resource
import sys
from datetime import date  # noqa: TC003 - read by these annotations
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal

import msgspec

from bot.errors import ArticleError
from bot.ingest.raw import RawArticle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.model import Article

MEMORY = 2 * 1024**3
"""Bytes of address space. Libraries mapped into memory count too; reading a page took 72 MB, resident."""

MOST_PIECES = 20_000
"""Of one feed or file; the largest feed that is fetched (4 MB) holds about 9,000."""


class Job(msgspec.Struct, frozen=True):
    """What to read: a feed, the web page of an entry, or a file of any format.

    `words` and `max_words` cut passages; `columns` are the configured ones of tables, by the fields of an article.
    """

    name: str
    kind: Literal["feed", "page", "file"]
    url: str | None = None
    charset: str | None = None
    today: date | None = None
    publishers: str = ""
    words: int = 90
    max_words: int = 140
    columns: dict[str, tuple[str, ...]] = {}


class Piece(msgspec.Struct, frozen=True):
    """An article with the number of its passages (of a file) or its key (in a feed), or what was skipped, and why."""

    article: RawArticle | None = None
    key: str = ""
    passages: int = 0
    skipped: str = ""
    reason: str = ""


def main(source: IO[bytes], out: IO[bytes]) -> None:
    """Read the job and the bytes; write the pieces."""
    job = msgspec.json.decode(source.readline(), type=Job)
    for number, piece in enumerate(_READERS[job.kind](job, source.read())):
        if number == MOST_PIECES:
            reason = f"more than {MOST_PIECES:,} articles; split it"
            piece = Piece(skipped=job.name, reason=reason)  # noqa: PLW2901 - the last one
        out.write(msgspec.json.encode(piece) + b"\n")
        if number == MOST_PIECES:
            return


def _read_page(job: Job, data: bytes) -> Iterator[Piece]:
    from bot.ingest.pages import read_page  # noqa: PLC0415 - so that the asking side, which imports `Job`, stays small

    try:
        yield Piece(read_page(data, url=job.url, declared_charset=job.charset, today=job.today))
    except ArticleError as error:
        yield Piece(skipped=error.path, reason=error.reason)


def _read_feed(job: Job, data: bytes) -> Iterator[Piece]:
    from bot.feeds.entries import parse_entries  # noqa: PLC0415 - as above

    try:
        for entry in parse_entries(data, job.name, job.charset):
            yield Piece(entry.article, entry.key)
    except ArticleError as error:
        yield Piece(skipped=error.path, reason=error.reason)


def _read_file(job: Job, data: bytes) -> Iterator[Piece]:
    from bot.ingest.attribution import Publishers  # noqa: PLC0415 - as above
    from bot.ingest.reading import read_bytes  # noqa: PLC0415
    from bot.ingest.source import ReadSettings  # noqa: PLC0415
    from bot.ingest.tables import Columns  # noqa: PLC0415

    known = Publishers.load(Path(job.publishers)) if job.publishers else None
    settings = ReadSettings(Columns.configured(job.columns), known, job.today)
    for item in read_bytes(data, job.name, settings, url=job.url, charset=job.charset):
        yield Piece(skipped=item.path, reason=item.reason) if isinstance(item, ArticleError) else _of(item, job)


def _of(item: Article, job: Job) -> Piece:
    from bot.ingest.split import SplitSettings, split  # noqa: PLC0415

    found = RawArticle(
        title=item.title,
        text=item.text,
        date=item.published,
        date_found_in=item.date_found_in,
        publisher_name=item.publisher,
        agency=item.agency,
        author=item.author,
        language=item.language,
        url=item.url,
    )
    return Piece(found, passages=len(split(item, SplitSettings(job.words, job.max_words))))


_READERS: dict[str, Callable[[Job, bytes], Iterator[Piece]]] = {
    "feed": _read_feed,
    "page": _read_page,
    "file": _read_file,
}

if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    main(sys.stdin.buffer, sys.stdout.buffer)
