"""Which snapshots an index holds, in what order they are tried, and which one is live.

The newest complete snapshot is live. It is complete from the moment that its folder gets its name, so that publishing
is one rename, and nothing can be interrupted half-way. A rollback withdraws a snapshot by a marker in its folder.
CURRENT only tells people and scripts which one is live: damaged or outdated, it changes nothing.
"""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING

from bot.index import layout

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_NAME = re.compile(r"(\d{8}T\d{6}Z)-[0-9a-f]{8}(?:-(\d+))?")
_GONE = ".gone"  # ends the hidden name of a snapshot that is being deleted


def candidates(index: layout.IndexFolder) -> list[str]:
    """Return the names of complete snapshots in the order to try them: newest first, withdrawn ones last."""
    names = sorted(_complete(index), key=_age, reverse=True)
    return sorted(names, key=lambda name: is_withdrawn(index, name))


def standing(index: layout.IndexFolder) -> list[str]:
    """Return the names of complete snapshots that no rollback has withdrawn, newest first."""
    return sorted((name for name in _complete(index) if not is_withdrawn(index, name)), key=_age, reverse=True)


def before(index: layout.IndexFolder, name: str) -> str | None:
    """Return the name of the snapshot that a rollback from `name` would give; None where nothing is older."""
    return next((other for other in standing(index) if _age(other) < _age(name)), None)


def current_name(index: layout.IndexFolder) -> str | None:
    """Return the name in CURRENT; None where there is no such file, or no name in it."""
    try:
        return index.current.read_text(encoding="utf-8").strip() or None
    except (FileNotFoundError, UnicodeDecodeError):
        return None


def tell_current(index: layout.IndexFolder, name: str) -> None:
    """Tell in CURRENT which snapshot is live, atomically."""
    fresh = index.current.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(f"{name}\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(index.current)
    sync(index.root)


def is_withdrawn(index: layout.IndexFolder, name: str) -> bool:
    """Whether a rollback has withdrawn a snapshot."""
    return (index.snapshot(name) / layout.WITHDRAWN).exists()


def withdraw(index: layout.IndexFolder, name: str) -> None:
    """Withdraw a snapshot, durably: it is tried only where no other can be used."""
    marker = index.snapshot(name) / layout.WITHDRAWN
    marker.touch()
    sync(marker)
    sync(marker.parent)


def free_name(index: layout.IndexFolder, built: datetime, digest: str) -> str:
    """Return a name for a new snapshot that is newer than every other, even where the clock went back."""
    stamp, number = f"{built:%Y%m%dT%H%M%SZ}", 1
    ages = [_age(name)[:2] for name in _folders(index)]
    newest_stamp, newest_number = max(ages, default=("", 0))
    if newest_stamp >= stamp:
        stamp, number = newest_stamp, newest_number + 1
    return f"{stamp}-{digest[:8]}" + (f"-{number}" if number > 1 else "")


def prune(index: layout.IndexFolder, keep: int) -> None:
    """Delete all complete snapshots but the `keep` that are tried first, and what unfinished builds left."""
    kept = candidates(index)[:keep]
    for name in _folders(index):
        if name not in kept:
            index.snapshot(name).rename(index.snapshots / f".{name}{_GONE}")  # from here on nobody takes it for whole
    sweep(index)


def sweep(index: layout.IndexFolder) -> None:
    """Delete what an interrupted build or deletion left behind; the caller holds the lock."""
    if index.snapshots.is_dir():
        for folder in index.snapshots.iterdir():
            if folder.name.startswith(".") and folder.is_dir() and not folder.is_symlink():
                shutil.rmtree(folder)


def sync(path: Path) -> None:
    """Wait until the disk has a file's content, or a folder's names."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _folders(index: layout.IndexFolder) -> list[str]:
    """Return the names of the folders that are neither being written nor being deleted."""
    if not index.snapshots.is_dir():
        return []
    return [path.name for path in index.snapshots.iterdir() if not path.name.startswith(".") and path.is_dir()]


def _complete(index: layout.IndexFolder) -> list[str]:
    return [name for name in _folders(index) if (index.snapshot(name) / layout.MANIFEST).is_file()]


def _age(name: str) -> tuple[str, int, str]:
    """Return what snapshots are ordered by; greater is newer. A foreign name is older than all of ours."""
    match = _NAME.fullmatch(name)
    return (match[1], int(match[2] or 1), name) if match else ("", 0, name)
