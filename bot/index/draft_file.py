"""An SQLite file of a snapshot that is being made: nobody reads it before it is published, so nothing guards it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

_PRAGMAS = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536;"


class DraftFile:
    """One transaction over the file, from opening it until the end of the `with` block; an error leaves it unfit."""

    def __init__(self, path: Path, schema: str) -> None:
        """Open the file, or make it; `schema` is run in either case."""
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.executescript(f"{_PRAGMAS}{schema}BEGIN;")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._db.execute("COMMIT")
        self._db.close()
