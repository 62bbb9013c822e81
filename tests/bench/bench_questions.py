"""Questions over our corpus: from text to rendered answer, beside the bare encoding of the question."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from bot.chat import render
from bot.chat.i18n import catalogue
from bot.index.processor import usable_processors
from bot.search.engine import Engine
from bot.search.gathering import Gathered
from tests.bench.material import NOW, corpus_index, judged_questions, median, milliseconds
from tests.bench.table import Goal, Row, Scale
from tests.corpora import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.index.encoder import Encoder

_ASKERS = 16
_ROUNDS = 3
_BARE = "encoding the question alone"
_BEST = f"encoding: the faster of one thread a processor and {_ASKERS} threads"
_MEMORY_GOAL = 250  # MB
# What the running bot has loaded and does, in a process of its own; prints the kilobytes resident at most (Linux;
# its own peak: what `getrusage` tells begins with that of the process that started it).
_ANSWERING = """
import sys
from pathlib import Path
from datetime import UTC, datetime
import telegram.ext
from bot.chat import render
from bot.config import Config, IndexConfig
from bot.index.processor import usable_processors
from bot.search.engine import Engine
from bot.search.gathering import Gathered
engine = Engine.open(Config(index=IndexConfig(path=sys.argv[1])))
for question in sys.stdin:
    engine.ask(question, now=datetime.now(UTC))
print(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
"""


def rows(scale: Scale) -> Iterator[Row]:
    """Measure one asker, sixteen, and the same question again."""
    engine = Engine.open(corpus_index(scale.shared).config)
    encoder = engine._encoder
    questions = judged_questions()[:: 4 if scale.quick else 1]
    for question in questions[:8]:
        _answer(engine, question)
    yield from _one_after_another(engine, encoder, questions)
    yield from _at_once(engine, encoder, questions, 1 if scale.quick else _ROUNDS)
    yield _memory(corpus_index(scale.shared).config.index.path)


def _one_after_another(engine: Engine, encoder: Encoder, questions: list[str]) -> Iterator[Row]:
    _forget(engine)
    whole, bare, again = [], [], []
    for question in questions:
        bare.append(milliseconds(partial(encoder.encode_questions, [question])))
        whole.append(milliseconds(partial(_answer, engine, question)))
        again.append(milliseconds(partial(_answer, engine, question)))
    yield Row(
        "question to rendered answer, median", median(whole), "ms", median(bare), _BARE, goal=Goal("<=", 1.5, "ratio")
    )
    p95 = sorted(whole)[int(0.95 * len(whole))]
    yield Row("question to rendered answer, 95 of 100", p95, "ms", sorted(bare)[int(0.95 * len(bare))], _BARE)
    yield Row("the same question again, median", median(again), "ms", median(whole), "the first time")


def _at_once(engine: Engine, encoder: Encoder, questions: list[str], rounds: int) -> Iterator[Row]:
    """Compare the throughput of many askers with that of encoding: a question a call, and in shared passes."""
    gathered = Gathered(encoder)
    whole, bare, shared = [], [], []
    for _ in range(rounds):
        bare += [
            _throughput(lambda asked: encoder.encode_questions([asked]), questions, threads)
            for threads in (usable_processors(), _ASKERS)
        ]
        shared.append(_throughput(lambda asked: gathered.encode([asked]), questions, _ASKERS))
        _forget(engine)
        whole.append(_throughput(lambda asked: _answer(engine, asked), questions, _ASKERS))
    name = f"{_ASKERS} askers at once"
    yield Row(name, max(whole), "answers/s", max(bare), _BARE, goal=Goal(">=", 0.85, "ratio"), note=_BEST)
    yield Row(f"{name}, again", max(whole), "answers/s", max(shared), "encoding alone, in shared passes")


def _memory(index: str) -> Row:
    command = [sys.executable, "-c", _ANSWERING, index]
    questions = "\n".join(judged_questions()[:20])
    done = subprocess.run(command, input=questions, cwd=PROJECT, check=True, capture_output=True, text=True)
    megabytes = int(done.stdout) * 1024 / 1e6
    return Row("process that answers: resident at most", megabytes, "MB", goal=Goal("<=", _MEMORY_GOAL))


def _answer(engine: Engine, question: str) -> object:
    coverage = engine.coverage
    assert coverage is not None
    answer, key = engine.ask(question, now=NOW), "abc"
    return render.answer(answer, ui=catalogue("en"), publishers=engine.publisher, token=key, coverage=coverage)


def _forget(engine: Engine) -> None:
    """Forget answers and words, so that every question is asked for the first time."""
    engine._answers.clear()
    engine._words._kept.clear()


def _throughput(way: Callable[[str], object], questions: list[str], threads: int) -> float:
    with ThreadPoolExecutor(threads) as askers:
        begun = time.perf_counter()
        count = sum(1 for _ in askers.map(way, questions))
        return count / (time.perf_counter() - begun)
