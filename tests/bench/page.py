"""The last table of results, between two marks in `docs/performance.md`; the rest of the page is written by hand."""

from __future__ import annotations

import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.bench.material import processors
from tests.bench.table import as_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.table import Row

_BEGIN: Final = "<!-- table: written by make bench -->"
_END: Final = "<!-- end of table -->"
_CPUINFO: Final = Path("/proc/cpuinfo")


def write_page(path: Path, rows: Sequence[Row], duration: str) -> None:
    """Put the table, with day, processor and duration, in the place of the one before.

    Raises ValueError where the page has lost its marks.
    """
    page = path.read_text(encoding="utf-8")
    before, begin, rest = page.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not begin or not end:
        msg = f"{path}: the marks {_BEGIN!r} and {_END!r} are missing; put them around the table"
        raise ValueError(msg)
    head = f"`make bench`, {datetime.now(UTC):%d %B %Y}, {processor_name()}, {processors()} cores, {duration}."
    path.write_text(f"{before}{_BEGIN}\n{head}\n\n{as_table(rows)}\n{_END}{after}", encoding="utf-8")


def processor_name() -> str:
    """Return what the system calls the processor."""
    if _CPUINFO.exists():
        for told in _CPUINFO.read_text(encoding="utf-8", errors="replace").splitlines():
            key, _, value = told.partition(":")
            if key.strip() == "model name":
                return " ".join(value.split())
    return platform.processor() or platform.machine()
