"""Tables of articles (CSV, JSON Lines, JSON) row after row, by a mapping of columns.

The mapping names, for each field of an article, the columns that may hold it, the likeliest first; a configured name
that a row has counts alone. A column of JSON may lie deeper: "source.name".
"""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Any, Self

from bot.errors import ArticleError
from bot.ingest.attribution import agency_named, domain_of, find_agency
from bot.ingest.datewords import read_stamp
from bot.ingest.decode import MAX_BYTES, clean
from bot.ingest.formats import HEAD, charset_of, delimiter_of
from bot.ingest.fragments import fragment_line, fragment_paragraphs
from bot.ingest.moments import read_moment
from bot.ingest.raw import RawArticle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Row = Mapping[str, Any]

_ROW = MAX_BYTES  # characters of one row
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
_MIN_TEXT = 25  # characters; fewer are no article but a placeholder


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns in which the fields of an article are looked for, compared without regard to case.

    `own` are the configured ones (field, column in lower case): where a row has one, the usual names say nothing.
    """

    title: tuple[str, ...] = ("title", "headline", "heading", "titulo", "título", "titre", "заголовок")
    text: tuple[str, ...] = (
        "text", "body", "content", "article", "maintext", "main_text", "full_text", "fulltext", "content_text",
        "content_html", "texto", "cuerpo", "texte", "текст",
    )  # fmt: skip
    date: tuple[str, ...] = (
        "date", "published", "published_at", "date_publish", "date_published", "publish_date", "published_date",
        "publication_date", "pub_date", "pubdate", "publishedat", "datepublished", "fecha", "data", "дата",
    )  # fmt: skip
    publisher: tuple[str, ...] = (
        "publisher", "source", "source_name", "source.name", "outlet", "publication", "site_name", "site",
        "source_domain", "domain", "medio", "источник",
    )  # fmt: skip
    url: tuple[str, ...] = ("url", "link", "address", "source_url", "canonical_url", "permalink")
    author: tuple[str, ...] = ("author", "authors", "author.name", "byline", "creator", "autor", "автор")
    language: tuple[str, ...] = ("language", "lang", "idioma", "язык")
    agency: tuple[str, ...] = ("agency", "wire", "agencia")
    id: tuple[str, ...] = ("id", "_id", "uid", "guid", "uuid")
    modified: tuple[str, ...] = ("modified", "date_modified", "datemodified", "modified_at", "updated", "updated_at")
    own: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def configured(cls, mapping: Mapping[str, tuple[str, ...]]) -> Columns:
        """Return the usual columns with the configured ones before them, for each field that the mapping names."""
        usual = cls()
        names: dict[str, Any] = {name: (*columns, *getattr(usual, name)) for name, columns in mapping.items()}
        own = frozenset((name, column.casefold()) for name, columns in mapping.items() for column in columns)
        return replace(usual, own=own, **names)

    def of(self, row: Row) -> Columns:
        """Return the columns for one row: of a field that has its configured column there, only that."""
        there = {key.casefold() for key in row} if self.own else set()
        here = {(name, column) for name, column in self.own if there & {column, column.partition(".")[0]}}
        found: dict[str, Any] = {
            name: tuple(one for one in getattr(self, name) if (name, one.casefold()) in here) for name, _ in here
        }
        return replace(self, **found)


@dataclass(frozen=True, slots=True)
class TableArticle:
    """An article of a table. `key` is its id there or, where it has none, the number of its row, counted from 1."""

    key: str
    article: RawArticle


def read_csv(stream: io.BufferedReader[Any], name: str, columns: Columns) -> Iterator[TableArticle | ArticleError]:
    """Yield the articles of a CSV file with a header line; commas, semicolons, tabs and bars separate.

    Raises ArticleError when the header has no column for the text, and at a row that can't be made out.
    """
    with _Lines(stream, name) as lines:
        header = lines.readline()
        delimiter = delimiter_of(header) or ","
        names = [column.strip() for column in next(csv.reader([header], delimiter=delimiter), [])]
        _refuse_without_text(names, columns, name)
        rows = csv.reader(lines, delimiter=delimiter)
        for number in count(1):
            lines.begin_row()
            row = _next_row(rows, f"{name}#{number}")
            if row is None:
                return
            if any(row):
                yield _table_article(dict(zip(names, row, strict=False)), number, name, columns)


def _next_row(rows: Iterator[list[str]], inner: str) -> list[str] | None:
    """Return the next row of a CSV file, None at its end. Raises ArticleError where it can't be made out."""
    before = csv.field_size_limit(_ROW)  # of the whole process: what others set stays
    try:
        return next(rows, None)
    except csv.Error as error:
        raise ArticleError(inner, f"not a CSV row: {error}; nothing after it was read") from error
    finally:
        csv.field_size_limit(before)


def read_json_lines(
    stream: io.BufferedReader[Any], name: str, columns: Columns
) -> Iterator[TableArticle | ArticleError]:
    """Yield the articles of a file with one JSON object a line; a line that is none gives an error."""
    with _Lines(stream, name) as lines:
        for number in count(1):
            lines.begin_row()
            try:
                line = lines.readline()
            except ArticleError as error:
                yield ArticleError(f"{name}#{number}", error.reason)
                lines.pass_over()
                continue
            if not line:
                return
            if line.strip():
                yield _json_article(line, number, name, columns)


