"""The snapshot that a build takes over from: its arrays, memory-mapped; empty ones where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from bot.index import layout
from bot.index.columns import COLUMN_TYPE, MENTION_TYPE
from bot.index.terms import TERM_TYPE
from bot.index.texts import HASH_TYPE

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.index.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Before:
    """What the last snapshot holds, row by row; `folder` is None where there is none to take over from."""

    folder: Path | None
    languages: tuple[str, ...]
    publishers: tuple[str, ...]
    columns: NDArray[np.void]
    terms: NDArray[np.void]
    passage_terms: NDArray[np.uint32]
    mentions: NDArray[np.void]
    runs: NDArray[np.uint64]
    passage_hashes: NDArray[np.void]
    sentence_hashes: NDArray[np.void]
    passage_vectors: NDArray[np.float16]
    sentence_vectors: NDArray[np.float16]

    @classmethod
    def of(cls, folder: Path, manifest: Manifest) -> Self:
        """Open a snapshot that was verified and is of the kind that is built."""

        def load(name: str) -> NDArray[Any]:
            array: NDArray[Any] = np.load(folder / name, mmap_mode="r", allow_pickle=False)
            return array

        return cls(
            folder=folder,
            languages=tuple(manifest.languages),
            publishers=("", *sorted(manifest.publishers)),
            columns=np.array(load(layout.COLUMNS)),
            terms=load(layout.TERMS),
            passage_terms=load(layout.PASSAGE_TERMS),
            mentions=load(layout.MENTIONS),
            runs=load(layout.RUNS),
            passage_hashes=load(layout.PASSAGE_HASHES),
            sentence_hashes=load(layout.SENTENCE_HASHES),
            passage_vectors=load(layout.PASSAGE_VECTORS),
            sentence_vectors=load(layout.SENTENCE_VECTORS),
        )

    @classmethod
    def nothing(cls, dimension: int) -> Self:
        """Return a snapshot without any article."""
        vectors = np.zeros((0, dimension), np.float16)
        hashes = np.zeros(0, HASH_TYPE)
        return cls(
            folder=None,
            languages=(),
            publishers=("",),
            columns=np.zeros(0, COLUMN_TYPE),
            terms=np.zeros(0, TERM_TYPE),
            passage_terms=np.zeros(0, np.uint32),
            mentions=np.zeros(0, MENTION_TYPE),
            runs=np.zeros(0, np.uint64),
            passage_hashes=hashes,
            sentence_hashes=hashes,
            passage_vectors=vectors,
            sentence_vectors=vectors,
        )
