"""The program that draws a chart in a process of its own: `python -m bot.chat.timeline.drawing`.

It gets a line of JSON (`Chart`) on its standard input and writes a PNG. The library of charts needs four times the
memory that it may take in the bot; here it goes with the process.
"""

from __future__ import annotations

import io
import resource
import sys
from itertools import pairwise
from typing import IO, TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MEMORY = 2 * 1024**3
"""Bytes of address space. Libraries mapped into memory count too; drawing took 84 MB, resident."""

# A picture of 1080 by 810 pixels: on a phone it is about 360 points wide, so a letter of 30 pixels is 10 points there.
_INCHES = (9.0, 6.75)
_DPI = 120
_LARGE, _TEXT = 20, 18  # points at that resolution: 33 and 30 pixels
# A ground of its own, neither white nor dark: it reads the same in every theme of Telegram. Contrast on it, by the
# formula of WCAG 2: ink 14 to 1, publishers 7.5, further articles 3.1; the two fills against each other 2.4.
_GROUND = "#EDEFF2"
_INK = "#16202A"
_GRID = "#C9CFD6"
_PUBLISHERS = "#0A3D6B"
_ARTICLES = "#BF7200"
_NARROWEST = 5.0  # pixels; a thinner bar can't be seen on a phone
_ROOMY = 14.0  # pixels; so wide are bars of single days far apart, for their publishers to show inside
_BETWEEN = 0.86  # of the way from a bar's middle to the next one's; the rest is a gap
_NESTED = 10.0  # pixels from which a bar has room for a narrower one inside
_INSIDE = 0.5  # of a bar's width
_MARGIN = 0.15  # inches


class Bar(msgspec.Struct, frozen=True):
    """Counts of one day, month or year: where it begins (days from the chart's first) and how long it is, in days."""

    start: float
    width: float
    articles: int
    publishers: int


class Chart(msgspec.Struct, frozen=True):
    """All that is drawn, in the reader's language. `ticks` are places (in days from the first) with their labels."""

    title: str
    articles: str
    publishers: str
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    span: float


def main(source: IO[bytes], out: IO[bytes]) -> None:
    """Read the chart, write the picture."""
    out.write(draw(msgspec.json.decode(source.read(), type=Chart)))


def draw(chart: Chart) -> bytes:
    """Return the chart as a PNG."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - so that importing `Chart` stays small
    from matplotlib.figure import Figure  # noqa: PLC0415

    figure = Figure(figsize=_INCHES, dpi=_DPI, facecolor=_GROUND)
    figure.set_layout_engine("constrained", w_pad=_MARGIN, h_pad=_MARGIN)
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    _bars(axes, chart)
    _frame(axes, chart)
    picture = io.BytesIO()
    figure.savefig(picture, format="png")
    return picture.getvalue()


def _bars(axes: Axes, chart: Chart) -> None:
    """Draw a bar of all articles and, inside it, one of the publishers: a narrower one where there is room."""
    pixel = chart.span / (_INCHES[0] * _DPI)  # in days; a little less, for the margins
    middles = [bar.start + bar.width / 2 for bar in chart.bars]
    least = min([_ROOMY, *(_BETWEEN * (after - one) / pixel for one, after in pairwise(middles))])
    widths = [max(max(_NARROWEST, least) * pixel, _BETWEEN * bar.width) for bar in chart.bars]
    inner = [_INSIDE * width if width >= _NESTED * pixel else width for width in widths]
    axes.bar(middles, [bar.articles for bar in chart.bars], widths, color=_ARTICLES, label=chart.articles)
    axes.bar(middles, [bar.publishers for bar in chart.bars], inner, color=_PUBLISHERS, label=chart.publishers)


def _frame(axes: Axes, chart: Chart) -> None:
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415 - as above

    axes.set_facecolor(_GROUND)
    axes.set_title(chart.title, fontsize=_LARGE, color=_INK, loc="left", pad=58, parse_math=False)
    axes.set_xlim(0, chart.span)
    axes.set_ylim(0, max(bar.articles for bar in chart.bars) * 1.04)
    axes.set_xticks([place for place, _ in chart.ticks], [label for _, label in chart.ticks])
    axes.yaxis.set_major_locator(MaxNLocator(nbins=6, integer=True, min_n_ticks=1))
    axes.tick_params(labelsize=_TEXT, colors=_INK, length=6, width=1.2)
    axes.grid(axis="y", color=_GRID, linewidth=1.2)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(_INK)
    axes.legend(
        loc="lower left",
        bbox_to_anchor=(-0.01, 1.0),
        ncols=2,
        frameon=False,
        fontsize=_TEXT,
        labelcolor=_INK,
        borderaxespad=0.2,
        handlelength=1.0,
        columnspacing=1.2,
    )


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    main(sys.stdin.buffer, sys.stdout.buffer)
