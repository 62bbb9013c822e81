"""What an administrator writes for a date or a publisher, checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from bot.chat.render_text import MAX_NAME, plain_name
from bot.errors import DatelineError
from bot.feeds.naming import named_publisher, read_day

if TYPE_CHECKING:
    from bot.chat.drafts import Draft
    from bot.config import CorpusConfig
    from bot.ingest.raw import RawArticle

UNKNOWN = "-"  # what is written for "not known"
BY_HAND = "administrator"  # where such a date was found
_EARLIEST = date(1900, 1, 1)


class WrongValueError(DatelineError):
    """What was written is no date or no publisher; `key` names the sentence that says what is."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def changed(draft: Draft, asking: str, text: str, today: date, corpus: CorpusConfig) -> Draft:
    """Return the draft of one article with its date or publisher changed. Raises WrongValueError, CorpusError."""
    (article,) = draft.articles
    fresh = _with_date(article, text, today) if asking == "date" else _with_publisher(article, text, corpus)
    return msgspec.structs.replace(draft, articles=(fresh,))


def _with_date(article: RawArticle, text: str, today: date) -> RawArticle:
    if text == UNKNOWN:
        return replace(article, date=None, date_found_in=None)
    day = read_day(text)
    if day is None or not _EARLIEST <= day <= today + timedelta(days=1):
        key = "draft-wrong-date"
        raise WrongValueError(key)
    return replace(article, date=day, date_found_in=BY_HAND)


def _with_publisher(article: RawArticle, text: str, corpus: CorpusConfig) -> RawArticle:
    if text == UNKNOWN:
        return replace(article, publisher_name=None, domain=None)
    name = plain_name(text, MAX_NAME + 1)
    if not name or len(text) > MAX_NAME or "\n" in text:
        key = "draft-wrong-publisher"
        raise WrongValueError(key)
    return replace(article, publisher_name=named_publisher(corpus, name, None))
