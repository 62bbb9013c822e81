"""The one entry point of reading: a file, whatever its format, into articles and reasons, one after the other.

A container (archive, web archive, feed, table) yields an article for each of its entries, with the id of the file,
`#`, and the entry's own id: its path in the archive, its record id, the feed's id for it, the table's id or row number.
So ids are the same in every run. Everything is read as a stream; what is held in memory is one article at a time.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.errors import ArticleError
from bot.ingest.archives import DEPTH, Budget, EndlessArchiveError, Member, open_gzip, read_tar, read_zip
from bot.ingest.decode import MAX_BYTES, clean
from bot.ingest.dom import one_line
from bot.ingest.feedfiles import FeedEntry, SitemapEntry, read_feed, read_json_feed, read_sitemap
from bot.ingest.formats import HEAD, Format, recognise
from bot.ingest.fragments import MAX_TAGS
from bot.ingest.language import detect_article_language
from bot.ingest.markdown import read_markdown
from bot.ingest.pages import read_page
from bot.ingest.pdf import MAX_BYTES as MAX_PDF_BYTES
from bot.ingest.pdf import read_pdf
from bot.ingest.plaintext import read_plain_text
from bot.ingest.tables import Columns, TableArticle, read_csv, read_json, read_json_lines
from bot.ingest.webarchive import ArchivedPage, read_web_archive
from bot.model import Article

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator

    from bot.ingest.attribution import Publishers
    from bot.ingest.raw import RawArticle

    Read = Iterator[Article | ArticleError]
    Reader = Callable[["_Source", "ReadSettings"], Read]

_CONTAINERS = frozenset({Format.ZIP, Format.TAR, Format.GZIP, Format.WARC, Format.ARC})
_TITLE = 90  # characters of the opening words that stand for a title where there is none
_KEY = 200  # characters of an entry's own id in an article's id; longer ones are shortened to a digest
_NOT_ARTICLES = re.compile(r"(?:readme(?:\.\w+)?|publishers\.csv|licen[cs]e(?:\.\w+)?)", re.IGNORECASE)
_PAGE_PARTS = re.compile(r"(.+?)[_.-](?:files|archivos|arquivos|fichiers|dateien|файлы)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """What reading needs to know: tables' columns, the known publishers, the day after which no date is believed."""

    columns: Columns = field(default_factory=Columns)
    publishers: Publishers | None = None
    today: dt.date | None = None


@dataclass(frozen=True, slots=True)
class _Source:
    """Bytes to read, and what is known of them. `name` gives the suffix; `depth` counts the archives around it."""

    id: str
    name: str
    stream: io.BufferedReader[Any]
    budget: Budget
    depth: int = 0
    url: str | None = None
    charset: str | None = None

    def all_bytes(self, limit: int = MAX_BYTES) -> bytes:
        """Return the whole content. Raises ArticleError when it is larger than `limit`."""
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise ArticleError(self.id, f"larger than {limit:,} bytes; split it")
        return data


def read_path(path: Path, article_id: str, settings: ReadSettings) -> Read:
    """Yield the articles of a file, and an ArticleError for each piece of it that holds none; raises neither.

    Args:
        path: the file.
        article_id: the id of its article, or the beginning of the ids of its articles.
        settings: what reading needs to know.
    """
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            yield ArticleError(article_id, "not a file that can be read: a folder, pipe, socket or device")
            return
        with io.BufferedReader(io.FileIO(path), HEAD) as stream:
            budget = Budget(article_id, os.fstat(stream.fileno()).st_size)
            yield from _read_top(_Source(article_id, path.name, stream, budget), settings)
    except OSError as error:
        yield ArticleError(article_id, f"can't be read: {error.strerror or error}")


def read_bytes(
    data: bytes, article_id: str, settings: ReadSettings, *, url: str | None = None, charset: str | None = None
) -> Read:
    """Yield the articles of a file that is in memory: fetched from `url`, say, or sent to the bot; see `read_path`."""
    stream = io.BufferedReader(io.BytesIO(data), HEAD)
    yield from _read_top(
        _Source(article_id, article_id, stream, Budget(article_id, len(data)), 0, url, charset), settings
    )


