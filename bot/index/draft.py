"""A snapshot in the making: what the last one had and still holds is taken over, the rest is worked out.

Articles come and go, one after the other; then rows are laid out, copies joined and words counted. Nothing is held in
memory but numbers. Vectors come after (finish.py).
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

from bot.index import layout
from bot.index.additions import Additions
from bot.index.arrays import Joined
from bot.index.columns import place
from bot.index.copies import join_copies
from bot.index.lexicon import Lexicon
from bot.index.passage_writer import PassageWriter
from bot.index.passages import PassageStore
from bot.index.rows import Renewal
from bot.index.terms import make_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path
    from types import TracebackType

    from numpy.typing import NDArray

    from bot.index.before import Before
    from bot.index.passage_writer import Facts
    from bot.model import Article, Passage, Publisher

    # An article of the corpus: its id, the digest of all that it says (16 bytes), and how to get the rest.
    Listed = tuple[str, bytes, Callable[[], Article]]


@dataclass(frozen=True, slots=True)
class Settled:
    """Which passages the new snapshot has, and what is known of them before anything is encoded.

    `rows` says where each comes from. `columns` has one record a passage, as it will be; `joined` the same before,
    old and new ones one behind the other, where `rows.origin` leads. `spellings` has the commonest word of each of
    `terms`, the frequency of which is not counted yet.
    """

    rows: Renewal
    facts: Facts
    columns: NDArray[np.void]
    joined: NDArray[np.void]
    terms: NDArray[np.void]
    spellings: Sequence[str]


class Draft:
    """The folder of a snapshot that is being made, and another with what is needed only meanwhile; close it after use.

    `model` is the id of the encoder's model. Snapshots that are taken over from are of that model.
    """

    def __init__(self, folder: Path, work: Path, before: Before, model: str) -> None:
        self.folder, self.work = folder, work
        if work.exists():  # of a build that was killed
            shutil.rmtree(work)
        work.mkdir(parents=True)
        self.before = before
        self._old: PassageStore | None = None
        if before.folder is not None:
            for name in (layout.PASSAGES, layout.LEXICON):
                shutil.copyfile(before.folder / name, self.folder / name)
            self._old = PassageStore(before.folder / layout.PASSAGES)
        self.added = Additions(self.work, model)
        self._gone: list[int] = []
        self._gone_rows: list[int] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.added.__exit__(kind, error, trace)
        if self._old is not None:
            self._old.close()

    def take(
        self,
        listed: Iterable[Listed],
        split: Callable[[Article], list[Passage]],
        publishers: Sequence[Publisher],
    ) -> Settled:
        """Make the articles those that are listed, and lay out what they hold; see `Settled`."""
        with PassageWriter(self.folder / layout.PASSAGES) as writer:
            self._exchange(listed, split, writer)
            rows = Renewal.of(len(self.before.columns), len(self.added), self._gone_rows)
            writer.move(rows.moves)
            writer.replace_publishers(publishers)
            groups = self._grouped(writer)
            facts = writer.facts()
        columns, joined = self._columns(rows, facts, groups)
        terms, spellings = self._terms(facts)
        return Settled(rows, facts, columns, joined, terms, spellings)

    def _exchange(
        self, listed: Iterable[Listed], split: Callable[[Article], list[Passage]], writer: PassageWriter
    ) -> None:
        """Take out what is listed no more, or otherwise, and add what is new."""
        known = writer.numbers()
        number = max((found for found, _ in known.values()), default=-1) + 1
        for id_, digest, read in listed:
            found, old_digest = known.pop(id_, (None, b""))
            if found is not None and old_digest == digest:
                continue
            if found is not None:
                self._remove(found, writer)
            article = read()
            passages = split(article)
            writer.add(number, article, digest, len(self.before.columns) + len(self.added), passages)
            self.added.add(number, article, passages)
            number += 1
        for found, _ in known.values():
            self._remove(found, writer)

    def _remove(self, number: int, writer: PassageWriter) -> None:
        if self._old is not None:
            self.added.take_away(self._old.of_article(number))
        self._gone.append(number)
        self._gone_rows += writer.remove(number)

    def _grouped(self, writer: PassageWriter) -> NDArray[np.int64]:
        """Join copies; return the group of each article by its number, and write down the runs of all."""
        numbers, groups = writer.groups().T
        torn = np.isin(groups, self._groups_torn())
        fresh = numbers[torn | (numbers >= self._first_new(numbers))]
        runs = self._runs()
        joined = join_copies(runs, fresh, dict(zip(numbers.tolist(), groups.tolist(), strict=True)), writer.about)
        writer.regroup(joined)
        np.save(self.folder / layout.RUNS, runs)
        of_number = np.zeros(int(numbers.max(initial=-1)) + 1, np.int64)
        of_number[list(joined)] = list(joined.values())
        return of_number

    def _first_new(self, numbers: NDArray[np.int64]) -> int:
        """Return the number of the first article that was added."""
        added = self.added.array("columns")["article"]
        return int(added[0]) if len(added) else int(numbers.max(initial=-1)) + 1

    def _groups_torn(self) -> NDArray[np.uint32]:
        """Return the groups that lost an article: what is left of them is compared again."""
        columns = self.before.columns[self._gone_rows]
        return np.unique(columns["group"])

    def _runs(self) -> NDArray[np.uint64]:
        old = self.before.runs
        if self._gone:
            old = old[~np.isin((old & np.uint64(0xFFFFFFFF)).astype(np.uint32), self._gone)]
        runs = np.concatenate((old, self.added.array("runs")))
        runs.sort(kind="stable")
        return runs

    def _columns(
        self, rows: Renewal, facts: Facts, groups: NDArray[np.int64]
    ) -> tuple[NDArray[np.void], NDArray[np.void]]:
        """Return the records of all passages as they will be, and the old and the new ones one behind the other."""
        before, added = self.before, np.array(self.added.array("columns"))
        old = before.columns.copy()
        for name, old_names, new_names, names in (
            ("language", before.languages, tuple(self.added.languages), tuple(facts.languages)),
            ("publisher", before.publishers, tuple(self.added.publishers), ("", *facts.publishers)),
        ):
            old[name] = _renumbered(old_names, names)[old[name]]
            added[name] = _renumbered(new_names, names)[added[name]]
        for name, values in (
            ("first_term", before.passage_terms),
            ("first_mention", before.mentions),
            ("first_sentence", before.sentence_hashes),
        ):
            added[name] += np.uint64(len(values))
        joined = Joined(old, added)
        columns = joined.take(rows.origin)
        columns["group"] = groups[columns["article"]]
        for name in ("sentences", "terms", "mentions"):
            place(columns, name, columns[name].copy())
        return columns, np.concatenate((old, added))

    def _terms(self, facts: Facts) -> tuple[NDArray[np.void], list[str]]:
        added = self.added
        with Lexicon(self.folder / layout.LEXICON) as lexicon:
            lexicon.count_words({word: change for word, change in added.words.items() if change})
            lexicon.count_sounds(added.capital, added.small)
            spellings, names = lexicon.commonest(), lexicon.names()
        return make_terms(spellings, names, tuple(facts.languages)), spellings.words


def _renumbered(before: Sequence[str], after: Sequence[str]) -> NDArray[np.int64]:
    """Return the new number of each old name; names that are gone get 0, which nothing that stays has."""
    number_of = {name: number for number, name in enumerate(after)}
    return np.array([number_of.get(name, 0) for name in before] or [0], np.int64)
