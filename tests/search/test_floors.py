"""Quality does not fall below what was recorded in tests/quality/floors.json."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.engine import Engine
from tests.quality.floors import floors, reached

if TYPE_CHECKING:
    from tests.corpora import World


def test_our_own_questions_are_answered_as_well_as_recorded(real: World) -> None:
    """Lowering a floor takes python -m tests.quality.floors --lower and a line in CHANGELOG.md."""
    figures = reached(Engine.open(real.config))
    fallen = {name: (round(figures[name], 3), floor) for name, floor in floors().items() if figures[name] < floor}
    assert not fallen, f"below the floor (reached, floor): {fallen}"