def article_files(folder: Path) -> list[Path]:
    """Return the files of a folder and its folders that may hold articles, sorted by path.

    Hidden files, an editor's backups, READMEs, licences and publishers.csv are none, nor is what a browser saved
    beside a page. Links to folders are not followed.
    """
    found: list[Path] = []
    for place, folders, names in os.walk(folder):
        stems = {os.path.splitext(name)[0] for name in names if re.search(r"\.x?html?$", name, re.IGNORECASE)}  # noqa: PTH122  # bare names
        folders[:] = [name for name in folders if not name.startswith(".") and not _belongs_to_page(name, stems)]
        found += [
            Path(place) / name
            for name in names
            if not (name.startswith(".") or name.endswith("~") or _NOT_ARTICLES.fullmatch(name))
        ]
    return sorted(found)


def read_folder(folder: Path, settings: ReadSettings, *, prefix: str = "") -> Read:
    """Yield what `read_path` yields for each file of a folder; ids are paths relative to it, behind `prefix`."""
    for path in article_files(folder):
        yield from read_one_of(folder, path, settings, prefix=prefix)


def read_one_of(folder: Path, path: Path, settings: ReadSettings, *, prefix: str = "") -> Read:
    """Yield what `read_path` yields for one file of a folder."""
    article_id = prefix + path.relative_to(folder).as_posix()
    if _is_printable(article_id):
        yield from read_path(path, article_id, settings)
    else:
        printable = article_id.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        yield ArticleError(printable, "the file's name is not UTF-8; rename it")


def article_digest(article: Article) -> bytes:
    """Return a digest (16 bytes) of all that an article says: equal for equal articles, whatever file they came in."""
    values = [article.title, article.text, article.language, article.publisher, article.published, article.url]
    values += [article.kind, article.agency, article.author, article.date_found_in]
    return hashlib.blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _is_printable(name: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in name)


def _belongs_to_page(folder: str, pages: Iterable[str]) -> bool:
    """Tell whether a folder holds the pictures and scripts of a page that a browser saved beside it."""
    match = _PAGE_PARTS.fullmatch(folder)
    return match is not None and match[1] in pages


def _read_top(source: _Source, settings: ReadSettings) -> Read:
    """Read a file of its own; give each of its articles an id that no other has."""
    seen: set[bytes] = set()
    try:
        for item in _read(source, settings):
            if isinstance(item, Article):
                yield replace(item, id=_unique(item.id, seen))
            else:
                yield ArticleError(_tidy(item.path) or source.id, item.reason)
    except EndlessArchiveError as error:
        yield error


def _unique(article_id: str, seen: set[bytes]) -> str:
    """Return the id, or the id with the first `~2`, `~3` ... that makes it unique; `seen` keeps digests of 8 bytes."""
    candidate, number = article_id, 1
    while (mark := hashlib.blake2b(candidate.encode("utf-8", "replace"), digest_size=8).digest()) in seen:
        number += 1
        candidate = f"{article_id}~{number}"
    seen.add(mark)
    return candidate


def _read(source: _Source, settings: ReadSettings) -> Read:
    """Read a source by its format; whatever is wrong with it is yielded, except that it unpacks without end."""
    try:
        found = recognise(source.stream.peek(HEAD)[:HEAD], source.name)
        if found in _CONTAINERS and source.depth >= DEPTH:
            raise ArticleError(source.id, "an archive inside archives; unpack it")  # noqa: TRY301  # one way out
        yield from _something(_READERS[found](source, settings), source.id)
    except EndlessArchiveError:
        raise
    except ArticleError as error:
        yield error if error.path.startswith(source.id) else ArticleError(source.id, error.reason)
    except RecursionError:
        yield ArticleError(source.id, "nested too deeply")


def _something(items: Read, article_id: str) -> Read:
    """Pass items on; where there are none at all, say so."""
    item: Article | ArticleError | None = None
    for item in items:
        yield item
    if item is None:
        yield ArticleError(article_id, "holds no article")


def _read_markdown(source: _Source, settings: ReadSettings) -> Read:
    del settings
    article = read_markdown(source.id, _strictly_decoded(source.id, source.all_bytes()))
    language = article.language or detect_article_language(f"{article.title}\n{article.text}")
    yield replace(article, language=language)


