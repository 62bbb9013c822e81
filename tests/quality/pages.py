"""Measure how pages are read: `python -m tests.quality.pages FOLDER [--failures N] [--speed]`.

FOLDER holds `truth.jsonl` and the pages that it names (gzipped HTML). Two layouts, known by their keys:

- "with" and "without": snippets that the article's text must and must not have. A snippet counts as kept when it is in
  the text or the title, white space and soft hyphens aside; "strictly" counts it only to the letter and in the text.
- "date": the true day of publication, compared to the day found: right, wrong or unknown.

`--speed` reads every page by turns with trafilatura alone and with `read_page` and prints the ratio.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.errors import ArticleError
from bot.ingest.pages import read_page

if TYPE_CHECKING:
    from bot.ingest.raw import RawArticle


@dataclass(slots=True)
class Tally:
    """Counts by name, and what failed."""

    counts: dict[str, int] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    def add(self, name: str, number: int = 1) -> None:
        """Count."""
        self.counts[name] = self.counts.get(name, 0) + number

    def share(self, name: str, total: str) -> float:
        """Return one count's share of another, 0 where there is none."""
        return self.counts.get(name, 0) / max(self.counts.get(total, 0), 1)


def main(arguments: list[str] | None = None) -> int:
    """Measure a folder and print the figures."""
    parser = argparse.ArgumentParser(description="Measure how pages are read.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--failures", type=int, default=5, help="how many failures to show")
    parser.add_argument("--speed", action="store_true", help="compare the speed with trafilatura alone")
    options = parser.parse_args(arguments)
    rows = [json.loads(line) for line in (options.folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    if options.speed:
        sys.stdout.write(f"{speed(options.folder, rows)}\n")
        return 0
    snippets = "with" in rows[0]
    tally = measure_text(options.folder, rows) if snippets else measure_dates(options.folder, rows)
    lines = [describe_text(tally) if snippets else describe_dates(tally), *tally.failures[: options.failures]]
    sys.stdout.write("\n   ".join(lines) + "\n")
    return 0


def measure_text(folder: Path, rows: list[dict[str, Any]]) -> Tally:
    """Count the snippets kept and dropped."""
    tally = Tally()
    for row in rows:
        article = _read(folder, row)
        text = article.text if article else ""
        shown = _plain(f"{article.title or ''} {text}" if article else "")
        lost = [snippet for snippet in row["with"] if _plain(snippet) not in shown]
        left = [snippet for snippet in row["without"] if _plain(snippet) in _plain(text)]
        tally.add("with", len(row["with"]))
        tally.add("kept", len(row["with"]) - len(lost))
        tally.add("kept strictly", sum(snippet in text for snippet in row["with"]))
        tally.add("without", len(row["without"]))
        tally.add("dropped", len(row["without"]) - len(left))
        tally.failures += [f"{row['file']}: lost {snippet!r}" for snippet in lost]
        tally.failures += [f"{row['file']}: left {snippet!r}" for snippet in left]
    return tally


def measure_dates(folder: Path, rows: list[dict[str, Any]]) -> Tally:
    """Count the dates that are right, wrong and unknown. A page without an article still has a date to be found."""
    tally = Tally()
    for row in rows:
        found = _read(folder, row)
        day = found.date.isoformat() if found and found.date else None
        outcome = "unknown" if day is None else "right" if day == row["date"] else "wrong"
        tally.add("pages")
        tally.add(outcome)
        if outcome == "wrong" and found:
            tally.failures.append(f"{row['file']}: {day} in {found.date_found_in}, true is {row['date']}")
    return tally


def describe_text(tally: Tally) -> str:
    """Return the figures of a text set on one line."""
    return (
        f"kept {tally.share('kept', 'with'):.1%} of {tally.counts['with']} (strictly "
        f"{tally.share('kept strictly', 'with'):.1%}), dropped {tally.share('dropped', 'without'):.1%} "
        f"of {tally.counts['without']}"
    )


def describe_dates(tally: Tally) -> str:
    """Return the figures of a date set on one line."""
    shares = (f"{name} {tally.share(name, 'pages'):.1%}" for name in ("right", "wrong", "unknown"))
    return f"{', '.join(shares)} of {tally.counts['pages']} pages"


def speed(folder: Path, rows: list[dict[str, Any]]) -> str:
    """Return how fast pages are read and dated, relative to trafilatura alone on the same pages, read by turns."""
    from trafilatura import extract  # noqa: PLC0415  # only here

    pages = [(_bytes(folder, row), row.get("url")) for row in rows]
    alone = ours = 0.0
    for turn in range(3):
        for data, url in pages:
            start = time.perf_counter()
            extract(data, url=url, include_comments=False)
            middle = time.perf_counter()
            _read_data(data, url)
            end = time.perf_counter()
            if turn:  # the first turn warms caches of both
                alone, ours = alone + middle - start, ours + end - middle
    return f"trafilatura {alone:.1f} s, read_page {ours:.1f} s: {alone / ours:.0%} of its speed"


def _read(folder: Path, row: dict[str, Any]) -> RawArticle | None:
    return _read_data(_bytes(folder, row), row.get("url"))


def _read_data(data: bytes, url: str | None) -> RawArticle | None:
    try:
        return read_page(data, url=url)
    except ArticleError:
        return None


def _bytes(folder: Path, row: dict[str, Any]) -> bytes:
    return gzip.decompress((folder / row["file"]).read_bytes())


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


if __name__ == "__main__":
    sys.exit(main())
