"""From what a source says of an article to the article: title, language, publisher and date settled."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from bot.ingest.decode import tidy
from bot.ingest.language import detect_article_language
from bot.model import Article

if TYPE_CHECKING:
    from bot.ingest.raw import RawArticle
    from bot.ingest.source import ReadSettings

_TITLE = 90  # characters of the opening words that stand for a title where there is none


def settled(raw: RawArticle, article_id: str, settings: ReadSettings) -> Article:
    """Settle what the source left open: title, language, and the publisher under the name by which we know it."""
    known = settings.publishers.match(raw.publisher_name, raw.domain) if settings.publishers else None
    believed = raw.date if raw.date and not (settings.today and raw.date > settings.today) else None
    return Article(
        id=article_id,
        title=tidy(raw.title) or _opening(raw.text),
        text=raw.text,
        language=detect_article_language(f"{raw.title or ''}\n{raw.text}"),
        publisher=known.name if known else tidy(raw.publisher_name) or tidy(raw.domain),
        published=believed,
        url=tidy(raw.url),
        agency=tidy(raw.agency),
        author=tidy(raw.author),
        date_found_in=raw.date_found_in if believed else None,
        as_of=settings.fetched or raw.modified,
    )


def article_digest(article: Article) -> bytes:
    """Return a digest (16 bytes) of all that an article says: equal for equal articles, whatever file they came in."""
    values = [article.title, article.text, article.language, article.publisher, article.published, article.url]
    values += [article.kind, article.agency, article.author, article.date_found_in]
    return hashlib.blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _opening(text: str) -> str:
    """Return the opening words of a text, for one without a headline."""
    first = text.split("\n", 1)[0]
    return first if len(first) <= _TITLE else first[:_TITLE].rsplit(" ", 1)[0] + " ..."
