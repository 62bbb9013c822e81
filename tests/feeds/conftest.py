"""The server that misbehaves, and a desk that follows its feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from tests.feeds.badserver import BadServer
from tests.feeds.world import Desk

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest_asyncio.fixture
async def server() -> AsyncIterator[BadServer]:
    running = BadServer()
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
def desk(server: BadServer, tmp_path: Path) -> Desk:
    return Desk(server, tmp_path)
