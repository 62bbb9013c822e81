"""Torture an index and say how it stood it: python -m tests.torture [--help]. Exit status 1 where it did not."""

from __future__ import annotations

import argparse
import json
import logging
import os
import random
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.torture import swaps
from tests.torture.children import result
from tests.torture.damage import corrupt_all
from tests.torture.fire import Fire
from tests.torture.ground import Ground, change, lay_out

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Options:
    """How much of each; see `_parser`."""

    kills: int
    real_kills: int
    changes: int
    seconds: float
    rate: float
    swaps: int
    seed: int


def main() -> int:
    """Run every part that was not switched off with 0; return the exit status."""
    logging.basicConfig(level=logging.ERROR)  # that snapshots are refused is what is wanted here
    options = Options(**vars(_parser().parse_args()))
    print(f"seed {options.seed}; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}", flush=True)
    parts: list[tuple[str, bool, Callable[[Path], Any]]] = [
        (
            "kills, bag of words as the encoder",
            options.kills > 0,
            lambda at: _kills(lay_out(at), options.kills, options),
        ),
        (
            "kills, the packaged model as the encoder",
            options.real_kills > 0,
            lambda at: _kills(lay_out(at, real=True), options.real_kills, options),
        ),
        ("changed bytes", options.changes > 0, lambda at: result(lambda: _damage(lay_out(at), options))),
        (
            "swaps under load, the packaged model",
            options.seconds > 0,
            lambda at: swaps.run(lay_out(at, real=True), seconds=options.seconds, rate=options.rate),
        ),
        ("swaps and memory", options.swaps > 0, lambda at: swaps.leak(lay_out(at, real=True), options.swaps)),
    ]
    return max([_run(name, part) for name, chosen, part in parts if chosen], default=0)


def _run(name: str, part: Callable[[Path], Any]) -> int:
    folder, begun = Path(tempfile.mkdtemp(prefix="torture-")), time.monotonic()
    try:
        figures = part(folder)
    except (AssertionError, RuntimeError) as error:
        print(f"\n{name}: FAILED\n{error}\nleft for you to look at: {folder}", flush=True)
        return 1
    print(f"\n{name}: {time.monotonic() - begun:.0f} s\n{json.dumps(figures, indent=2)}", flush=True)
    shutil.rmtree(folder)
    return 0


def _kills(ground: Ground, kills: int, options: Options) -> dict[str, Any]:
    return Fire(ground, random.Random(options.seed)).run(kills)  # noqa: S311 - chance, repeatable


def _damage(ground: Ground, options: Options) -> dict[str, Any]:
    chosen = random.Random(options.seed)  # noqa: S311 - chance, repeatable
    ground.build()
    change(ground, chosen)
    ground.build()
    return corrupt_all(ground, chosen, options.changes)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.torture", description="Torture an index. 0 leaves a part out."
    )
    parser.add_argument("--kills", type=int, default=300, help="processes killed, with an encoder that costs nothing")
    parser.add_argument("--real-kills", type=int, default=12, help="the same with the packaged model")
    parser.add_argument("--changes", type=int, default=1000, help="single bytes changed in each file of a snapshot")
    parser.add_argument("--seconds", type=float, default=300, help="of questions under continuous builds and swaps")
    parser.add_argument("--rate", type=float, default=30, help="of these questions, a second")
    parser.add_argument("--swaps", type=int, default=200, help="before memory is measured again")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="of everything left to chance")
    return parser


if __name__ == "__main__":
    sys.exit(main())