def _strictly_decoded(article_id: str, data: bytes) -> str:
    """Return our own format as text: it is UTF-8, and nothing is guessed. Raises ArticleError."""
    try:
        content = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ArticleError(article_id, f"not UTF-8 at byte {error.start}; save it as UTF-8") from error
    if not content.strip():
        raise ArticleError(article_id, "empty")
    if "\0" in content:
        raise ArticleError(article_id, "holds NUL characters, so it is no text")
    return content.replace("\r\n", "\n").replace("\r", "\n")


def _read_text(source: _Source, settings: ReadSettings) -> Read:
    yield _article(read_plain_text(source.all_bytes(), name=source.id), source.id, settings)


def _read_html(source: _Source, settings: ReadSettings) -> Read:
    data = source.all_bytes()
    if data.count(b"<") > MAX_TAGS:
        raise ArticleError(source.id, f"more than {MAX_TAGS:,} tags; this is no article")
    url = source.url or _address_in_comment(data)
    yield _article(read_page(data, url=url, declared_charset=source.charset, today=settings.today), source.id, settings)


def _address_in_comment(data: bytes) -> str | None:
    """Return the address that browsers write into a page when they save it ("saved from url=(0031)https://...")."""
    match = re.search(rb"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)", data[:2000])
    return match[1].decode("ascii", "ignore") if match else None


def _read_pdf(source: _Source, settings: ReadSettings) -> Read:
    found = read_pdf(source.all_bytes(MAX_PDF_BYTES), source.id)
    lines = "\n\n".join((found.title, *found.paragraphs) if found.title else found.paragraphs)
    raw = read_plain_text(lines.encode("utf-8", "replace"), name=source.id)
    yield _article(replace(raw, author=raw.author or found.author), source.id, settings)


def _read_csv(source: _Source, settings: ReadSettings) -> Read:
    yield from _from_table(read_csv(source.stream, source.id, settings.columns), source, settings)


def _read_json_lines(source: _Source, settings: ReadSettings) -> Read:
    yield from _from_table(read_json_lines(source.stream, source.id, settings.columns), source, settings)


def _read_json(source: _Source, settings: ReadSettings) -> Read:
    yield from _from_table(read_json(source.all_bytes(), source.id, settings.columns), source, settings)


def _from_table(rows: Iterable[TableArticle | ArticleError], source: _Source, settings: ReadSettings) -> Read:
    for row in rows:
        yield row if isinstance(row, ArticleError) else _article(row.article, _inner(source, row.key), settings)


def _read_feed(source: _Source, settings: ReadSettings) -> Read:
    yield from _from_feed(read_feed(source.all_bytes(), source.id, charset=source.charset), source, settings)


def _read_json_feed(source: _Source, settings: ReadSettings) -> Read:
    yield from _from_feed(read_json_feed(source.all_bytes(), source.id), source, settings)


def _from_feed(entries: Iterable[FeedEntry | ArticleError], source: _Source, settings: ReadSettings) -> Read:
    for entry in entries:
        if isinstance(entry, ArticleError):
            yield entry
        elif entry.article.text:
            yield _article(entry.article, _inner(source, entry.key), settings)
        else:
            yield ArticleError(_inner(source, entry.key), _only_headline(entry.article.title, entry.article.url))


def _only_headline(title: str | None, url: str | None) -> str:
    said = f"only the headline {title!r}" if title else "no text and no headline"
    return f"{said}; the article is at {url}" if url else said


def _read_sitemap(source: _Source, settings: ReadSettings) -> Read:
    """Tell of each headline of a news sitemap, and of the addresses of another in one sentence: it holds no article."""
    del settings
    addresses = 0
    for entry in read_sitemap(source.stream, source.id):
        if entry.title:
            yield _headline(source, entry)
        else:
            addresses += 1
    if addresses:
        yield ArticleError(source.id, f"a sitemap: {addresses:,} addresses, no text; read the addresses themselves")


def _headline(source: _Source, entry: SitemapEntry) -> ArticleError:
    return ArticleError(_inner(source, entry.url), _only_headline(entry.title, entry.url))


