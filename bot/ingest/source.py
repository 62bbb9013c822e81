"""What is being read: bytes with a name, an id and an address, and what reading needs to know besides."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from bot.errors import ArticleError
from bot.ingest.decode import MAX_BYTES, tidy
from bot.ingest.tables import Columns
from bot.model import Article

if TYPE_CHECKING:
    import datetime as dt
    import io

    from bot.ingest.archives import Budget
    from bot.ingest.attribution import Publishers

_KEY = 200  # characters of an entry's own id in an article's id; longer ones are shortened to a digest


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """What reading needs to know: tables' columns, the known publishers, the day after which no date is believed.

    `fetched` is when what is being read was archived, where that is known.
    """

    columns: Columns = field(default_factory=Columns)
    publishers: Publishers | None = None
    today: dt.date | None = None
    fetched: dt.datetime | None = None

    def archived_at(self, moment: dt.datetime | None) -> ReadSettings:
        """Return the settings for what was archived at a moment."""
        return self if moment is None else replace(self, fetched=moment, today=moment.date())


@dataclass(frozen=True, slots=True)
class Source:
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


Read = Iterator[Article | ArticleError]
Reader = Callable[[Source, ReadSettings], Read]


def inner_id(source: Source, key: str) -> str:
    """Return the id of an entry: printable, on one line, never longer than an address usually is."""
    name = tidy(key) or "0"
    if len(name) > _KEY:
        name = hashlib.blake2b(name.encode(), digest_size=12).hexdigest()
    return f"{source.id}#{name}"
