"""The words of a snapshot's passages, counted, so that the next build only counts what changed.

Two tables: how many passages hold each word of each language, and how often each key (see tokens.py) is written with a
capital where no sentence begins, and how often without. Counts are added and taken away again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.index.draft_file import DraftFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

_SCHEMA = """
CREATE TABLE IF NOT EXISTS words(
    n INTEGER PRIMARY KEY, language TEXT NOT NULL, word TEXT NOT NULL, stem INTEGER NOT NULL, sound INTEGER NOT NULL,
    passages INTEGER NOT NULL, UNIQUE(language, word)
) STRICT;
CREATE TABLE IF NOT EXISTS sounds(
    sound INTEGER PRIMARY KEY, capital INTEGER NOT NULL, small INTEGER NOT NULL
) STRICT;
"""
# A key is a name's when it is written with a capital at least this many times as often as without.
_NAME_RATIO = 4


class Word(NamedTuple):
    """A word of a language as it is spelt, lower-cased, with the hashes of its stem and of its key (both folded)."""

    language: str
    word: str
    stem: int
    sound: int


class Spellings(NamedTuple):
    """The commonest word of each stem, sorted by the stem's hash."""

    words: list[str]
    languages: list[str]
    stems: NDArray[np.uint64]
    sounds: NDArray[np.uint64]


class Lexicon(DraftFile):
    """The counts of a snapshot that is being made."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, _SCHEMA)

    def count_words(self, changes: Mapping[Word, int]) -> None:
        """Add to the number of passages that hold words; what no passage holds any more is forgotten."""
        self._db.executemany(
            "INSERT INTO words(language, word, stem, sound, passages) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET passages = passages + excluded.passages",
            ((w.language, w.word, _signed(w.stem), _signed(w.sound), change) for w, change in changes.items()),
        )
        if any(change < 0 for change in changes.values()):
            self._db.execute("DELETE FROM words WHERE passages <= 0")

    def count_sounds(self, capital: Mapping[int, int], small: Mapping[int, int]) -> None:
        """Add to how often keys are written with a capital where no sentence begins, and without."""
        self._db.executemany(
            "INSERT INTO sounds VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET capital = capital + excluded.capital, small = small + excluded.small",
            (
                (_signed(sound), capital.get(sound, 0), small.get(sound, 0))
                for sound in dict.fromkeys((*capital, *small))
            ),
        )

    def commonest(self) -> Spellings:
        """Return the commonest word of each stem; of equally common ones that which was met first."""
        languages: list[str] = []
        words: list[str] = []
        numbers: list[tuple[int, int, int]] = []
        for language, word, *counted in self._db.execute(
            "SELECT language, word, stem, sound, passages FROM words ORDER BY n"
        ):
            languages.append(language)
            words.append(word)
            numbers.append(tuple(counted))
        table = np.array(numbers, np.int64).reshape(-1, 3)
        stems = np.ascontiguousarray(table[:, 0]).view(np.uint64)
        ordered = np.lexsort((np.arange(len(table)), -table[:, 2], stems))
        _, first = np.unique(stems[ordered], return_index=True)
        best = ordered[first]
        return Spellings(
            words=[words[row] for row in best],
            languages=[languages[row] for row in best],
            stems=table[best, 0].astype(np.int64).view(np.uint64),
            sounds=table[best, 1].astype(np.int64).view(np.uint64),
        )

    def names(self) -> NDArray[np.uint64]:
        """Return the hashes of the keys that are nearly always written with a capital, sorted."""
        records = self._db.execute(
            "SELECT sound FROM sounds WHERE capital > 0 AND capital >= ? * small", (_NAME_RATIO,)
        ).fetchall()
        return np.sort(np.array(records, np.int64).reshape(-1).view(np.uint64))


def _signed(number: int) -> int:
    """Return 64 unsigned bits as SQLite keeps them."""
    return number - (1 << 64) if number >= 1 << 63 else number
