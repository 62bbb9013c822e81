"""Asking: a question in, an answer out, over the snapshot that is live.

An Engine is made once and lives as long as the process; snapshots are swapped beneath it without a pause.
"""

from __future__ import annotations

import logging
import threading
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import NoSnapshotError, SnapshotError
from bot.index.encoder import open_question_encoder
from bot.index.generations import before
from bot.index.layout import IndexFolder
from bot.index.manifest import expected
from bot.index.processor import usable_processors
from bot.index.rollback import roll_back
from bot.index.snapshot import load_other
from bot.model import Answer, Filters, Intent, Outcome, Period
from bot.search.answering import answer, best_hits, notes_on
from bot.search.cache import AnswerCache, asked
from bot.search.candidates import find_candidates
from bot.search.confidence import confidence
from bot.search.holdings import newest_rows, sources
from bot.search.intent.meaning import Meanings
from bot.search.live import LiveSnapshot
from bot.search.question import parse
from bot.search.rank import fuse
from bot.search.survey import survey
from bot.search.understanding import WordVectors

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    import numpy as np
    from numpy.typing import NDArray

    from bot.config import Config
    from bot.index.encoder import Encoder
    from bot.index.rollback import Rollback
    from bot.index.snapshot import Refused, Snapshot
    from bot.model import Article, Coverage, Passage, Publisher, Question, Source
    from bot.search.candidates import Candidates
    from bot.search.understanding import QuestionWords

log = logging.getLogger(__name__)


