"""Writing a snapshot: into a hidden folder of its own, made durable, then published by renaming it."""

from __future__ import annotations

import logging
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from bot.errors import StoreError
from bot.index.generations import prune, sync, tell_current
from bot.index.manifest import Manifest, file_sums, write_manifest
from bot.index.writing import writing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.index.layout import IndexFolder

log = logging.getLogger(__name__)


@contextmanager
def new_folder(index: IndexFolder, name: str) -> Iterator[Path]:
    """Yield a hidden folder for a new snapshot; where it is not published, nothing of it is left.

    Raises StoreError where it can't be written.
    """
    folder = index.snapshots / f".{name}"
    try:
        with writing(index.root):
            folder.mkdir(parents=True)
        yield folder
    except BaseException:
        if folder.exists():
            shutil.rmtree(folder, ignore_errors=True)
        raise


def write_snapshot(index: IndexFolder, folder: Path, about: Manifest, keep: int) -> Manifest:
    """Publish what was written into a folder of `new_folder`; then delete all but the newest `keep`.

    `about` says everything but the sums of the files. Raises StoreError where it can't be written; what was live then
    stays live.
    """
    with writing(index.root):
        manifest = msgspec.structs.replace(about, files=file_sums(folder))
        write_manifest(folder, manifest)
        publish(index, folder, manifest.name)
    _tidy(index, manifest.name, keep)
    return manifest


def publish(index: IndexFolder, folder: Path, name: str) -> None:
    """Make a written snapshot durable, and live under its name."""
    _sync_tree(folder)
    folder.rename(index.snapshot(name))
    sync(index.snapshots)


def _tidy(index: IndexFolder, name: str, keep: int) -> None:
    """Name the new snapshot in CURRENT and delete old ones; it is live already, so that trouble here is only logged."""
    try:
        with writing(index.root):
            tell_current(index, name)
            prune(index, keep)
    except StoreError as error:
        log.warning("snapshot %s is live, but older ones could not be cleared away: %s", name, error)


def _sync_tree(folder: Path) -> None:
    for path in folder.rglob("*"):
        sync(path)
    sync(folder)
