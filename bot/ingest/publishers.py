"""`publishers.csv`: who the publishers are, where they sit and who owns them."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from bot.errors import CorpusError
from bot.model import Publisher

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

OWNERSHIPS = ("state", "public", "private", "nonprofit", "party", "unknown")
_OWNER = "owner"  # a table without this column is of an older version, and knows no owner
_COLUMNS = ("name", "domain", "country", "ownership", "languages", "notes", "evidence")


def read_publishers(path: Path) -> list[Publisher]:
    """Read the table; a missing file is an empty one.

    Raises CorpusError naming the line that is wrong, for a publisher that is there twice too.
    """
    if not path.is_file():
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return _all_publishers(path, _rows(path, file))
    except UnicodeDecodeError as error:
        msg = f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8"
        raise CorpusError(msg) from error


def _all_publishers(path: Path, rows: csv.DictReader[str]) -> list[Publisher]:
    publishers: dict[str, Publisher] = {}
    try:
        for row in rows:
            publisher = _publisher(path, rows.line_num, row)
            if publisher.name in publishers:
                msg = f"{path}: line {rows.line_num}: {publisher.name} is there twice"
                raise CorpusError(msg)
            publishers[publisher.name] = publisher
    except csv.Error as error:
        msg = f"{path}: line {rows.line_num + 1}: not valid CSV: {error}"
        raise CorpusError(msg) from error
    return list(publishers.values())


def _rows(path: Path, file: Iterable[str]) -> csv.DictReader[str]:
    reader: csv.DictReader[str] = csv.DictReader(file)
    missing = [column for column in _COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        msg = f"{path}: line 1: missing columns {', '.join(missing)}; wanted: {', '.join(_COLUMNS)}"
        raise CorpusError(msg)
    return reader


def _publisher(path: Path, number: int, row: dict[str, str]) -> Publisher:
    values = {column: (row[column] or "").strip() for column in _COLUMNS}
    ownership = values["ownership"] or "unknown"
    if not values["name"]:
        msg = f"{path}: line {number}: no name"
        raise CorpusError(msg)
    if ownership not in OWNERSHIPS:
        msg = f"{path}: line {number}: ownership {ownership!r}; allowed: {', '.join(OWNERSHIPS)}"
        raise CorpusError(msg)
    return Publisher(
        name=values["name"],
        domain=values["domain"] or None,
        country=values["country"] or None,
        ownership=ownership,
        languages=tuple(filter(None, values["languages"].split("|"))),
        notes=values["notes"],
        evidence=values["evidence"],
        owner=(row.get(_OWNER) or "").strip() or None,
    )
