"""Kills: a build, a rollback or a serving bot dies at a random moment; afterwards everything must be as it should."""

from __future__ import annotations

import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bot.errors import LockedError, NoSnapshotError, StoreError
from bot.index.rollback import roll_back
from tests.torture.children import count_operations, result, start
from tests.torture.ground import QUESTIONS, Ground, change, kept_hashes, newest_complete, size_of, snapshot_size

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from tests.torture.children import Child

_CHUNK = 256  # texts that a build may have encoded and not yet kept, see bot/build.py
_ROOM = 3  # snapshots that an index that keeps two may hold at any moment: these, and one that is being written
_SLACK = 400_000  # bytes for the journal of a small corpus and for what SQLite holds beside it


class BrokenError(AssertionError):
    """The index is not as it should be after a kill."""


@dataclass
class Fire:
    """The state of one torture by kills, and its figures."""

    ground: Ground
    chosen: random.Random
    figures: Counter[str] = field(default_factory=Counter)
    biggest: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    operations: dict[str, int] = field(default_factory=dict)

    def run(self, kills: int) -> dict[str, Any]:
        """Kill so many processes; return the figures. Raises BrokenError with what was found and at which kill."""
        self._measure()
        rounds: list[Callable[[], None]] = [self._kill_build, self._kill_rollback, self._kill_server]
        while self.figures["kills"] < kills:
            change(self.ground, self.chosen)
            self.chosen.choices(rounds, weights=(5, 3, 2))[0]()
            if self.chosen.random() < 1 / 4:  # else no build would ever end
                self._undisturbed(self.ground.build)
        return {
            **dict(sorted(self.figures.items())),
            "megabytes at most": round(self.biggest / 1e6, 2),
            "megabytes of a snapshot": round(snapshot_size(self.ground) / 1e6, 2),
        }

    def _measure(self) -> None:
        """Learn how long a build takes and how many file operations each act has, and leave two snapshots."""
        result(self.ground.build)
        change(self.ground, self.chosen)
        self.operations["build"] = count_operations(self.ground.build)
        change(self.ground, self.chosen)
        self.operations["rollback"] = count_operations(lambda: _roll_back(self.ground))
        self.seconds["build"] = _seconds(self.ground.build)
        self.seconds["rollback"] = _seconds(lambda: _roll_back(self.ground))

    def _kill_build(self) -> None:
        self._kill("build", self.ground.build)

    def _kill_rollback(self) -> None:
        """Roll back from a snapshot that is there for it, and be killed."""
        if self.chosen.random() < 1 / 2:
            self._undisturbed(self.ground.build)
        self._kill("rollback", lambda: _roll_back(self.ground))

    def _kill_server(self) -> None:
        """Kill a build while a bot swaps, or a bot while a build publishes; whoever is left must not mind."""
        server = start(lambda: serve(self.ground))
        build = start(self.ground.build)
        pause = self.chosen.uniform(0, self.seconds["build"])
        first, other = (server, build) if self.chosen.random() < 1 / 2 else (build, server)
        killed = first.kill(pause)
        self.figures["kills"] += killed
        self.figures["kills of a serving bot" if first is server else "kills of a build beside a bot"] += killed
        server.end()
        if other is server:
            said = other.said()
            self.figures["questions answered beside kills"] += said["answered"]
            self._demand(not said["failed"], f"a serving bot failed: {said['failed']}")
        else:
            self._demand(other.wait() == 0, "a build failed because a bot was killed")
            other.forget()
        first.wait()
        first.forget()
        self._check(self.ground)

    def _kill(self, what: str, act: Callable[[], Any]) -> None:
        kept, live = kept_hashes(self.ground), newest_complete(self.ground)
        self._forget_notes()
        by_operation = self.chosen.random() < 1 / 2
        at = self.chosen.randint(1, max(2, self.operations[what])) if by_operation else 0
        child = start(act, dies_at=at)
        killed = self._strike(child, 0.0 if by_operation else self.chosen.uniform(0, 1.1 * self.seconds[what]))
        child.forget()
        self.figures["kills"] += killed
        self.figures[f"kills of a {what}"] += killed
        self._check_encoded(kept)
        self._note_where(what, live)
        self._check(self.ground)

    def _strike(self, child: Child, after: float) -> bool:
        """Kill a child after so many seconds; after 0, let it kill itself. Return whether it was killed."""
        if after:
            return child.kill(after)
        status = child.wait()
        self._demand(status in (0, -signal.SIGKILL), f"a process ended with status {status}")
        return status != 0

    def _undisturbed(self, act: Callable[[], Any]) -> None:
        kept = kept_hashes(self.ground)
        self._forget_notes()
        result(act)
        self._check_encoded(kept)
        self.figures["builds left to end"] += 1
        self._check(self.ground)

    def _check(self, ground: Ground) -> None:
        """Load what is there as a bot does at its start, ask it, and measure the folder."""
        wanted = newest_complete(ground)
        seen = result(lambda: ask_all(ground))
        self._demand(seen["live"] == wanted, f"{seen['live']} serves, the newest complete snapshot is {wanted}")
        self._demand(seen["hits"] > 0, "no hits")
        self.figures["starts that served the newest snapshot"] += 1
        size = size_of(ground.index.root)
        self.biggest = max(self.biggest, size)
        most = _ROOM * snapshot_size(ground) + _SLACK
        self._demand(size <= most, f"{size} bytes in the index folder; {most} are enough")

    def _check_encoded(self, kept: set[str]) -> None:
        noted = self.ground.notes.read_text(encoding="ascii").split()
        self._demand(not kept & set(noted), f"{len(kept & set(noted))} texts were encoded again")
        lost = len(set(noted) - kept_hashes(self.ground))
        self._demand(lost <= _CHUNK, f"{lost} encoded texts were lost at once")
        self.figures["texts encoded"] += len(noted)
        self.figures["texts encoded and lost before they were kept"] += lost

    def _note_where(self, what: str, live: str | None) -> None:
        """Count in what state the kill left the folder."""
        snapshots = list(self.ground.index.snapshots.iterdir())
        states = {
            "a half-written snapshot": any(
                one.name.startswith(".") and not one.name.endswith(".gone") for one in snapshots
            ),
            "a half-deleted snapshot": any(one.name.endswith(".gone") for one in snapshots),
            "a journal": self.ground.index.building.exists(),
            "an outdated CURRENT": self.ground.index.current.read_text(encoding="utf-8").strip()
            != newest_complete(self.ground),
            "another live snapshot": live != newest_complete(self.ground),
        }
        self.figures.update({f"{what} left {state}": 1 for state, is_so in states.items() if is_so})

    def _forget_notes(self) -> None:
        self.ground.notes.write_bytes(b"")

    def _demand(self, holds: object, otherwise: str) -> None:
        if not holds:
            msg = f"after {self.figures['kills']} kills, in {self.ground.folder}: {otherwise}"
            raise BrokenError(msg)


