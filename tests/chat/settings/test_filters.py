"""What settings add to the filters of a question."""

from __future__ import annotations

import msgspec
import pytest

from bot.model import Filters


@pytest.mark.parametrize(
    "stored",
    [b'{"period":null,"languages":[],"publishers":[],"ignore_period":true}', b'{"ignore_period":true}'],
)
def test_answers_that_were_stored_before_there_were_settings_are_still_read(stored: bytes) -> None:
    """Their buttons work on."""
    assert msgspec.json.decode(stored, type=Filters) == Filters(ignore_period=True)


def test_what_was_left_out_is_stored_with_an_answer() -> None:
    filters = Filters(without_publishers=frozenset({"Ведомости"}), without_ownership=frozenset({"state"}))
    assert msgspec.json.decode(msgspec.json.encode(filters), type=Filters) == filters
