"""Encoding what no snapshot and no journal has: every text once, long texts first, nothing lost to a kill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.index.packed_encoder import prepare_for
from bot.index.reuse import sortable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from bot.index.encoder import Encoder
    from bot.index.reuse import Reuse

    Halves = NDArray[np.float16]
    Rows = NDArray[np.int64]

# Texts encoded between two writes to the journal: what a kill can cost at most.
CHUNK = 256
# Characters from which an encoder is shown only some of the texts beforehand: more than make a build a long one.
_SHOWN = 5_000_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """Texts of one kind whose vectors are wanted in `out`, a row a text.

    `lengths` are in characters; `texts` returns those of given rows.
    """

    hashes: NDArray[np.void]
    lengths: NDArray[np.uint32]
    texts: Callable[[Rows], Sequence[str]]
    out: Halves
    are_words: bool = False


@dataclass(frozen=True, slots=True)
class _Places:
    """Where texts are: the number of their kind and the row in it."""

    kinds: NDArray[np.int8]
    rows: Rows

    def __getitem__(self, which: Rows) -> _Places:
        return _Places(self.kinds[which], self.rows[which])


def encode_all(
    wanted: Sequence[Wanted], encoder: Encoder, reuse: Reuse, progress: Callable[[int, int], None]
) -> tuple[int, int]:
    """Fill the vectors of all texts; return how many had to be encoded, and how many not.

    Progress is told as (texts encoded, texts to encode).
    """
    missing = [reuse.fill(kind.hashes, kind.out) for kind in wanted]
    places = _Places(np.repeat(np.arange(len(wanted)), [len(rows) for rows in missing]), np.concatenate(missing))
    hashes = np.concatenate([kind.hashes[rows] for kind, rows in zip(wanted, missing, strict=True)])
    lengths = np.concatenate([kind.lengths[rows] for kind, rows in zip(wanted, missing, strict=True)])
    _, first, text_of = np.unique(sortable(hashes), return_index=True, return_inverse=True)
    members, starts = np.argsort(text_of, kind="stable"), np.searchsorted(np.sort(text_of), np.arange(len(first) + 1))
    are_words = np.array([kind.are_words for kind in wanted])[places.kinds[first]]
    # Words last, long texts first: batches of equal lengths waste least, and the time left is never underestimated.
    order = np.lexsort((first, -lengths[first].astype(np.int64), are_words))
    prepare_for(encoder, _sampled(places[first], lengths[first], wanted))
    for at in range(0, len(order), CHUNK):
        progress(at, len(order))
        for chunk in _by_kind_of_encoding(order[at : at + CHUNK], are_words):
            fresh = _encoded(places[first[chunk]], wanted, encoder)
            reuse.put(hashes[first[chunk]], fresh)
            for text, vector in zip(chunk, fresh, strict=True):
                _write(vector, places[members[starts[text] : starts[text + 1]]], wanted)
    progress(len(order), len(order))
    return len(order), sum(len(kind.hashes) for kind in wanted) - len(order)


def _sampled(places: _Places, lengths: NDArray[np.uint32], wanted: Sequence[Wanted]) -> list[str]:
    """Return texts all through the work, or all of a short one: what an encoder needs to see of it beforehand."""
    step = 1 + int(lengths.sum(dtype=np.int64)) // _SHOWN
    every = places[np.arange(0, len(lengths), step)]
    return [
        text
        for kind in range(len(wanted))
        if len(mine := every.rows[every.kinds == kind])
        for text in wanted[kind].texts(mine)
    ]


def _by_kind_of_encoding(chunk: Rows, are_words: NDArray[np.bool_]) -> list[Rows]:
    words = are_words[chunk]
    return [part for part in (chunk[~words], chunk[words]) if len(part)]


def _encoded(places: _Places, wanted: Sequence[Wanted], encoder: Encoder) -> Halves:
    """Return the vectors of texts that are all words or none, rounded as the snapshot keeps them."""
    texts = [""] * len(places.rows)
    for kind in np.unique(places.kinds):
        mine = np.flatnonzero(places.kinds == kind)
        for place, text in zip(mine, wanted[kind].texts(places.rows[mine]), strict=True):
            texts[place] = text
    are_words = wanted[places.kinds[0]].are_words
    found = encoder.encode_questions((), texts) if are_words else encoder.encode_passages(texts)
    return found.astype(np.float16)


def _write(vector: Halves, places: _Places, wanted: Sequence[Wanted]) -> None:
    for kind, row in zip(places.kinds.tolist(), places.rows.tolist(), strict=True):
        wanted[kind].out[row] = vector
