"""Measure everything beside plain references: `python -m tests.bench.run [--quick] [--only A,B] [--json FILE] ...`.

Each bench is a module `bench_<name>.py` with a function `rows(scale)`. It runs in a process of its own, so that its
peak of memory is its own, and its rows are printed as they come.
"""

from __future__ import annotations

import argparse
import importlib
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.bench.page import write_page
from tests.bench.plot import draw_growth
from tests.bench.table import Row, Scale, as_row, as_table, line
from tests.corpora import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BENCHES: Final = ("encoding", "engines", "questions", "scale", "incremental", "reading", "peers")
_PAGE = PROJECT / "docs" / "performance.md"
_PLOT = PROJECT / "docs" / "growth.png"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benches; return 1 where a goal is missed, 2 where a bench fails."""
    options = _options(arguments)
    if options.child:
        return _child(options.child, Scale(options.quick, options.scratch, options.shared))
    names = options.only.split(",") if options.only else list(BENCHES)
    begun = time.monotonic()
    results: dict[str, list[Row]] = {}
    failed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
        for name in names:
            results[name] = []
            for row in _run(name, Path(folder), failed, quick=options.quick):
                results[name].append(row)
                sys.stdout.write(f"{name}: {line(row)}\n")
                sys.stdout.flush()
    minutes = (time.monotonic() - begun) / 60
    found = [row for rows in results.values() for row in rows]
    sys.stdout.write(f"\n{as_table(found)}\n{len(found)} rows in {minutes:.1f} minutes\n")
    if options.json:
        options.json.write_text(json.dumps(_as_json(results), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if options.page:
        draw_growth(found, _PLOT)
        write_page(_PAGE, found, f"{minutes:.0f} minutes")
    missed = [row.name for row in found if row.is_met is False]
    sys.stdout.writelines([f"missed: {name}\n" for name in missed] + [f"failed: {name}\n" for name in failed])
    return 2 if failed else bool(missed)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes and few rounds, for development")
    parser.add_argument("--only", help=f"benches to run, by comma: {', '.join(BENCHES)}")
    parser.add_argument("--json", type=Path, help="write the rows to this file")
    parser.add_argument("--page", action="store_true", help=f"write {_PAGE.name} and its plot")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("--scratch", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--shared", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def _run(name: str, folder: Path, failed: list[str], *, quick: bool) -> Iterator[Row]:
    """Yield the rows of a bench as its process prints them, one JSON object a line."""
    shared = folder / "shared"
    shared.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        command = [sys.executable, "-m", "tests.bench.run", "--child", name, "--scratch", scratch]
        command += ["--shared", str(shared), *(["--quick"] if quick else [])]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PROJECT) as child:
            assert child.stdout is not None
            for printed in child.stdout:
                yield as_row(json.loads(printed))
        if child.returncode:
            failed.append(name)


def _child(name: str, scale: Scale) -> int:
    bench = importlib.import_module(f"tests.bench.bench_{name}")
    for row in bench.rows(scale):
        sys.stdout.write(json.dumps(asdict(row)) + "\n")
        sys.stdout.flush()
    return 0


def _as_json(results: dict[str, list[Row]]) -> dict[str, list[dict[str, object]]]:
    return {
        name: [{**asdict(row), "ratio": row.ratio, "met": row.is_met} for row in rows] for name, rows in results.items()
    }


if __name__ == "__main__":
    sys.exit(main())
