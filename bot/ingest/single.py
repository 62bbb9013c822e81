"""Files that hold one article each: Markdown, plain text, a web page, a PDF."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.errors import ArticleError
from bot.ingest.fragments import MAX_TAGS
from bot.ingest.language import detect_article_language
from bot.ingest.markdown import read_markdown
from bot.ingest.moments import NEWEST
from bot.ingest.pages import read_page
from bot.ingest.pdf import MAX_BYTES as MAX_PDF_BYTES
from bot.ingest.pdf import read_pdf
from bot.ingest.plaintext import read_plain_text
from bot.ingest.settle import settled

if TYPE_CHECKING:
    from bot.ingest.source import Read, ReadSettings, Source


def markdown_file(source: Source, settings: ReadSettings) -> Read:
    """Yield the article of a file in our own format, which people edit by hand: no version is newer."""
    del settings
    article = read_markdown(source.id, _strictly_decoded(source.id, source.all_bytes()))
    language = article.language or detect_article_language(f"{article.title}\n{article.text}")
    yield replace(article, language=language, as_of=NEWEST)


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


def text_file(source: Source, settings: ReadSettings) -> Read:
    """Yield the article of a plain text."""
    yield settled(read_plain_text(source.all_bytes(), name=source.id), source.id, settings)


def html_file(source: Source, settings: ReadSettings) -> Read:
    """Yield the article of a web page."""
    data = source.all_bytes()
    if data.count(b"<") > MAX_TAGS:
        raise ArticleError(source.id, f"more than {MAX_TAGS:,} tags; this is no article")
    url = source.url or _address_in_comment(data)
    yield settled(read_page(data, url=url, declared_charset=source.charset, today=settings.today), source.id, settings)


def _address_in_comment(data: bytes) -> str | None:
    """Return the address that browsers write into a page when they save it ("saved from url=(0031)https://...")."""
    match = re.search(rb"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)", data[:2000])
    return match[1].decode("ascii", "ignore") if match else None


def pdf_file(source: Source, settings: ReadSettings) -> Read:
    """Yield the article of a PDF."""
    found = read_pdf(source.all_bytes(MAX_PDF_BYTES), source.id)
    lines = "\n\n".join((found.title, *found.paragraphs) if found.title else found.paragraphs)
    raw = read_plain_text(lines.encode("utf-8", "replace"), name=source.id)
    yield settled(replace(raw, author=raw.author or found.author), source.id, settings)
