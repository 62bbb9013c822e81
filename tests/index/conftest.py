"""An index built once from the small corpus, with an encoder that needs no model."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.corpora import World, small_world

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory) -> World:
    world = small_world(tmp_path_factory.mktemp("small"))
    world.build()
    return world


@pytest.fixture
def world(_built: World, tmp_path: Path) -> World:
    """A world of the test's own with one snapshot."""
    shutil.copytree(_built.folder, tmp_path, dirs_exist_ok=True)
    return World(tmp_path)
