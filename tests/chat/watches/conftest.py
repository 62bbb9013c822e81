"""A running bot whose collection changes, and that looks for news many times a second."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.chat.conftest import FAST
from tests.chat.watches.newsroom import HARBOUR, Newsroom

if TYPE_CHECKING:
    from tests.chat.conftest import World

EAGER = replace(FAST, news=0.02, between_news=0.0)


@pytest.fixture
def newsroom(offstage: World) -> Newsroom:
    """The collection of a bot that was not started yet."""
    made = Newsroom(HARBOUR)
    offstage.engine = offstage.collection = made
    offstage.rhythm = EAGER
    return made


@pytest.fixture
async def follower(offstage: World, newsroom: Newsroom) -> World:
    """A bot that is running over the newsroom."""
    assert offstage.engine is newsroom
    await offstage.start()
    return offstage
