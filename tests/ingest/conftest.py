"""The server that misbehaves, and a fetcher that asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.feeds.conftest import server
from tests.ingest.fetching import make_fetcher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.ingest.fetch import Fetcher
    from tests.feeds.badserver import BadServer


__all__ = ["server"]  # the fixture of the feeds' tests


@pytest.fixture
def fetcher(server: BadServer) -> Iterator[Fetcher]:
    made = make_fetcher(server)
    yield made
    made.close()
