"""Damage: single bytes of every file of an index are changed; each must be refused, or must change nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bot.errors import SnapshotError
from bot.index.generations import candidates
from bot.index.layout import BUILD_ONLY
from bot.index.manifest import read_manifest, verify_files
from bot.index.snapshot import load, load_current
from tests.torture.ground import QUESTIONS, Ground

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from bot.index.layout import IndexFolder
    from bot.index.manifest import Expected


class UndetectedError(AssertionError):
    """A changed byte was neither refused nor harmless."""


def corrupt_all(ground: Ground, chosen: random.Random, changes: int) -> dict[str, Any]:
    """Change so many single bytes of each file of the live snapshot, and of CURRENT, one at a time; return figures.

    Every file of the snapshot must be refused by its name; after one change in each, the whole loader must take the
    snapshot before. Changes of CURRENT must leave everything as it is. Raises UndetectedError.
    """
    wanted = ground.wanted()
    live, older = candidates(ground.index)[:2]
    folder = ground.index.snapshot(live)
    refused: dict[str, int] = {}
    by_builds: dict[str, int] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size):
        outcomes = [_is_refused(path, folder, wanted, place, bit) for place, bit in _places(path, chosen, changes)]
        name = path.relative_to(folder).as_posix()
        (refused if all(outcomes) else by_builds)[name] = len(outcomes)
        _falls_back(ground.index, path, wanted, older if all(outcomes) else live)
    harmless = sum(
        _is_harmless(ground.index, wanted, live, place, bit)
        for place, bit in _places(ground.index.current, chosen, changes)
    )
    load(folder, wanted).close()  # everything was put back
    _answers(ground)
    return {
        "refused, by file": refused,
        "refused": sum(refused.values()),
        "never read to answer, refused by builds": by_builds,
        "harmless changes of CURRENT": harmless,
    }


def _places(path: Path, chosen: random.Random, changes: int) -> list[tuple[int, int]]:
    """Return places with the bits to change there: the first and the last byte, the others at random."""
    size = path.stat().st_size
    places = [0, size - 1, *(chosen.randrange(size) for _ in range(changes - 2))]
    return [(place, chosen.randrange(1, 256)) for place in places]


def _flip(path: Path, place: int, bits: int) -> None:
    """Change a byte in place; once more, and it is as it was."""
    with path.open("r+b") as file:
        file.seek(place)
        old = file.read(1)[0]
        file.seek(place)
        file.write(bytes([old ^ bits]))


def _is_refused(path: Path, folder: Path, wanted: Expected, place: int, bits: int) -> bool:
    _flip(path, place, bits)
    try:
        load(folder, wanted).close()
    except SnapshotError as error:
        if path.name not in str(error):
            msg = f"{path}: byte {place} changed by {bits:#x}; refused without its name: {error}"
            raise UndetectedError(msg) from error
    else:
        if path.name not in BUILD_ONLY or _builds_take_it(folder):
            msg = f"{path}: byte {place} changed by {bits:#x}, and the snapshot was loaded"
            raise UndetectedError(msg)
        return False
    finally:
        _flip(path, place, bits)
    return True


def _builds_take_it(folder: Path) -> bool:
    """Tell whether a build would take anything over from a snapshot: it reads files that answers never read."""
    try:
        verify_files(folder, read_manifest(folder))
    except SnapshotError:
        return False
    return True


def _falls_back(index: IndexFolder, path: Path, wanted: Expected, older: str) -> None:
    _flip(path, 0, 1)
    try:
        snapshot = load_current(index, wanted)
    finally:
        _flip(path, 0, 1)
    snapshot.close()
    if snapshot.name != older:
        msg = f"{path}: damaged, and {snapshot.name} was used instead of {older}"
        raise UndetectedError(msg)


def _is_harmless(index: IndexFolder, wanted: Expected, live: str, place: int, bits: int) -> bool:
    _flip(index.current, place, bits)
    try:
        snapshot = load_current(index, wanted)
    finally:
        _flip(index.current, place, bits)
    snapshot.close()
    if snapshot.name != live:
        msg = f"{index.current}: byte {place} changed by {bits:#x}, and {snapshot.name} was loaded"
        raise UndetectedError(msg)
    return True


def _answers(ground: Ground) -> None:
    engine = ground.engine()
    for question in QUESTIONS:
        if not engine.ask(question, now=datetime.now(UTC)).hits:
            msg = "the snapshot does not answer any more"
            raise UndetectedError(msg)
    engine.close()
