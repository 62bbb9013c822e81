"""The program that draws: a real PNG of the size that a phone shows, whatever is drawn."""

from __future__ import annotations

import io
import struct
import subprocess
import sys

import msgspec
import pytest

from bot.chat.timeline.drawing import Bar, Chart, draw, main

ONE = Chart("Лима", "статей в день", "источников", (Bar(3, 1, 4, 3),), ((3.5, "1 мая\n2019"),), 7)
# 1080 by 810 pixels.
SIZE = (1080, 810)


def size_of(picture: bytes) -> tuple[int, int]:
    """Return a PNG's width and height."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", picture[16:24])


def colours(picture: bytes) -> dict[tuple[int, ...], int]:
    """Return how many pixels of each colour a picture has."""
    from PIL import Image  # noqa: PLC0415 - comes with the library of charts

    with Image.open(io.BytesIO(picture)) as image:
        counted = image.convert("RGB").getcolors(maxcolors=SIZE[0] * SIZE[1]) or []
    return {colour: count for count, colour in counted if isinstance(colour, tuple)}


def test_the_program_reads_a_chart_and_writes_a_picture() -> None:
    """As the bot runs it, limits and all."""
    command = [sys.executable, "-m", "bot.chat.timeline.drawing"]
    done = subprocess.run(command, input=msgspec.json.encode(ONE), capture_output=True, check=True)
    assert size_of(done.stdout) == SIZE


def test_articles_and_publishers_are_drawn_in_proportion_on_a_ground_of_their_own() -> None:
    """Twice the articles take twice the space; both series are seen; the ground is neither white nor see-through."""
    four, two = (colours(draw(_with(Bar(3, 1, n, 1), Bar(5, 1, 4, 1)))) for n in (4, 2))
    ground, articles, publishers = (0xED, 0xEF, 0xF2), (0xBF, 0x72, 0x00), (0x0A, 0x3D, 0x6B)
    assert max(four, key=lambda colour: four[colour]) == ground
    assert four[publishers] > 5_000
    assert 1.2 < four[articles] / two[articles] < 1.6  # 4 + 4 - 2 halves against 4 + 2 - 2 halves


def _with(*bars: Bar) -> Chart:
    return msgspec.structs.replace(ONE, bars=bars)


@pytest.mark.parametrize("title", ["", "$5 and $x^2$", "a_b^{c} \\frac{", "漢字 🙂", "x" * 50])
def test_any_title_can_be_drawn(title: str) -> None:
    """A reader's words are never read as formulas, and an unknown letter is no error."""
    out = io.BytesIO()
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-c",
        "from bot.chat.timeline import drawing as d; import sys; d.main(sys.stdin.buffer, sys.stdout.buffer)",
    ]
    job = msgspec.json.encode(msgspec.structs.replace(ONE, title=title))
    out.write(subprocess.run(command, input=job, capture_output=True, check=True).stdout)
    assert size_of(out.getvalue()) == SIZE


def test_a_day_of_a_year_can_still_be_seen() -> None:
    """The thinnest bar has some pixels."""
    counted = colours(draw(msgspec.structs.replace(ONE, bars=(Bar(200, 1, 1, 1),), span=400)))
    assert counted[0x0A, 0x3D, 0x6B] > 4 * 400


def test_what_is_no_chart_is_refused() -> None:
    """The program ends with an error; the bot then does with words."""
    with pytest.raises(msgspec.DecodeError):
        main(io.BytesIO(b"{}"), io.BytesIO())
