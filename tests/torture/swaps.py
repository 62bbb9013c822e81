"""No downtime: questions at a steady rate, first in peace, then while snapshots are built and swapped without a pause.

Every article of a generation carries its number in its address, so that an answer mixed from two snapshots shows.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from bot.errors import StoreError
from bot.index.generations import candidates, free_name, prune, tell_current
from bot.index.manifest import read_manifest, write_manifest
from bot.index.publish import publish
from tests.corpora import ARTICLES, write_article
from tests.torture.children import result, start
from tests.torture.ground import QUESTIONS, Ground

if TYPE_CHECKING:
    from concurrent.futures import Future

    from bot.search.engine import Engine

_WORKERS = 16  # threads that ask, as in the bot
_LONGER_AT_MOST = 0.25  # seconds that a question may wait longer than in peace
_BUSY = 0.5  # seconds of median wait in peace: the machine has too much else to do for this rate
_LOOK = 0.05  # seconds between two looks for a new snapshot
_WARM_UP = 20  # swaps after which memory has found its level
_GROWTH = 1.05  # how much more memory than that the end may show
_NUMBER = re.compile(r"/generation-(\d+)/")


class DowntimeError(AssertionError):
    """A question failed, waited too long or got a mixed answer, or something was not given back."""


@dataclass
class Load:
    """What became of the questions of one phase: waits in seconds, and what went wrong."""

    waits: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    snapshots: set[str] = field(default_factory=set)

    def figures(self) -> dict[str, float]:
        """Return the waits in milliseconds."""
        waits = 1000 * np.array(self.waits)
        named = {"median": np.median(waits), "p99": np.percentile(waits, 99), "longest": waits.max()}
        return {"questions": len(waits), **{name: round(float(value), 1) for name, value in named.items()}}


def write_generation(ground: Ground, number: int) -> None:
    """Give every article an address of this generation: nothing that is encoded changes."""
    for name, (head, text) in ARTICLES.items():
        url = f"url: https://news.example/generation-{number}/{name}"
        write_article(ground.folder / "corpus", name, f"{head or 'title: Plain'}\n{url}", text)


def run(ground: Ground, *, seconds: float, rate: float) -> dict[str, Any]:
    """Ask in peace, then under continuous builds and swaps, so many seconds each; return the figures.

    Raises DowntimeError.
    """
    write_generation(ground, 0)
    result(ground.build)
    server = start(lambda: _serve(ground, seconds, rate))
    while not _go(ground).exists() and server.is_running():
        time.sleep(0.05)
    builder = start(lambda: _build_on(ground))
    figures: dict[str, Any] = server.said()
    builder.end()
    figures["builds"] = builder.said()
    return figures


def _go(ground: Ground) -> Path:
    return ground.folder / "go"


def _build_on(ground: Ground) -> int:
    """Build one generation after the other until told to end; return how many. As gently as the bot's own builds."""
    ended: list[int] = []
    signal.signal(signal.SIGTERM, lambda *_: ended.append(1))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    number = 0
    while not ended:
        number += 1
        write_generation(ground, number)
        ground.build()
    return number


def _serve(ground: Ground, seconds: float, rate: float) -> dict[str, Any]:
    engine = ground.engine()
    _ask_for(engine, 2.0, rate, _WORKERS)  # warm
    peace = _ask_for(engine, seconds, rate, _WORKERS)
    busy = float(np.median(peace.waits))
    _demand(busy < _BUSY, f"not measurable: at {rate:g} questions a second they wait {busy:.1f} s even in peace")
    _go(ground).touch()
    swaps: list[str] = []
    fire = _ask_for(engine, seconds, rate, _WORKERS, swaps)
    wrong = [*peace.wrong, *fire.wrong]
    _demand(not wrong, f"{len(wrong)} questions, for example: {wrong[:1]}")
    longer = max(fire.waits) - max(peace.waits)
    _demand(longer <= _LONGER_AT_MOST, f"a question waited {longer:.3f} s longer than in peace")
    return {
        "in peace (ms)": peace.figures(),
        "under builds and swaps (ms)": fire.figures(),
        "swaps": len(swaps),
        "snapshots that answered": len(fire.snapshots),
        "mixed answers": 0,
        "failed": 0,
    }


def _ask_for(engine: Engine, seconds: float, rate: float, workers: int, swaps: list[str] | None = None) -> Load:
    """Ask at a steady rate, whether or not the answers keep up; follow new snapshots where `swaps` notes them."""
    load, stop = Load(), threading.Event()
    with ThreadPoolExecutor(workers) as pool:
        follower = threading.Thread(target=_follow, args=(engine, pool, stop, load, swaps))
        if swaps is not None:
            follower.start()
        begun, asked = time.monotonic(), []
        for number in range(int(seconds * rate)):
            due = begun + number / rate
            time.sleep(max(0.0, due - time.monotonic()))
            asked.append(pool.submit(_ask, engine, number, due, load))
        wait(asked)
        stop.set()
        if swaps is not None:
            follower.join()
    return load


