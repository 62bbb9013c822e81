"""Periods that are still to come when they are asked for."""

from __future__ import annotations

import pytest

from bot.periods import find_period
from tests.periods.test_periods import COVERAGE, NOW


@pytest.mark.parametrize(
    ("text", "is_to_come"),
    [
        ("what is the weather tomorrow", True),
        ("¿qué pasa el próximo mes?", True),
        ("что будет на следующей неделе", True),
        ("o que muda depois de amanhã", True),
        ("que se passe-t-il en mai 2031", True),
        ("what is new today", False),
        ("what happened yesterday", False),
        ("until tomorrow", False),
        ("what was said on 3 May", False),
    ],
)
def test_what_begins_after_today_is_still_to_come(text: str, is_to_come: bool) -> None:  # noqa: FBT001 - a case
    found = find_period(text, now=NOW, coverage=COVERAGE)
    assert found is not None
    assert found.is_to_come is is_to_come
