"""Rows of measurements: their ratio, their goal, their text."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest

from tests.bench.page import write_page
from tests.bench.plot import draw_growth, series
from tests.bench.table import Goal, Row, as_row, as_table, line

if TYPE_CHECKING:
    from pathlib import Path

GROWING = [Row("search", ours, "ms", 2 * ours, "plain", size=size) for ours, size in ((1, 1000), (30, 1_000_000))]


@pytest.mark.parametrize(
    ("goal", "met"),
    [
        (Goal("<=", 40), True),
        (Goal("<=", 39), False),
        (Goal(">=", 2, "ratio"), True),
        (Goal(">=", 2.1, "ratio"), False),
        (None, None),
    ],
)
def test_a_goal_is_about_the_value_or_its_ratio(goal: Goal | None, met: bool | None) -> None:  # noqa: FBT001
    assert Row("speed", 40, "a second", 20, "plain", goal=goal).is_met is met


def test_a_goal_about_a_missing_reference_is_missed() -> None:
    assert Row("speed", 40, "a second", goal=Goal(">=", 1, "ratio")).is_met is False


def test_a_row_survives_its_way_from_one_process_to_another() -> None:
    row = Row("speed", 40, "a second", 20, "plain", 1000, Goal(">=", 2, "ratio"), "a note")
    assert as_row(json.loads(json.dumps(asdict(row)))) == row


def test_a_missed_goal_is_seen() -> None:
    row = Row("load", 12.34, "s", goal=Goal("<=", 10), size=1_000_000)
    assert line(row) == "load at 1,000,000 passages: 12.3 s; goal <= 10: MISSED"
    assert as_table([row]).splitlines()[-1] == "| load | 1,000,000 | 12.3 s |  |  | <= 10: MISSED |  |"


def test_a_share_that_is_nearly_1_is_not_rounded_to_it() -> None:
    assert line(Row("recall@10", 0.99975, "", 1.0, "plain")) == "recall@10: 0.99975 ; plain 1, ratio 1.00"


def test_what_was_measured_at_two_sizes_is_drawn(tmp_path: Path) -> None:
    """What was measured once is not; without anything that grows there is no picture."""
    assert list(series([*GROWING, Row("load", 1, "s", size=1000), Row("memory", 1, "MB")])) == ["search"]
    shares = [Row("recall", share, "", size=size) for share, size in ((1.0, 1000), (0.9995, 1_000_000))]
    assert draw_growth([*GROWING, *shares], tmp_path / "growth.png")
    assert (tmp_path / "growth.png").read_bytes()[:4] == b"\x89PNG"
    assert not draw_growth(GROWING[:1], tmp_path / "none.png")
    assert not (tmp_path / "none.png").exists()


def test_the_page_keeps_what_stands_around_the_table(tmp_path: Path) -> None:
    """Written twice it holds one table; without its marks it is refused by name."""
    page = tmp_path / "performance.md"
    page.write_text("# Before\n<!-- table: written by make bench -->\nold\n<!-- end of table -->\nafter\n", "utf-8")
    for _ in range(2):
        write_page(page, GROWING, "3 minutes")
    text = page.read_text("utf-8")
    assert text.startswith("# Before\n")
    assert text.endswith("after\n")
    assert (text.count("| search | 1,000 |"), text.count("3 minutes"), text.count("old")) == (1, 1, 0)
    page.write_text("no marks", "utf-8")
    with pytest.raises(ValueError, match=r"performance\.md: the marks"):
        write_page(page, GROWING, "3 minutes")
