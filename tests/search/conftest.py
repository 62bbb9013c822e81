"""Engines over the small and the shipped corpus, with the real model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.search.engine import Engine
from tests.corpora import World, real_world, shared_folder, small_real_world

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The small world, built with the real model; not to be changed."""
    return small_real_world(shared_folder(tmp_path_factory))


@pytest.fixture(scope="session")
def engine(small: World) -> Engine:
    """An engine over the small world."""
    return Engine.open(small.config)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> World:
    """The shipped corpus, built with the real model; not to be changed."""
    shared = shared_folder(tmp_path_factory)
    cache: Path = pytestconfig.cache.mkdir("real-corpus") if pytestconfig.cache else shared / "cache"
    return real_world(shared, cache / "index")
