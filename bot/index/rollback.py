"""Going back one snapshot: the live one is withdrawn, and the one before it serves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import SnapshotError, StoreError
from bot.index.generations import standing, tell_current, withdraw
from bot.index.lock import build_lock
from bot.index.snapshot import verify
from bot.index.writing import writing

if TYPE_CHECKING:
    from bot.index.layout import IndexFolder
    from bot.index.manifest import Expected


@dataclass(frozen=True, slots=True)
class Rollback:
    """What a rollback did: the snapshot that was live, and the one that is."""

    withdrawn: str
    live: str


def roll_back(index: IndexFolder, wanted: Expected) -> Rollback:
    """Withdraw the live snapshot and make the newest usable one before it live.

    Withdrawn snapshots serve only where no other can; the next build publishes on top of the live one. Raises
    LockedError while a build runs, StoreError where nothing usable is older, each with its reason.
    """
    with build_lock(index):
        usable, refused = _usable(index, wanted)
        if len(usable) < 2:  # noqa: PLR2004 - the live one and the one before it
            msg = f"{index.root}: there is no older snapshot to go back to"
            raise StoreError("\n".join([msg, *refused]))
        live, target = usable
        names = standing(index)
        with writing(index.root):
            # The newest goes last: until then it is live as before, wherever this is interrupted.
            for name in reversed(names[: names.index(target)]):
                withdraw(index, name)
            tell_current(index, target)
    return Rollback(live, target)


def _usable(index: IndexFolder, wanted: Expected) -> tuple[list[str], list[str]]:
    """Return the newest two snapshots that can be used, newest first, and why those between them can't."""
    usable: list[str] = []
    refused: list[str] = []
    for name in standing(index):
        try:
            verify(index.snapshot(name), wanted)
        except SnapshotError as error:
            refused.append(str(error))
        else:
            usable.append(name)
        if len(usable) == 2:  # noqa: PLR2004 - the live one and the one before it
            break
    return usable, refused
