"""How fast and at what memory articles are read: `python -m tests.bench.bench_read pages DIR`, `... warc [MEGABYTES]`.

`pages` reads the HTML pages of a folder (gzipped or not) in rounds, each page by trafilatura alone and by us, in turn,
so that a busy machine slows both alike. `warc` makes a WARC.gz of that size on disk, record by record, reads it in a
process of its own, and deletes it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bot.ingest.reading import read_bytes, read_path
from bot.ingest.source import ReadSettings
from bot.model import Article
from tests.ingest.samples import PARAGRAPHS, http, warc_record

if TYPE_CHECKING:
    from collections.abc import Callable

_ROUNDS = 3
_GOAL = 0.60  # of trafilatura's speed
_MEMORY_GOAL = 500_000_000  # bytes resident
_FILLER = 150_000  # bytes of script in a made page: real pages are mostly that
_MEGABYTE = 1_000_000


def bench_pages(folder: Path, rounds: int) -> int:
    """Compare the speed of reading whole articles with trafilatura's extraction alone; return 1 below the goal."""
    from trafilatura import extract  # noqa: PLC0415  # only this part needs it

    pages = [
        gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data for data in map(Path.read_bytes, _files(folder))
    ]
    ways: dict[str, Callable[[bytes], object]] = {
        "trafilatura, text only": lambda page: extract(page, include_comments=False),
        "trafilatura, with metadata": lambda page: extract(page, include_comments=False, with_metadata=True),
        "ours: text, date, publisher, agency, author, language": lambda page: list(
            read_bytes(page, "page", ReadSettings())
        ),
    }
    seconds = dict.fromkeys(ways, 0.0)
    for way in ways.values():
        way(pages[0])  # what is loaded at the first page
    for _ in range(rounds):
        for page in pages:
            for name, way in ways.items():
                begun = time.process_time()
                way(page)
                seconds[name] += time.process_time() - begun
    alone, with_metadata, ours = seconds.values()
    for name, spent in seconds.items():
        sys.stdout.write(f"{rounds * len(pages) / spent:8.1f} pages a second of processor time: {name}\n")
    share = alone / ours
    sys.stdout.write(
        f"ours at {share:.0%} of trafilatura alone (goal {_GOAL:.0%}), {with_metadata / ours:.0%} of it with metadata\n"
    )
    return 0 if share >= _GOAL else 1


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.htm*") if path.is_file())


def bench_warc(megabytes: int) -> int:
    """Read a WARC.gz that unpacks to `megabytes`; return 1 where that takes too much memory or an article is missed."""
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
        path = Path(folder) / "made.warc.gz"
        records, plain = _make_warc(path, megabytes * _MEGABYTE)
        sys.stdout.write(
            f"{records:,} records, {plain / _MEGABYTE:,.0f} MB, packed {path.stat().st_size / _MEGABYTE:,.0f} MB\n"
        )
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.bench_read", "read", str(path)], capture_output=True, check=True
        )
    found = json.loads(done.stdout)
    speed = plain / _MEGABYTE / found["seconds"]
    sys.stdout.write(
        f"{found['articles']:,} articles in {found['seconds']:.0f} s ({speed:.1f} MB/s); resident at most "
        f"{found['peak'] / _MEGABYTE:,.0f} MB, after the first thousand {found['early'] / _MEGABYTE:,.0f} MB\n"
    )
    return 0 if found["articles"] == records and found["peak"] < _MEMORY_GOAL else 1


def _make_warc(path: Path, size: int) -> tuple[int, int]:
    """Write records until they have `size` bytes unpacked; return how many, and their bytes."""
    chance = random.Random(1)  # noqa: S311  # not for secrets
    records = plain = 0
    with path.open("wb") as out:
        while plain < size:
            record = warc_record(
                http(_page(records, chance)), key=f"{records:08}", url=f"https://courier.example/{records}"
            )
            out.write(gzip.compress(record, 1, mtime=0))
            records, plain = records + 1, plain + len(record)
    return records, plain


def _page(number: int, chance: random.Random) -> bytes:
    """Return a page with an article of twelve paragraphs and much script, a different one for each number."""
    text = "".join(f"<p>{number}-{place}: {chance.choice(PARAGRAPHS)}</p>" for place in range(12))
    filler = chance.randbytes(_FILLER // 2).hex()
    return (
        f'<html><head><title>Story {number} of the day</title><script>var x="{filler}"</script></head>'
        f'<body><article><h1>Story {number} of the day</h1><time datetime="2019-05-02">2 May 2019</time>'
        f"{text}</article></body></html>"
    ).encode()


def read_and_measure(path: Path) -> int:
    """Read a file; print articles, seconds and the peak of resident memory as JSON."""
    import resource  # noqa: PLC0415  # not on every platform

    def peak() -> int:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

    begun, articles, early = time.monotonic(), 0, 0
    for item in read_path(path, path.name, ReadSettings()):
        articles += isinstance(item, Article)
        early = peak() if articles == 1000 else early  # articles: by then everything is loaded
    seconds = time.monotonic() - begun
    sys.stdout.write(json.dumps({"articles": articles, "seconds": seconds, "peak": peak(), "early": early}))
    return 0


def main() -> int:
    """Run one of the benches."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True, dest="command")
    pages = commands.add_parser("pages")
    pages.add_argument("folder", type=Path)
    pages.add_argument("--rounds", type=int, default=_ROUNDS)
    warc = commands.add_parser("warc")
    warc.add_argument("megabytes", type=int, nargs="?", default=1000)
    read = commands.add_parser("read", help="what `warc` runs")
    read.add_argument("path", type=Path)
    options = parser.parse_args()
    if options.command == "pages":
        return bench_pages(options.folder, options.rounds)
    return bench_warc(options.megabytes) if options.command == "warc" else read_and_measure(options.path)


if __name__ == "__main__":
    sys.exit(main())
