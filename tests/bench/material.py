"""What the benches work on: the shipped corpus, its index, and the judged questions of `tests/quality`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.build import build
from bot.config import Config, CorpusConfig, IndexConfig
from bot.index.encoder import open_build_encoder
from tests.corpora import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from bot.index.encoder import Encoder

NOW = datetime(2019, 6, 1, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Built:
    """An index of the shipped corpus: where, how long it took, and the most memory that its process had, in MB."""

    config: Config
    seconds: float
    megabytes: float


def corpus_index(folder: Path) -> Built:
    """Build the index in a process of its own, once for each folder."""
    config = config_for(folder)
    notes = folder / "built.json"
    if not notes.exists():
        begun = time.perf_counter()
        code = f"from pathlib import Path; from tests.bench import material; material.build_here(Path({str(folder)!r}))"
        done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, check=True, capture_output=True, text=True)
        notes.write_text(json.dumps([time.perf_counter() - begun, float(done.stdout)]), encoding="utf-8")
    return Built(config, *json.loads(notes.read_text(encoding="utf-8")))


def config_for(folder: Path) -> Config:
    """Return the default configuration over the shipped corpus, with the index in a folder."""
    return Config(corpus=CorpusConfig(path=str(PROJECT / "corpus")), index=IndexConfig(path=str(folder / "index")))


def build_here(folder: Path) -> None:
    """Build the index as `embed.py` does, and print the most memory that this process had, in MB."""
    config = config_for(folder)
    build(config, now=NOW, open_encoder=lambda: open_build_encoder(config.model))
    sys.stdout.write(f"{peak_megabytes():.0f}")


def peak_megabytes() -> float:
    """Return the most memory that this process ever had resident, in MB."""
    import resource  # noqa: PLC0415  # not on every platform

    unit = 1 if sys.platform == "darwin" else 1024  # what ru_maxrss counts in
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


class Collector:
    """An encoder that encodes nothing: it notes what a build wants encoded (see `corpus_texts`)."""

    model_id, dimension, engine = "none", 384, "none"

    def __init__(self) -> None:
        self.passages: list[str] = []
        self.questions: list[str] = []

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Note texts; the vectors mean nothing."""
        self.passages += texts
        return self._nothing(len(texts))

    def encode_questions(self, texts: Sequence[str], words: Sequence[str] = ()) -> NDArray[np.float32]:
        """Note texts; the vectors mean nothing."""
        self.questions += [*texts, *words]
        return self._nothing(len(texts) + len(words))

    def _nothing(self, count: int) -> NDArray[np.float32]:
        import numpy as np  # noqa: PLC0415

        return np.ones((count, self.dimension), np.float32)


def corpus_texts(folder: Path) -> list[str]:
    """Return what a build over the shipped corpus encodes as passages: passages and sentences, the longest first."""
    collector = Collector()
    build(config_for(folder / "texts"), now=NOW, open_encoder=lambda: _as_encoder(collector))
    return sorted(collector.passages, key=len, reverse=True)


def _as_encoder(collector: Collector) -> Encoder:
    return collector


def judged_questions() -> list[str]:
    """Return the questions of `tests/quality`, those without an answer too."""
    files = ("questions.jsonl", "unanswerable.jsonl")
    lines = [line for name in files for line in (PROJECT / "tests/quality" / name).read_text("utf-8").splitlines()]
    return [json.loads(line)["question"] for line in lines]


def least_seconds(ways: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Run all ways in turn, in rounds, and return the best wall time of each: a busy moment hits all alike."""
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(rounds):
        for name, way in ways.items():
            begun = time.perf_counter()
            way()
            best[name] = min(best[name], time.perf_counter() - begun)
    return best


def milliseconds(way: Callable[[], object]) -> float:
    """Return how long something takes."""
    begun = time.perf_counter()
    way()
    return 1000 * (time.perf_counter() - begun)


def median(values: Sequence[float]) -> float:
    """Return the middle value."""
    return sorted(values)[len(values) // 2]


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
