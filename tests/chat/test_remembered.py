"""Answers come back from the store as they were shown."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.chat.remembered import Remembered, ShownAnswers, new_token
from bot.chat.state import open_database
from bot.model import (
    Answer,
    Article,
    Filters,
    Hit,
    Note,
    Outcome,
    Period,
    PeriodRequest,
    PeriodRole,
    Question,
    Span,
)
from tests.chat.conftest import NOW
from tests.chat.fake_engine import HARBOUR, FakeEngine, passages_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PASSAGE = passages_of(HARBOUR[0])[1]
COPY = Article("copy.md", "Copy", "", "ru", "Газета", date(2019, 5, 1), "https://copy.example", "digest", "EFE")
QUESTION = Question(
    "Что случилось в марте?",
    "ru",
    period=PeriodRequest(Period(date(2019, 3, 1), None), PeriodRole.EVENT, Span(14, 21)),
    filters=Filters(
        Period(None, date(2019, 5, 1)),
        frozenset({"en", "ru"}),
        frozenset({"Газета"}),
        asked=PeriodRequest(Period(date(2019, 3, 1), None), PeriodRole.EVENT, Span(14, 21)),
        without_ownership=frozenset({"state"}),
    ),
)
ANSWER = Answer(
    QUESTION,
    Outcome.FOUND,
    0.75,
    (Hit(PASSAGE, 0.5, PASSAGE.sentences[0], (COPY,), other_side=True),),
    "snapshot-1",
    publishers=2,
    notes=(Note.ONE_SIDE, Note.UNDATED_LEFT_OUT),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ShownAnswers]:
    """An empty store."""
    database = open_database(tmp_path / "state.sqlite3")
    yield ShownAnswers(database)
    database.close()


async def test_an_answer_comes_back_with_everything_that_is_shown(store: ShownAnswers) -> None:
    await store.keep("t", 5, 9, ANSWER, NOW, composed=True)
    assert await store.find("t", 5, FakeEngine().passage, NOW) == Remembered(9, ANSWER, NOW, composed=True)


async def test_what_is_too_old_is_deleted_for_good(store: ShownAnswers) -> None:
    await store.keep("old", 5, None, ANSWER, NOW - timedelta(days=31))
    await store.keep("new", 5, None, ANSWER, NOW - timedelta(days=29))
    assert await store.forget(NOW, 30) == 1
    always = NOW - timedelta(days=1000)
    assert await store.find("old", 5, FakeEngine().passage, always) is None
    assert await store.find("new", 5, FakeEngine().passage, always) is not None


def test_tokens_fit_into_callback_data() -> None:
    assert all(len(f"c:{new_token()}:99".encode()) <= 64 for _ in range(100))