def _follow(engine: Engine, pool: ThreadPoolExecutor, stop: threading.Event, load: Load, swaps: list[str]) -> None:
    """Look for a new snapshot again and again, in the workers that answer questions, as the bot does."""
    while not stop.wait(_LOOK):
        done: Future[bool] = pool.submit(engine.refresh)
        try:
            if done.result():
                swaps.append("")
        except StoreError as error:
            load.wrong.append(f"refresh: {error}")


def _ask(engine: Engine, number: int, due: float, load: Load) -> None:
    question = f"{QUESTIONS[number % len(QUESTIONS)]} ({number})"  # no two alike: nothing comes out of a cache
    try:
        answer = engine.ask(question, now=datetime.now(UTC))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a question that failed
        load.wrong.append(f"{type(error).__name__}: {error}")
        return
    load.waits.append(time.monotonic() - due)
    load.snapshots.add(answer.snapshot)
    addresses = [article.url or "" for hit in answer.hits for article in (hit.passage.article, *hit.also)]
    generations = {match[1] for match in map(_NUMBER.search, addresses) if match}
    if len(generations) != 1:
        load.wrong.append(f"{answer.snapshot}: an answer from generations {sorted(generations)}")


def leak(ground: Ground, swaps: int) -> dict[str, Any]:
    """Swap so many snapshots under a few questions; return memory, files, maps and threads before and after."""
    write_generation(ground, 0)
    result(ground.build)
    figures: dict[str, Any] = result(lambda: _swap_and_measure(ground, swaps))
    return figures


def _swap_and_measure(ground: Ground, swaps: int) -> dict[str, Any]:
    engine, before = ground.engine(), {}
    for number in range(_WARM_UP + swaps):
        _publish_copy(ground)
        _demand(engine.refresh(), "a published snapshot was not swapped in")
        for question in QUESTIONS:  # always the same: others would fill caches, which are bounded, but later than here
            _demand(engine.ask(question, now=datetime.now(UTC)).hits, "no hits")
        if number == _WARM_UP - 1:
            before = _held(ground)
    after = _held(ground)
    _demand(after["files"] <= before["files"], f"open files: {before['files']}, then {after['files']}")
    _demand(after["maps"] <= before["maps"], f"mapped files: {before['maps']}, then {after['maps']}")
    _demand(after["deleted"] == 0, f"{after['deleted']} files of deleted snapshots are still held")
    _demand(after["threads"] <= before["threads"] + 1, f"threads: {before['threads']}, then {after['threads']}")
    _demand(after["megabytes"] <= _GROWTH * before["megabytes"], f"{before} MB, then {after} MB")
    return {"swaps": swaps, "before": before, "after": after}


def _publish_copy(ground: Ground) -> None:
    """Publish a copy of the live snapshot under a newer name, and delete the oldest, as a build does."""
    live = candidates(ground.index)[0]
    name = free_name(ground.index, datetime.now(UTC), read_manifest(ground.index.snapshot(live)).corpus_digest)
    folder = ground.index.snapshots / f".{name}"
    shutil.copytree(ground.index.snapshot(live), folder)
    write_manifest(folder, msgspec.structs.replace(read_manifest(folder), name=name))
    publish(ground.index, folder, name)
    tell_current(ground.index, name)
    prune(ground.index, 2)


def _held(ground: Ground) -> dict[str, Any]:
    """Return what this process holds: resident MB, open files, maps and threads; and of deleted snapshots."""
    index = str(ground.index.root)
    files = [_target(path) for path in Path("/proc/self/fd").iterdir()]
    maps = [line for line in Path("/proc/self/maps").read_text(encoding="utf-8").splitlines() if index in line]
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return {
        "megabytes": round(pages * os.sysconf("SC_PAGE_SIZE") / 2**20, 1),
        "files": sum(index in file for file in files),
        "maps": len(maps),
        "deleted": sum(file.endswith("(deleted)") and index in file for file in [*files, *maps]),
        "threads": len(list(Path("/proc/self/task").iterdir())),
    }


def _target(path: Path) -> str:
    try:
        return str(path.readlink())
    except FileNotFoundError:  # the one that listed this very folder
        return ""


def _demand(holds: object, otherwise: str) -> None:
    if not holds:
        raise DowntimeError(otherwise)