class Engine:
    """Answers questions from the live snapshot. Thread safe; `ask` blocks for as long as the encoding takes."""

    def __init__(self, index: IndexFolder, encoder: Encoder, config: Config) -> None:
        self._index = index
        self._encoder = encoder
        self._expected = expected(config, encoder)
        self._threshold = config.answers.threshold
        self._serving = LiveSnapshot()
        self._refused: dict[str, Refused] = {}
        self._words = WordVectors(encoder)
        self._meanings = Meanings(encoder.model_id)
        self._answers = AnswerCache()
        # More at once than processors only wait for one another, and each waits the longer for Python's lock.
        self._working = threading.BoundedSemaphore(usable_processors() + 1)
        self._swap = threading.Lock()

    @classmethod
    def open(cls, config: Config, *, must_answer: bool = True) -> Engine:
        """Open the encoder and the live snapshot.

        Raises ModelError. Where no snapshot can be used it raises SnapshotError, or, where the engine need not answer
        yet, logs it and opens all the same: a build can still mend that.
        """
        engine = cls(IndexFolder(Path(config.index.path)), open_question_encoder(config.model), config)
        try:
            engine.refresh()
        except SnapshotError as error:
            if must_answer:
                raise
            log.warning("no questions can be answered yet: %s", error)
        return engine

    @property
    def coverage(self) -> Coverage | None:
        """What the live snapshot holds; None where there is none yet."""
        snapshot = self._serving.snapshot
        return snapshot.coverage if snapshot else None

    @property
    def previous(self) -> str | None:
        """The name of the snapshot that a rollback would give; None where nothing is older than the live one."""
        snapshot = self._serving.snapshot
        return before(self._index, snapshot.name) if snapshot else None

    @property
    def engine_name(self) -> str:
        """What encodes the questions."""
        return self._encoder.engine

    def refresh(self) -> bool:
        """Load the snapshot that is live now, if it is another one; return whether it was swapped in.

        Raises SnapshotError where none can be used; the old snapshot then goes on serving. Questions that are being
        answered keep the old one until they are done; with the last of them it is closed.
        """
        with self._swap:
            old = self._serving.snapshot
            fresh = load_other(self._index, self._expected, old.name if old else None, self._refused)
            if fresh is not None:
                self._serving.replace(fresh)
                self._answers.clear()
            return fresh is not None

    def roll_back(self) -> Rollback:
        """Withdraw the live snapshot and serve the one before it.

        Raises LockedError while a build runs, StoreError where nothing usable is older.
        """
        done = roll_back(self._index, self._expected)
        self.refresh()
        return done

    def close(self) -> None:
        """Close the snapshot once the questions that are being answered are done; nothing is answered afterwards."""
        with self._swap:
            self._serving.replace(None)
            self._answers.clear()

    def ask(
        self,
        text: str,
        *,
        now: datetime,
        language: str | None = None,
        filters: Filters = Filters(),  # noqa: B008 - immutable
        limit: int = 10,
    ) -> Answer:
        """Answer a question with at most `limit` hits. `language` is the reader's, a hint only.

        The same question to the same snapshot gets the answer that was given before, while that is remembered.
        Raises NoSnapshotError where nothing was built yet.
        """
        with self._lent() as snapshot:
            key = asked(snapshot.name, text, now=now, language=language, filters=filters, limit=limit)
            found = self._answers.get(key)
            if found is not None:
                return found
            fresh = self._ask(snapshot, text, now=now, language=language, filters=filters, limit=limit)
            return self._answers.put(key, fresh)

    def _ask(  # noqa: PLR0913 - what `ask` was given
        self, snapshot: Snapshot, text: str, *, now: datetime, language: str | None, filters: Filters, limit: int
    ) -> Answer:
        coverage = Period(snapshot.coverage.first, snapshot.coverage.last)
        question = parse(text, now=now, hint=language, filters=filters, coverage=coverage)
        if question.intent is Intent.GIBBERISH:
            return Answer(question, Outcome.NOTHING, 0.0, (), snapshot.name)
        vector, words = self._words.understand(question, snapshot)
        with self._working:
            return self._ranked(question, vector, words, snapshot, limit)

    def _ranked(
        self, question: Question, vector: NDArray[np.float32], words: QuestionWords, snapshot: Snapshot, limit: int
    ) -> Answer:
        candidates = find_candidates(question, vector, words, snapshot)
        if not len(candidates):
            return Answer(
                question, Outcome.NOTHING, 0.0, (), snapshot.name, notes=notes_on(question, snapshot.coverage)
            )
        if question.intent is Intent.QUESTION and not _is_about_the_corpus(candidates):
            question = replace(question, intent=self._meanings.intent(question.text, vector))

        def search_without(publishers: frozenset[str]) -> Candidates:
            filters = replace(question.filters, without_publishers=question.filters.without_publishers | publishers)
            return find_candidates(replace(question, filters=filters), vector, words, snapshot)

        scores = fuse(candidates)
        hits = best_hits(candidates, scores, snapshot, limit, search_without)
        sure = confidence(words, candidates, scores, hits[0] if hits else None)
        if question.intent is not Intent.QUESTION:
            return Answer(question, Outcome.NOTHING, 0.0, tuple(hits), snapshot.name)
        return answer(question, hits, snapshot, sure, self._threshold)

    def survey(
        self,
        text: str,
        *,
        now: datetime,
        language: str | None = None,
        filters: Filters = Filters(),  # noqa: B008 - immutable
    ) -> Answer:
        """Return all that the collection says about a topic, see `bot.search.survey`. Raises NoSnapshotError."""
        with self._lent() as snapshot:
            coverage = Period(snapshot.coverage.first, snapshot.coverage.last)
            question = parse(text, now=now, hint=language, filters=filters, coverage=coverage)

            def understand(asked: Question) -> tuple[NDArray[np.float32], QuestionWords]:
                return self._words.understand(asked, snapshot)

            with self._working:  # its encoding included: it looks more widely than a question, and is asked less
                return survey(question, understand, snapshot)

    def sources(self) -> tuple[Source, ...]:
        """Return every publisher with what the collection holds of it, most articles first. Raises NoSnapshotError."""
        snapshot = self._live()
        return sources(snapshot.columns, snapshot.languages, snapshot.publisher_names, snapshot.publishers)

    def articles_of(self, publisher: str, limit: int) -> list[Article]:
        """Return a publisher's newest articles, undated ones last; "" is the unknown. Raises NoSnapshotError."""
        with self._lent() as snapshot:
            rows = newest_rows(snapshot.columns, snapshot.publisher_names, publisher, limit)
            return [passage.article for passage in snapshot.store.by_rows(rows)]

    def passage(self, key: str) -> Passage | None:
        """Return the passage with this key in the live snapshot, or None."""
        with self._lent() as snapshot:
            stored = snapshot.store.by_key(key)
            return stored.passage if stored else None

    def neighbours(self, key: str) -> tuple[Passage | None, Passage | None]:
        """Return the passages of the same article before and after the one with this key."""
        with self._lent() as snapshot:
            stored = snapshot.store.by_key(key)
            if stored is None:
                return None, None
            article, position = stored.passage.article.id, stored.passage.position
            return snapshot.store.at(article, position - 1), snapshot.store.at(article, position + 1)

    def publisher(self, name: str | None) -> Publisher | None:
        """Return what is known of a publisher, or None."""
        return self._live().publisher_of(name)

    @contextmanager
    def _lent(self) -> Iterator[Snapshot]:
        """Lend the live snapshot for one answer. Raises NoSnapshotError."""
        with self._serving.use() as snapshot:
            if snapshot is None:
                raise self._no_snapshot()
            yield snapshot

    def _live(self) -> Snapshot:
        """Return the live snapshot, to look only at what it holds in memory. Raises NoSnapshotError."""
        snapshot = self._serving.snapshot
        if snapshot is None:
            raise self._no_snapshot()
        return snapshot

    def _no_snapshot(self) -> NoSnapshotError:
        return NoSnapshotError(f"{self._index.root}: no snapshot yet; build one with: python embed.py")


def _is_about_the_corpus(candidates: Candidates) -> bool:
    """Whether a message is certainly a question: it names what articles name, or a time, or is one word of theirs."""
    question = candidates.question
    is_topic = len(question.text.split()) == 1 and bool(candidates.known.any())
    return candidates.are_named or question.period is not None or is_topic