def _read_warc(source: _Source, settings: ReadSettings) -> Read:
    yield from _from_web_archive(read_web_archive(source.stream, source.id, "warc"), source, settings)


def _read_arc(source: _Source, settings: ReadSettings) -> Read:
    yield from _from_web_archive(read_web_archive(source.stream, source.id, "arc"), source, settings)


def _from_web_archive(pages: Iterable[ArchivedPage | ArticleError], source: _Source, settings: ReadSettings) -> Read:
    for page in pages:
        if isinstance(page, ArticleError):
            yield page
            continue
        inner = _inner(source, page.key)
        stream = io.BufferedReader(io.BytesIO(page.data), HEAD)
        archived = _Source(inner, "", stream, source.budget, source.depth + 1, page.url, page.charset)
        yield from _read(archived, replace(settings, today=page.fetched or settings.today))


def _read_gzip(source: _Source, settings: ReadSettings) -> Read:
    stream = open_gzip(source.stream, source.id, source.budget)
    name = re.sub(r"\.gz$", "", re.sub(r"\.tgz$", ".tar", source.name, flags=re.IGNORECASE), flags=re.IGNORECASE)
    yield from _read(replace(source, name=name, stream=stream, depth=source.depth + 1), settings)


def _read_zip(source: _Source, settings: ReadSettings) -> Read:
    yield from _from_archive(read_zip(source.stream, source.id, source.budget), source, settings)


def _read_tar(source: _Source, settings: ReadSettings) -> Read:
    yield from _from_archive(read_tar(source.stream, source.id, source.budget), source, settings)


def _from_archive(members: Iterable[Member | ArticleError], source: _Source, settings: ReadSettings) -> Read:
    for member in members:
        if isinstance(member, ArticleError):
            yield member
        elif not _NOT_ARTICLES.fullmatch(member.path.rpartition("/")[2]):
            inner = _inner(source, member.path)
            yield from _read(_Source(inner, member.path, member.stream, source.budget, source.depth + 1), settings)


def _inner(source: _Source, key: str) -> str:
    """Return the id of an entry: printable, on one line, never longer than an address usually is."""
    tidy = _tidy(key) or "0"
    if len(tidy) > _KEY:
        tidy = hashlib.blake2b(tidy.encode(), digest_size=12).hexdigest()
    return f"{source.id}#{tidy}"


def _article(raw: RawArticle, article_id: str, settings: ReadSettings) -> Article:
    """Settle what the source left open: title, language, and the publisher under the name by which we know it."""
    known = settings.publishers.match(raw.publisher_name, raw.domain) if settings.publishers else None
    believed = raw.date if raw.date and not (settings.today and raw.date > settings.today) else None
    return Article(
        id=article_id,
        title=_tidy(raw.title) or _opening(raw.text),
        text=raw.text,
        language=detect_article_language(f"{raw.title or ''}\n{raw.text}"),
        publisher=known.name if known else _tidy(raw.publisher_name) or _tidy(raw.domain),
        published=believed,
        url=_tidy(raw.url),
        agency=_tidy(raw.agency),
        author=_tidy(raw.author),
        date_found_in=raw.date_found_in if believed else None,
    )


def _tidy(value: str | None) -> str | None:
    """Return a name on one line, without control and other harmful characters; None where nothing is left."""
    return one_line(clean(value)) or None if value else None


def _opening(text: str) -> str:
    """Return the opening words of a text, for one without a headline."""
    first = text.split("\n", 1)[0]
    return first if len(first) <= _TITLE else first[:_TITLE].rsplit(" ", 1)[0] + " ..."


_READERS: dict[Format, Reader] = {
    Format.MARKDOWN: _read_markdown,
    Format.TEXT: _read_text,
    Format.HTML: _read_html,
    Format.JSON_LINES: _read_json_lines,
    Format.JSON: _read_json,
    Format.CSV: _read_csv,
    Format.FEED: _read_feed,
    Format.JSON_FEED: _read_json_feed,
    Format.SITEMAP: _read_sitemap,
    Format.WARC: _read_warc,
    Format.ARC: _read_arc,
    Format.PDF: _read_pdf,
    Format.ZIP: _read_zip,
    Format.TAR: _read_tar,
    Format.GZIP: _read_gzip,
}
