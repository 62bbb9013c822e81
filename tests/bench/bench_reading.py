"""Reading: web pages beside the extraction library alone, and a web archive at constant memory (see bench_read.py)."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from bot.ingest.reading import read_bytes
from bot.ingest.source import ReadSettings
from tests.bench.bench_read import _make_warc, _page
from tests.bench.material import least_seconds
from tests.bench.table import Goal, Row, Scale

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGES = 40
_MEGABYTE = 1_000_000


def rows(scale: Scale) -> Iterator[Row]:
    """Measure pages and an archive of 1 GB (30 MB when quick)."""
    yield _pages()
    yield from _archive(scale)


def _pages() -> Row:
    from trafilatura import extract  # noqa: PLC0415  # loads much

    chance = random.Random(1)  # noqa: S311  # not for secrets
    pages = [_page(number, chance) for number in range(_PAGES)]
    ways: dict[str, Any] = {
        "alone": lambda: [extract(page, include_comments=False) for page in pages],
        "ours": lambda: [list(read_bytes(page, "page", ReadSettings())) for page in pages],
    }
    speed = {name: len(pages) / seconds for name, seconds in least_seconds(ways, 3).items()}
    note = "made pages, short and clean; of real ones `python -m tests.bench.bench_read pages FOLDER` tells"
    goal = Goal(">=", 0.6, "ratio")
    alone = "trafilatura alone"
    return Row("reading and dating pages", speed["ours"], "pages/s", speed["alone"], alone, goal=goal, note=note)


def _archive(scale: Scale) -> Iterator[Row]:
    path = scale.scratch / "made.warc.gz"
    records, plain = _make_warc(path, (30 if scale.quick else 1000) * _MEGABYTE)
    command = [sys.executable, "-m", "tests.bench.bench_read", "read", str(path)]
    found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert found["articles"] == records
    note = f"{records:,} articles in {plain / _MEGABYTE:,.0f} MB"
    yield Row("reading a web archive", plain / _MEGABYTE / found["seconds"], "MB/s", note=note)
    yield Row(
        "reading a web archive: resident at most", found["peak"] / _MEGABYTE, "MB", goal=Goal("<=", 500), note=note
    )
