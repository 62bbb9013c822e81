"""What kind of file this is, told by its first bytes; its name only decides where the bytes leave it open."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from enum import StrEnum
from pathlib import PurePosixPath

from bot.errors import ArticleError

HEAD = 65_536
"""Bytes from a file's start that are enough to tell its format."""


class Format(StrEnum):
    """A format that can be read."""

    MARKDOWN = "Markdown"
    TEXT = "plain text"
    HTML = "HTML"
    JSON_LINES = "JSON Lines"
    JSON = "JSON"
    CSV = "CSV"
    FEED = "feed (RSS or Atom)"
    JSON_FEED = "JSON Feed"
    SITEMAP = "sitemap"
    WARC = "WARC"
    ARC = "ARC"
    PDF = "PDF"
    ZIP = "zip"
    TAR = "tar"
    GZIP = "gzip"


_MAGIC = (
    (b"\x1f\x8b", Format.GZIP),
    (b"PK\x03\x04", Format.ZIP),
    (b"PK\x05\x06", Format.ZIP),
    (b"WARC/", Format.WARC),
    (b"filedesc://", Format.ARC),
)
_REFUSED = (
    (b"BZh", "compressed with bzip2; unpack it, or pack it as .zip or .tar.gz"),
    (b"\xfd7zXZ\x00", "compressed with xz; unpack it, or pack it as .zip or .tar.gz"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd; unpack it, or pack it as .zip or .tar.gz"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; pack it as .zip or .tar.gz"),
    (b"Rar!\x1a\x07", "a RAR archive; pack it as .zip or .tar.gz"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document; save it as text, HTML or PDF"),
    (b"{\\rtf", "a rich text document; save it as text, HTML or PDF"),
    (b"\x89PNG", "a picture, not an article"),
    (b"\xff\xd8\xff", "a picture, not an article"),
    (b"GIF8", "a picture, not an article"),
    (b"wOFF", "a font, not an article"),
    (b"wOF2", "a font, not an article"),
    (b"OggS", "a recording, not an article"),
    (b"ID3", "a recording, not an article"),
    (b"SQLite format 3\x00", "a database; export it as CSV or JSON Lines"),
    (b"PAR1", "a Parquet file; export it as CSV or JSON Lines"),
    (b"\x7fELF", "a program, not an article"),
    (b"MZ\x90\x00", "a program, not an article"),
    (b"bplist00", "a property list; save the page as HTML"),
)
_NO_ARTICLE_SUFFIXES = {
    ".css": "a style sheet, not an article",
    ".js": "a script, not an article",
    ".mjs": "a script, not an article",
    ".svg": "a picture, not an article",
    ".py": "a program, not an article",
    ".toml": "a configuration, not an article",
    ".yaml": "a configuration, not an article",
    ".yml": "a configuration, not an article",
}
_OFFICE_MEMBERS = (b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis", b"mimetypeapplication/epub")
_TAR_MAGIC = slice(257, 262)
_OPENING = 40  # bytes in which UTF-16 shows: markup and names of columns are Latin
_PDF_WITHIN = 1024  # bytes before which `%PDF-` must stand (ISO 32000, note on readers)
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n")
_PROLOGUE = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE\b[^>\[]*(?:\[.*?\]\s*)?>)", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"\s*<\s*(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_DOCTYPE_HTML = re.compile(r"<!doctype\s+html", re.IGNORECASE)
_XML_ROOTS = {
    "rss": Format.FEED,
    "feed": Format.FEED,
    "rdf": Format.FEED,
    "channel": Format.FEED,
    "urlset": Format.SITEMAP,
    "sitemapindex": Format.SITEMAP,
}
_PAGE_TAGS = frozenset(
    {"html", "head", "body", "title", "meta", "link", "div", "p", "article", "main", "section", "header", "h1",
     "script", "base", "center", "font", "table", "span", "style", "nav", "noscript"}
)  # fmt: skip
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org', re.IGNORECASE)
_DELIMITERS = ",;\t|"
_GUESSES = ["utf_8", "cp1251", "koi8_r", "cp1252", "cp866", "mac_cyrillic", "iso8859_5"]
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def recognise(head: bytes, name: str) -> Format:
    """Return the format of a file that begins with `head` (its first `HEAD` bytes or all of it).

    Raises ArticleError, with what to do about it, for formats that hold no article or can't be read.
    """
    found = _binary_format(head, name) or _text_format(_as_text(head), _suffix(name), name)
    if found is Format.ZIP and any(member in head[:4096] for member in _OFFICE_MEMBERS):
        raise ArticleError(name, "an Office document or e-book; save it as text, HTML or PDF")
    return found


def charset_of(head: bytes) -> str:
    """Return the codec of a text file for reading it as a stream: byte order mark, UTF-16, UTF-8, else a guess."""
    for mark, codec in _BOMS:
        if head.startswith(mark):
            return codec
    wide = _wide(head)
    if wide:
        return wide
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head, final=len(head) < HEAD)
    except UnicodeDecodeError:
        return _guess(head)
    return "utf-8"


def delimiter_of(line: str) -> str | None:
    """Return what separates the columns of a header line; None where it has but one column."""
    best = max(_DELIMITERS, key=line.count)
    return best if line.count(best) else None


def _suffix(name: str) -> str:
    return PurePosixPath(name.lower()).suffix


def _binary_format(head: bytes, name: str) -> Format | None:
    """Tell formats that have a signature. Raises ArticleError for those that are refused."""
    if not head.strip(b"\x00 \t\r\n"):
        raise ArticleError(name, "empty")
    for magic, found in _MAGIC:
        if head.startswith(magic):
            return found
    if head[_TAR_MAGIC] == b"ustar":
        return Format.TAR
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return Format.PDF
    for magic, reason in _REFUSED:
        if head.startswith(magic):
            raise ArticleError(name, reason)
    if head[4:8] == b"ftyp" or (head.startswith(b"RIFF") and head[8:12] in {b"WEBP", b"WAVE", b"AVI "}):
        raise ArticleError(name, "a picture or recording, not an article")
    return None


def _text_format(text: str, suffix: str, name: str) -> Format:
    if suffix in _NO_ARTICLE_SUFFIXES:
        raise ArticleError(name, _NO_ARTICLE_SUFFIXES[suffix])
    if _FRONT_MATTER.match(text):
        return Format.MARKDOWN
    start = text.lstrip()
    if start.startswith("<"):
        return _markup_format(start, suffix)
    if start.startswith(("{", "[")):
        return _json_format(start, suffix)
    if suffix in {".csv", ".tsv"} or _is_table(start):
        return Format.CSV
    return Format.MARKDOWN if suffix in {".md", ".markdown"} else Format.TEXT


def _markup_format(text: str, suffix: str) -> Format:
    """Tell feeds, sitemaps and pages by their outermost element."""
    if _DOCTYPE_HTML.match(text):
        return Format.HTML
    root = _ROOT.match(text, after_prologue(text))
    tag = root[1].lower() if root else ""
    if tag in _XML_ROOTS:
        return _XML_ROOTS[tag]
    if suffix in {".rss", ".atom", ".rdf"}:
        return Format.FEED
    if suffix in {".txt", ".md"} and tag not in _PAGE_TAGS:
        return Format.TEXT
    return Format.HTML


def after_prologue(text: str) -> int:
    """Return where the declarations, comments and document type at the start of XML or HTML end."""
    at = 0
    while match := _PROLOGUE.match(text, at):
        at = match.end()
    return at


def _json_format(text: str, suffix: str) -> Format:
    first, _, rest = text.partition("\n")
    if _JSON_FEED.search(text[:4000]):
        return Format.JSON_FEED
    has_more = bool(rest.strip()) or (len(first) > HEAD // 2 and suffix != ".json")
    if suffix in {".jsonl", ".ndjson", ".jl"} or (_is_json_object(first) and has_more):
        return Format.JSON_LINES
    looks_like = suffix == ".json" or re.match(r'\[\s*(?:\{|\])|\{\s*(?:"|\})', text)
    return Format.JSON if looks_like else Format.TEXT


def _is_json_object(line: str) -> bool:
    """Tell whether a line is one whole JSON object; a line longer than the head counts when it begins like one."""
    if len(line) >= HEAD // 4 and not line.rstrip().endswith("}"):
        return bool(re.match(r'\{\s*"', line))
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _is_table(text: str) -> bool:
    """Tell whether a text's first three lines have the same columns, at least three, with names in the first."""
    lines = text.split("\n", 4)[:4]
    delimiter = delimiter_of(lines[0])
    if delimiter is None or len(lines) < 3 or lines[0].count(delimiter) < 2:  # noqa: PLR2004  # lines; delimiters
        return False
    try:
        rows = list(csv.reader(io.StringIO("\n".join(lines[:2])), delimiter=delimiter))
    except csv.Error:
        return False
    names = rows[0]
    named = all(re.fullmatch(r"[\w .-]{1,40}", name.strip()) and not name.strip().isdigit() for name in names)
    quoted_on = '"' in lines[1]  # a quoted field may go on in the next line
    return named and len(set(names)) == len(names) and (len(rows) > 1 and (quoted_on or len(rows[1]) == len(names)))


def _as_text(head: bytes) -> str:
    """Return the head as text well enough to see markup: its ASCII characters are right."""
    for mark, codec in _BOMS:
        if head.startswith(mark):
            return head.decode(codec, errors="replace").lstrip("\ufeff")
    return head.decode(_wide(head) or "latin-1", errors="replace")


def _wide(head: bytes) -> str | None:
    """Return UTF-16's name where every other byte of the opening is NUL."""
    even, odd = head[:_OPENING:2], head[1:_OPENING:2]
    if not odd or abs(even.count(0) - odd.count(0)) < len(odd) // 2:
        return None
    return "utf-16-le" if odd.count(0) > even.count(0) else "utf-16-be"


def _guess(head: bytes) -> str:
    import charset_normalizer  # noqa: PLC0415  # loaded only where a file is not UTF-8

    best = charset_normalizer.from_bytes(head, cp_isolation=_GUESSES).best()
    return best.encoding if best else "cp1252"
