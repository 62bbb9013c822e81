"""Asking: a question in, an answer out, over the snapshot that is live.

An Engine is made once and lives as long as the process; snapshots are swapped beneath it without a pause.
"""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import NoSnapshotError, SnapshotError
from bot.index.encoder import open_question_encoder
from bot.index.layout import IndexFolder
from bot.index.manifest import Expected, Split
from bot.index.snapshot import current_name, load_current
from bot.model import Answer, Filters, Intent, Outcome, Period
from bot.search.answering import answer, best_hits, notes_on
from bot.search.candidates import find_candidates
from bot.search.confidence import confidence
from bot.search.matching import WordVectors
from bot.search.question import parse
from bot.search.rank import fuse

if TYPE_CHECKING:
    from datetime import datetime

    from bot.config import Config
    from bot.index.encoder import Encoder
    from bot.index.snapshot import Snapshot
    from bot.model import Coverage, Passage, Publisher

log = logging.getLogger(__name__)


class Engine:
    """Answers questions from the live snapshot. Thread safe; `ask` blocks for as long as the encoding takes."""

    def __init__(self, index: IndexFolder, encoder: Encoder, config: Config) -> None:
        self._index = index
        self._encoder = encoder
        self._expected = _expected(config, encoder)
        self._threshold = config.answers.threshold
        self._snapshot: Snapshot | None = None
        self._words = WordVectors(encoder)
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
        snapshot = self._snapshot
        return snapshot.coverage if snapshot else None

    @property
    def engine_name(self) -> str:
        """What encodes the questions."""
        return self._encoder.engine

    def refresh(self) -> bool:
        """Load the snapshot that CURRENT names now, if it is another one; return whether it was swapped in.

        Raises SnapshotError where none can be used; the old snapshot then goes on serving. Questions that are being
        answered keep the old one until they are done.
        """
        with self._swap:
            old = self._snapshot
            if old is not None and current_name(self._index) == old.name:
                return False
            fresh = load_current(self._index, self._expected)
            self._snapshot = fresh
            return old is None or fresh.name != old.name

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

        Raises NoSnapshotError where nothing was built yet.
        """
        snapshot = self._live()
        coverage = Period(snapshot.coverage.first, snapshot.coverage.last)
        question = parse(text, now=now, hint=language, filters=filters, coverage=coverage)
        if question.intent is Intent.GIBBERISH:
            return Answer(question, Outcome.NOTHING, 0.0, (), snapshot.name)
        vector = self._encoder.encode_questions([question.text])[0]
        words = self._words.of_question(question, snapshot)
        candidates = find_candidates(question, vector, words, snapshot)
        if not len(candidates):
            return Answer(
                question, Outcome.NOTHING, 0.0, (), snapshot.name, notes=notes_on(question, snapshot.coverage)
            )
        sure = confidence(candidates, scores := fuse(candidates), len(words.words))
        hits = best_hits(candidates, scores, snapshot, limit)
        if question.intent is not Intent.QUESTION:
            return Answer(question, Outcome.NOTHING, 0.0, tuple(hits), snapshot.name)
        return answer(question, hits, snapshot, sure, self._threshold)

    def passage(self, key: str) -> Passage | None:
        """Return the passage with this key in the live snapshot, or None."""
        stored = self._live().store.by_key(key)
        return stored.passage if stored else None

    def neighbours(self, key: str) -> tuple[Passage | None, Passage | None]:
        """Return the passages of the same article before and after the one with this key."""
        store = self._live().store
        stored = store.by_key(key)
        if stored is None:
            return None, None
        article, position = stored.passage.article.id, stored.passage.position
        return store.at(article, position - 1), store.at(article, position + 1)

    def publisher(self, name: str | None) -> Publisher | None:
        """Return what is known of a publisher, or None."""
        return self._live().publishers.get(name or "")

    def _live(self) -> Snapshot:
        snapshot = self._snapshot
        if snapshot is None:
            msg = f"{self._index.root}: no snapshot yet; build one with: python embed.py"
            raise NoSnapshotError(msg)
        return snapshot


def _expected(config: Config, encoder: Encoder) -> Expected:
    """Return what a snapshot must be for this configuration and encoder."""
    return Expected(encoder.model_id, encoder.dimension, Split(config.passages.words, config.passages.max_words))
