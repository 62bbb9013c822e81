"""What the processor can do, asked of the operating system before anything is called that needs it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

_NATIVE_BF16: Final = frozenset({"amx_bf16", "avx512_bf16", "bf16"})  # Intel, Intel and AMD, ARM as Linux names them
_CPUINFO: Final = Path("/proc/cpuinfo")


def processor_flags(cpuinfo: Path = _CPUINFO) -> frozenset[str] | None:
    """Return the features that Linux reports for the processor; None where the system does not say."""
    try:
        lines = cpuinfo.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    for line in lines:
        key, _, value = line.partition(":")
        if key.strip().lower() in {"flags", "features"}:  # x86, ARM
            return frozenset(value.split())
    return None


def has_native_bf16(flags: frozenset[str] | None) -> bool:
    """Whether the processor multiplies 16-bit brain floats itself; elsewhere they are slower than 32-bit floats."""
    return bool(flags and flags & _NATIVE_BF16)


def usable_processors() -> int:
    """Return how many processors this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
