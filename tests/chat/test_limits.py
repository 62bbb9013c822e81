"""What one person and one chat may ask."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.chat.limits import QuestionLimits, Verdict
from bot.config import LimitsConfig

if TYPE_CHECKING:
    import pytest


async def test_a_person_is_warned_once_then_ignored_and_others_are_not_affected() -> None:
    limits = QuestionLimits(LimitsConfig(per_person_per_minute=2))
    verdicts = [await limits.admit(1, 1) for _ in range(4)]
    assert verdicts == [Verdict.ADMIT, Verdict.ADMIT, Verdict.WARN, Verdict.IGNORE]
    assert await limits.admit(2, 2) is Verdict.ADMIT


async def test_a_chat_is_limited_whoever_asks() -> None:
    limits = QuestionLimits(LimitsConfig(per_chat_per_minute=2))
    verdicts = [await limits.admit(person, 50) for person in range(1, 5)]
    assert verdicts == [Verdict.ADMIT, Verdict.ADMIT, Verdict.WARN, Verdict.IGNORE]


async def test_a_group_is_never_promised_more_than_telegram_lets_through() -> None:
    limits = QuestionLimits(LimitsConfig(per_chat_per_minute=100))
    admitted = [await limits.admit(person, -5) for person in range(1, 40)]
    assert admitted.count(Verdict.ADMIT) == 20


async def test_the_warning_is_due_again_when_half_of_the_bucket_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before that a person who goes on asking at the limit would be warned every few seconds."""
    limits, loop, elapsed = QuestionLimits(LimitsConfig(per_person_per_minute=4)), asyncio.get_running_loop(), 0.0
    start = loop.time()
    monkeypatch.setattr(loop, "time", lambda: start + elapsed)
    for _ in range(5):
        await limits.admit(1, 1)
    elapsed = 15.0
    assert [await limits.admit(1, 1) for _ in range(2)] == [Verdict.ADMIT, Verdict.IGNORE]
    elapsed = 75.0
    assert [await limits.admit(1, 1) for _ in range(5)][-1] is Verdict.WARN


async def test_presses_that_ask_nothing_have_more_room_of_their_own() -> None:
    """Setting a few things in a row takes many; the questions that are left are not touched."""
    limits = QuestionLimits(LimitsConfig(per_person_per_minute=2))
    assert [await limits.admit_press(7) for _ in range(7)] == [True] * 6 + [False]
    assert await limits.admit_press(8)
    assert await limits.admit_inline(7)
    assert await limits.admit(7, 7) is Verdict.ADMIT