def _seconds(act: Callable[[], Any]) -> float:
    started = time.monotonic()
    result(act)
    return time.monotonic() - started


def _roll_back(ground: Ground) -> str:
    """Go back one snapshot; where nothing is older, that is an answer too."""
    try:
        return roll_back(ground.index, ground.wanted()).live
    except LockedError:
        raise
    except StoreError as error:
        return str(error)


def ask_all(ground: Ground) -> dict[str, Any]:
    """Start as a bot does, and answer; hits are checked to the letter by the engine itself."""
    engine = ground.engine()
    answers = [engine.ask(question, now=datetime.now(UTC)) for question in QUESTIONS]
    return {"live": answers[0].snapshot, "hits": min(len(answer.hits) for answer in answers)}


def serve(ground: Ground) -> dict[str, Any]:
    """Answer and follow every new snapshot until told to end; return how many answers there were, and what failed."""
    ended: list[int] = []
    signal.signal(signal.SIGTERM, lambda *_: ended.append(1))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    engine, answered, failed = ground.engine(), 0, ""
    while not ended:
        try:
            engine.refresh()
            answer = engine.ask(QUESTIONS[answered % len(QUESTIONS)], now=datetime.now(UTC))
        except (StoreError, NoSnapshotError) as error:
            failed = f"{type(error).__name__}: {error}"
            break
        answered += bool(answer.hits)
    return {"answered": answered, "failed": failed}
