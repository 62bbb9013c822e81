"""What the processor can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.index.processor import has_native_bf16, processor_flags, usable_processors

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("processor\t: 0\nflags\t\t: fpu avx2 fma amx_bf16\n\nflags\t\t: other\n", {"fpu", "avx2", "fma", "amx_bf16"}),
        ("processor : 0\nFeatures : fp asimd bf16\n", {"fp", "asimd", "bf16"}),
    ],
)
def test_reads_the_flags_of_the_first_processor(tmp_path: Path, text: str, expected: set[str]) -> None:
    """As Linux writes them on x86 and on ARM."""
    (tmp_path / "cpuinfo").write_text(text, encoding="utf-8")
    assert processor_flags(tmp_path / "cpuinfo") == frozenset(expected)


def test_a_system_that_does_not_say_gives_none(tmp_path: Path) -> None:
    """No such file, or one without flags."""
    assert processor_flags(tmp_path / "cpuinfo") is None
    (tmp_path / "cpuinfo").write_text("cpu : unknown\n", encoding="utf-8")
    assert processor_flags(tmp_path / "cpuinfo") is None


def test_native_bf16_is_known_by_its_flags() -> None:
    """AMX, AVX-512 BF16 or ARM's bf16; plain AVX-512 emulates it and does not count."""
    assert has_native_bf16(frozenset({"avx512_bf16"}))
    assert has_native_bf16(frozenset({"bf16"}))
    assert not has_native_bf16(frozenset({"avx512f", "avx512bw"}))
    assert not has_native_bf16(None)


def test_there_is_a_processor() -> None:
    """At least the one that runs this test."""
    assert usable_processors() >= 1
