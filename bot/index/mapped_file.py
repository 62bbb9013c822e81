"""Giving back the memory of a file that a library has mapped."""

from __future__ import annotations

import ctypes
import logging
import os
from pathlib import Path

_log = logging.getLogger(__name__)
_MAPS = Path("/proc/self/maps")
_MADV_DONTNEED = 4  # Linux, <asm-generic/mman-common.h>


def mappings(path: Path) -> list[tuple[int, int]]:
    """Return where a file is mapped into this process, as (address, bytes); none where the system does not tell."""
    if not _MAPS.exists():
        return []
    wanted = str(path.resolve())
    found = []
    for line in _MAPS.read_text(encoding="utf-8", errors="surrogateescape").splitlines():
        parts = line.split(maxsplit=5)
        if len(parts) > 5 and parts[5] == wanted:  # noqa: PLR2004 - address, rights, offset, device, inode, path
            first, last = (int(address, 16) for address in parts[0].split("-"))
            found.append((first, last - first))
    return found


def release(places: list[tuple[int, int]]) -> None:
    """Let the system take the pages of read-only mappings back; what is read next comes from its cache of the file.

    Safe while other threads read them.
    """
    if not places:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    libc.madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    for address, length in places:
        if libc.madvise(address, length, _MADV_DONTNEED):
            _log.info("the pages of a mapped file are kept: %s", os.strerror(ctypes.get_errno()))
