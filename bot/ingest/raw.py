"""What reading a page or a text gives, before its publisher, language and copies are settled."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - articles are read from JSON by these annotations
from dataclasses import dataclass


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
