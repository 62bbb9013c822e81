"""Names as an article's file gets them: its publisher as `publishers.csv` knows it, and a day that a person wrote."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bot.ingest.attribution import Publishers
from bot.ingest.datewords import find_dates

if TYPE_CHECKING:
    from bot.config import CorpusConfig
    from bot.ingest.raw import RawArticle


def publishers_file(corpus: CorpusConfig) -> Path:
    """Return where the table of publishers is."""
    return Path(corpus.publishers) if corpus.publishers else Path(corpus.path) / "publishers.csv"


def named_publisher(corpus: CorpusConfig, name: str | None, domain: str | None) -> str | None:
    """Return a publisher's name as the table has it, else the name, else the domain. Raises CorpusError."""
    known = Publishers.load(publishers_file(corpus)).match(name, domain)
    return known.name if known else name or domain


def publisher_of(corpus: CorpusConfig, article: RawArticle) -> str | None:
    """Return who published an article, as `named_publisher` does."""
    return named_publisher(corpus, article.publisher_name, article.domain)


def read_day(text: str) -> date | None:
    """Return the one day that a text names, as 2019-05-02 or in words of our languages; else None."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        days = {mention.day for mention in find_dates(text)}
        return days.pop() if len(days) == 1 else None
