"""What a bench gives: rows of one table, the same for every part that is measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FULL_SIZES = (1_000, 10_000, 100_000, 1_000_000)
QUICK_SIZES = (1_000, 10_000)
_NEARLY_ONE = 0.99


@dataclass(frozen=True, slots=True)
class Scale:
    """How much to measure. `sizes` are numbers of passages; `scratch` is an empty folder, deleted afterwards.

    `shared` is a folder for what several benches need, such as the index of our corpus.
    """

    quick: bool
    scratch: Path
    shared: Path

    @property
    def sizes(self) -> tuple[int, ...]:
        """Return the sizes of corpus to measure at, smallest first."""
        return QUICK_SIZES if self.quick else FULL_SIZES


@dataclass(frozen=True, slots=True)
class Goal:
    """What must hold of a row: its value or, where `of` is "ratio", its ratio to the reference, against a bound."""

    sign: Literal["<=", ">="]
    bound: float
    of: Literal["value", "ratio"] = "value"

    def __str__(self) -> str:
        return f"{self.sign} {self.bound:g}{' x' if self.of == 'ratio' else ''}"


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement, beside the same in a plain reference where there is one.

    `ours` and `reference` are in `unit`; `against` names the reference. Rows of equal `name` and different `size`
    (passages) are plotted as growth. A row without a goal only informs.
    """

    name: str
    ours: float
    unit: str
    reference: float | None = None
    against: str = ""
    size: int | None = None
    goal: Goal | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Return ours as a multiple of the reference."""
        return self.ours / self.reference if self.reference else None

    @property
    def is_met(self) -> bool | None:
        """Whether the goal is met; None where there is none."""
        if self.goal is None:
            return None
        value = self.ratio if self.goal.of == "ratio" else self.ours
        if value is None:
            return False
        return value <= self.goal.bound if self.goal.sign == "<=" else value >= self.goal.bound


def as_row(fields: dict[str, Any]) -> Row:
    """Return the row that `dataclasses.asdict` took apart."""
    goal = fields["goal"]
    return Row(**{**fields, "goal": Goal(**goal) if goal else None})


def line(row: Row) -> str:
    """Return a row as one line of text."""
    size = f" at {row.size:,} passages" if row.size else ""
    beside = f"; {row.against} {_number(row.reference)}, ratio {row.ratio:.2f}" if row.ratio and row.reference else ""
    goal = f"; goal {row.goal}: {_verdict(row)}" if row.goal else ""
    note = f" ({row.note})" if row.note else ""
    return f"{row.name}{size}: {_number(row.ours)} {row.unit}{beside}{goal}{note}"


def as_table(rows: Sequence[Row]) -> str:
    """Return rows as a table in Markdown."""
    head = ("", "passages", "ours", "reference", "ratio", "goal", "")
    cells = [head, ("---", "---:", "---:", "---", "---:", "---", "---"), *map(_cells, rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.name,
        f"{row.size:,}" if row.size else "",
        f"{_number(row.ours)} {row.unit}".strip(),
        f"{_number(row.reference)} {row.unit}: {row.against}" if row.reference is not None else "",
        f"{row.ratio:.2f}" if row.ratio is not None else "",
        f"{row.goal}: {_verdict(row)}" if row.goal else "",
        row.note,
    )


def _verdict(row: Row) -> str:
    return "met" if row.is_met else "MISSED"


def _number(value: float | None) -> str:
    """Return three figures, with commas; five of a share that is nearly 1."""
    if value is None:
        return ""
    if _NEARLY_ONE <= value < 1:
        return f"{value:.5g}"
    if abs(value) >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.3g}"
