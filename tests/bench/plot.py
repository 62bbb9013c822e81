"""Growth with the number of passages, as small plots side by side."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.bench.table import Row

_COLUMNS: Final = 3
_SHARES: Final = (0.99, 1.001)  # shown of those that should be nearly 1
_OURS, _REFERENCE = "#1b6ca8", "#b5541c"  # told apart in grey too: the reference is dashed


def series(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Return the rows that were measured at two sizes or more, by name, smallest first."""
    sized = sorted((row for row in rows if row.size), key=lambda row: (row.name, row.size or 0))
    found = {name: list(group) for name, group in groupby(sized, key=lambda row: row.name)}
    return {name: group for name, group in found.items() if len(group) > 1}


def draw_growth(rows: Sequence[Row], path: Path) -> bool:
    """Draw one plot for each name; return False where nothing grows."""
    from matplotlib.figure import Figure  # noqa: PLC0415  # only the page of results needs it

    found = series(rows)
    if not found:
        return False
    lines = -(-len(found) // _COLUMNS)
    figure = Figure(figsize=(4 * _COLUMNS, 2.7 * lines), layout="constrained")
    places = figure.subplots(lines, _COLUMNS, squeeze=False).flatten()
    for place, (name, group) in zip(places, found.items(), strict=False):
        _draw(place, name, group)
    for place in places[len(found) :]:
        place.set_visible(False)
    figure.savefig(path, dpi=80)
    return True


def _short(size: int) -> str:
    """Return 1k for 1,000 and 1M for 1,000,000."""
    return f"{size // 1_000_000}M" if size >= 1_000_000 else f"{size // 1000}k"


def _draw(place: Any, name: str, group: Sequence[Row]) -> None:
    sizes = [row.size or 0 for row in group]
    place.plot(sizes, [row.ours for row in group], "o-", color=_OURS, label="ours")
    beside = [row for row in group if row.reference is not None]
    if beside:
        values = [row.reference for row in beside]
        label = beside[-1].against or "reference"
        place.plot([row.size for row in beside], values, "s--", color=_REFERENCE, label=label)
        place.legend(fontsize=7, frameon=False)
    place.set_xscale("log")
    if group[0].unit:
        place.set_yscale("log")
    else:  # a share
        place.set_ylim(*_SHARES)
    place.set_xticks(sizes, [_short(size) for size in sizes])
    place.minorticks_off()
    place.set_title(name, fontsize=9)
    place.set_xlabel("passages", fontsize=8)
    place.set_ylabel(group[0].unit, fontsize=8)
    place.tick_params(labelsize=7)
    place.grid(visible=True, alpha=0.3)
    place.spines[["top", "right"]].set_visible(False)
