"""Checks of `[[feeds]]` and `[fetch]` that types cannot make, and how we introduce ourselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.errors import ArticleError, ConfigError
from bot.ingest.addresses import check_address

if TYPE_CHECKING:
    from bot.config import FeedConfig, FetchConfig

_CONTACT = re.compile(
    r"[!-'*-\[\]-~][ -'*-\[\]-~]*"
)  # visible ASCII; no brackets and backslash: it stands in a comment


def check_feeds(feeds: tuple[FeedConfig, ...], fetch: FetchConfig) -> None:
    """Check what types cannot say. Raises ConfigError naming the key and what to do."""
    _check_contact(fetch.contact, is_needed=bool(feeds))
    seen: set[str] = set()
    for number, feed in enumerate(feeds, start=1):
        try:
            address = str(check_address(feed.address))
        except ArticleError as error:
            msg = f"feeds: number {number}: address {error}"
            raise ConfigError(msg) from error
        if address in seen:
            msg = f"feeds: number {number}: address {feed.address} is there twice; keep one"
            raise ConfigError(msg)
        seen.add(address)


def user_agent(version: str, contact: str) -> str:
    """Return how we introduce ourselves; `contact` may be empty where no feeds are followed."""
    return f"Dateline/{version} (+{contact})" if contact else f"Dateline/{version}"


def _check_contact(contact: str, *, is_needed: bool) -> None:
    if not contact and is_needed:
        msg = "fetch.contact is empty; say where the operators of followed sites reach you: a mail address or a page"
        raise ConfigError(msg)
    if contact and not _CONTACT.fullmatch(contact):
        msg = f"fetch.contact {contact!r} goes into a header: plain ASCII on one line, without brackets and backslashes"
        raise ConfigError(msg)