def read_json(data: bytes, name: str, columns: Columns) -> Iterator[TableArticle | ArticleError]:
    """Yield the articles of a JSON document: one object, a list of them, or an object that holds one list of them.

    Raises ArticleError when it is not JSON or holds no objects.
    """
    try:
        document = json.loads(data.decode(charset_of(data), errors="replace"))
    except (ValueError, RecursionError) as error:
        raise ArticleError(name, f"not valid JSON: {_clause(error)}") from error
    rows = _rows_of(document, columns)
    if not rows:
        raise ArticleError(name, "holds no articles: wanted a list of objects with a text; set [corpus.columns]")
    for number, row in enumerate(rows, start=1):
        yield _table_article(row, number, name, columns)


def _rows_of(document: Any, columns: Columns) -> list[Row]:
    if isinstance(document, dict) and not _value(document, columns.text):
        lists = [
            value
            for value in document.values()
            if isinstance(value, list) and any(isinstance(row, dict) for row in value)
        ]
        document = lists[0] if len(lists) == 1 else []
    rows = document if isinstance(document, list) else [document]
    return [row for row in rows if isinstance(row, dict)]


def _json_article(line: str, number: int, name: str, columns: Columns) -> TableArticle | ArticleError:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return ArticleError(f"{name}#{number}", f"not valid JSON: {_clause(error)}")
    if not isinstance(row, dict):
        return ArticleError(f"{name}#{number}", "not a JSON object")
    return _table_article(row, number, name, columns)


def _refuse_without_text(names: list[str], columns: Columns, name: str) -> None:
    if not {column.casefold() for column in names} & {column.casefold() for column in columns.text}:
        shown = ", ".join(names[:12])[:200]
        raise ArticleError(name, f"no column for the text; name it in [corpus.columns] text; the file has: {shown}")


def _table_article(row: Row, number: int, name: str, columns: Columns) -> TableArticle | ArticleError:
    columns = columns.of(row)
    found = _value(row, columns.id)
    key = str(found) if isinstance(found, str | int) and str(found).strip() else str(number)
    inner = f"{name}#{key}"
    try:
        paragraphs = fragment_paragraphs(_string(row, columns.text) or "", name=inner)
    except ArticleError as error:
        return ArticleError(inner, error.reason)
    if sum(map(len, paragraphs)) < _MIN_TEXT:
        return ArticleError(inner, "no text in it")
    return TableArticle(key, _raw(row, paragraphs, columns))


def _raw(row: Row, paragraphs: list[str], columns: Columns) -> RawArticle:
    url = _string(row, columns.url)
    publisher = _string(row, columns.publisher)
    author = _names(_value(row, columns.author))
    credited = agency_named(author) if author else None
    column, stamp = _date(row, columns)
    day = read_stamp(stamp) if stamp else None
    named_domain = publisher.lower() if publisher and _DOMAIN.fullmatch(publisher) else None
    return RawArticle(
        title=fragment_line(_string(row, columns.title)),
        text="\n\n".join(paragraphs),
        date=day,
        date_found_in=f"column {column!r}" if day else None,
        publisher_name=publisher,
        domain=(domain_of(url) if url else None) or named_domain,
        agency=_string(row, columns.agency) or credited or find_agency(paragraphs),
        author=None if credited else author,
        language=_language(_string(row, columns.language)),
        url=url if url and re.match(r"https?://", url) else None,
        modified=read_moment(_string(row, columns.modified) or ""),
    )


def _date(row: Row, columns: Columns) -> tuple[str, str | None]:
    """Return the first column for the date that is filled, and what it holds."""
    return next(((column, value) for column in columns.date if (value := _string(row, (column,)))), ("", None))


def _language(value: str | None) -> str | None:
    match = re.match(r"([a-z]{2})(?:[-_]\w+)?$", (value or "").strip().lower())
    return match[1] if match else None


def _value(row: Row, names: tuple[str, ...]) -> Any:
    """Return the first value that is not empty among the columns of these names."""
    folded = {key.casefold(): value for key, value in row.items()}
    for name in names:
        value = folded.get(name.casefold())
        if value is None and "." in name:
            value = _deeper(row, name.split("."))
        if value not in (None, "", [], {}):
            return value
    return None


def _deeper(row: Any, path: list[str]) -> Any:
    for step in path:
        row = row.get(step) if isinstance(row, dict) else None
    return row


def _string(row: Row, names: tuple[str, ...]) -> str | None:
    value = _value(row, names)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = "\n\n".join(value)
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return clean(text).strip() or None


def _names(value: Any) -> str | None:
    values = value if isinstance(value, list) else [value]
    names = [
        fragment_line(item.get("name") if isinstance(item, dict) else item)
        for item in values
        if isinstance(item, str | dict)
    ]
    return ", ".join(filter(None, names))[:200] or None


class _Lines:
    """A file's lines as text, as long as a row is not too long; the stream stays open for whoever opened it."""

    def __init__(self, stream: io.BufferedReader[Any], name: str) -> None:
        self._name = name
        self._text = io.TextIOWrapper(stream, encoding=charset_of(stream.peek()[:HEAD]), errors="replace", newline="")
        self._row = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._text.detach()

    def begin_row(self) -> None:
        self._row = 0

    def readline(self) -> str:
        line = self._text.readline(_ROW - self._row + 1)
        self._row += len(line)
        if self._row > _ROW:
            raise ArticleError(self._name, f"a row of more than {_ROW:,} characters")
        return line

    def pass_over(self) -> None:
        """Pass over the rest of a line that is too long."""
        while (piece := self._text.readline(_ROW)) and not piece.endswith("\n"):
            pass

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.readline()
        if not line:
            raise StopIteration
        return line


def _clause(error: BaseException) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)[:120]
