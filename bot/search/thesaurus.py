"""Words that newspapers use for one notion, in five languages: "blackout", "outage", "apagón", "panne", "блэкаут".

The model's vectors of single words know most translations and miss some of the plainest. The list (`thesaurus.tsv`) was
written for news of crises anywhere, without sight of our corpus or of the questions that judge it.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.index.terms import term_hash
from bot.index.tokens import fold, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

_NAME: Final = "concept"  # the column beside those of the languages
_FILE: Final = "thesaurus.tsv"


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Notions by the hashes of the stems of their words (terms.stem_hash).

    `stems` is sorted and holds a stem once for each notion that it stands for; `notions` are those, in the same order.
    The stems of notion n are `members[starts[n]:starts[n + 1]]`.
    """

    stems: Hashes
    notions: NDArray[np.int64]
    members: Hashes
    starts: NDArray[np.int64]

    def related(self, stem: int) -> Hashes:
        """Return the hashes of all stems that share a notion with one, itself among them, or none."""
        first, last = (int(np.searchsorted(self.stems, np.uint64(stem), side)) for side in ("left", "right"))
        found = [self.members[self.starts[n] : self.starts[n + 1]] for n in self.notions[first:last].tolist()]
        return np.concatenate([np.zeros(0, np.uint64), *found])


@cache
def packaged_thesaurus() -> Thesaurus:
    """Return the thesaurus that comes with the program."""
    with (files("bot.search") / _FILE).open(encoding="utf-8") as lines:
        return make_thesaurus(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def make_thesaurus(notions: Iterable[Mapping[str, str]]) -> Thesaurus:
    """Return a thesaurus of notions, each with its words by language, a space between two."""
    members = [np.array(sorted(_stems(words_of)), np.uint64) for words_of in notions]
    starts = np.cumsum([0, *map(len, members)])
    flat = np.concatenate([np.zeros(0, np.uint64), *members])
    order = np.argsort(flat, kind="stable")
    return Thesaurus(flat[order], np.repeat(np.arange(len(members)), np.diff(starts))[order], flat, starts)


def _stems(words_of: Mapping[str, str]) -> set[int]:
    return {
        term_hash(f"{language}:{stem(word, language)}")
        for language, of_language in words_of.items()
        if language != _NAME
        for word in fold(of_language).split()
    }
