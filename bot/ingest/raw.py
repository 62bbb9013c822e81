"""What reading a page or a text gives, before its publisher, language and copies are settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article as one source gives it; None where the source does not say.

    `text` is the article's paragraphs, separated by blank lines, without title and boilerplate. `date_found_in` says
    where the publication date was found. `publisher_name` and `domain` are the page's own; `Publishers.match` finds the
    publisher. `agency` is the wire service credited. `language` is what the page declares, an ISO 639-1 code.
    `modified` is when this version was last changed, by the source's own words.
    """

    title: str | None
    text: str
    date: dt.date | None = None
    date_found_in: str | None = None
    publisher_name: str | None = None
    domain: str | None = None
    agency: str | None = None
    author: str | None = None
    language: str | None = None
    url: str | None = None
    modified: dt.datetime | None = None


def opening_words(text: str, *, limit: int = 110) -> str:
    """Return the first sentence of a text, cut at a word before `limit` characters: a title where there is none."""
    first = text.split("\n", 1)[0].strip()
    if len(first) > limit:
        first = first[: limit + 1].rsplit(" ", 1)[0][:limit].rstrip(" ,;:–—-") + "…"
    return first
