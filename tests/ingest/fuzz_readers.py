"""A fuzz run over all readers: `python -m tests.ingest.fuzz_readers [INPUTS] [--seed N]`.

Each input is a sample, broken at random: bytes flipped, cut out, doubled, swapped for pieces of other samples or for
values that break parsers. What must hold: no exception, no hang, no memory without end, and every article is sound.
A breach is printed with what repeats it, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import io
import logging
import random
import signal
import sys
import time
import traceback
import warnings
import zlib
from collections import Counter
from typing import TYPE_CHECKING
from unittest import mock

from bot.errors import ArticleError
from bot.ingest import pdf, single
from bot.ingest.reading import read_bytes
from bot.ingest.source import ReadSettings
from tests.ingest.samples import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from bot.ingest.pdf import PdfText
    from bot.model import Article

INPUTS = 100_000
_SECONDS = 20  # a single small input that takes longer hangs
_MEMORY = 3_000_000_000  # bytes of address space of the whole run
_RARELY = 25  # of as many inputs one page or PDF: they take a hundred times as long as the others
_SLOW = ("a.html", "a.html.gz", "a.pdf", "a.warc", "a.warc.gz", "a.arc", "a.zip", "a.tar.gz", "a.tar")
_TOKENS = (
    b"\x00", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\r\n", b"\n\n", b'"', b"'", b"<", b">", b"</p>", b"<p>",
    b"<b>" * 300, b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"&#0;",
    b"&#x110000;", b"&nbsp;", b"\\ud800", b"[" * 2000, b'{"a":' * 500, b"9" * 5000, b"-1", b"4294967296", b"1e999",
    b"NaN", b"\x1f\x8b\x08\x00", b"PK\x03\x04", b"PK\x05\x06", b"WARC/1.0\r\n", b"Content-Length: 99999999999\r\n",
    b"Content-Length: -5\r\n", b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: br\r\n", b"FFFFFFFF\r\n",
    b"%PDF-1.7", b"obj", b"endobj", b"stream\n", b"/Length 99999999", b"---\n", b": [", b"date: 2019-13-45\n",
    b"\xe2\x80\xae", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"../", b"A" * 3000, b",,,,,,", b";", b"\t",
)  # fmt: skip


class HangError(Exception):
    """An input that is not read in time."""


def inputs(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield named inputs: samples, each broken in one to five places; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  # not for secrets
    quick = [name for name in SAMPLES if name not in _SLOW]
    for number in range(count):
        name = chance.choice(_SLOW) if number % _RARELY == 0 else chance.choice(quick)
        data = SAMPLES[name]
        repacked = name.endswith((".gz",)) and chance.random() < 0.7  # else the gzip layer itself breaks
        data = zlib.decompress(data, 16 + zlib.MAX_WBITS) if repacked else data
        for _ in range(chance.randint(1, 5)):
            data = broken(data, chance)
        yield name, _gzipped(data) if repacked else data


def broken(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes, broken in one place."""
    at, to = sorted((chance.randint(0, len(data)), chance.randint(0, len(data))))
    kind = chance.randrange(7)
    if kind == 0:
        return data[:at]
    if kind == 1:
        return data[:at] + data[min(to, at + 200) :]
    if kind == 2:  # a number among seven
        return data[:to] + data[at:to][:2000] + data[to:]
    if kind == 3:
        other = chance.choice(list(SAMPLES.values()))
        start = chance.randint(0, len(other))
        return data[:at] + other[start : start + chance.randint(1, 300)] + data[at:]
    if kind == 4:
        return data[:at] + bytes(chance.randrange(256) for _ in range(chance.randint(1, 8))) + data[at + 1 :]
    token = chance.choice(_TOKENS)
    return data[:at] + token + data[at + (len(token) if kind == 5 else 0) :]


def _gzipped(data: bytes) -> bytes:
    packer = zlib.compressobj(1, wbits=16 + zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def check(name: str, data: bytes) -> Counter[str]:
    """Read one input and count what came out. Raises AssertionError for an article that is not sound."""
    counted: Counter[str] = Counter()
    seen: set[str] = set()
    for item in read_bytes(data, name, ReadSettings()):
        if isinstance(item, ArticleError):
            assert item.reason
            assert item.path.startswith(name)
            counted["skipped"] += 1
            continue
        _check_article(item, name)
        assert item.id not in seen, f"two articles are {item.id!r}"
        seen.add(item.id)
        counted["articles"] += 1
    assert counted, "neither an article nor a reason"
    return counted


def _check_article(article: Article, name: str) -> None:
    assert article.id.startswith(name)
    assert article.title
    assert article.text.strip()
    assert (article.published is None) == (article.date_found_in is None)
    for value in (
        article.id,
        article.title,
        article.text,
        article.publisher or "",
        article.author or "",
        article.url or "",
    ):
        value.encode()  # no lone surrogates
        assert "\x00" not in value
        assert "\u202e" not in value


def _read_pdf_here(data: bytes, name: str) -> PdfText:
    """Read a PDF in this process: one process each would take days; there, whatever pypdf raises is a damaged file."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return pdf.extract(data)
    except HangError:
        raise
    except ArticleError as error:
        raise ArticleError(name, error.reason) from error
    except Exception as error:
        raise ArticleError(name, f"damaged: {type(error).__name__}") from error


def _hang(_signal: int, _frame: FrameType | None) -> None:
    raise HangError


def main() -> int:
    """Run the fuzz; return 1 where something broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("inputs", nargs="?", type=int, default=INPUTS)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    _limit_memory()
    logging.disable()  # pypdf logs what it repairs
    signal.signal(signal.SIGALRM, _hang)
    total: Counter[str] = Counter()
    started, slowest, breaches = time.monotonic(), (0.0, ""), 0
    with mock.patch.object(single, "read_pdf", _read_pdf_here):
        for number, (name, data) in enumerate(inputs(options.inputs, options.seed)):
            if number % 10_000 == 0:
                sys.stdout.write(f"{number:,} ...\n")
                sys.stdout.flush()
            begun = time.monotonic()
            signal.alarm(_SECONDS)
            try:
                total += check(name, data)
            except BaseException as error:
                if isinstance(error, KeyboardInterrupt):
                    raise
                breaches += 1
                _report(number, name, data, options.seed)
            finally:
                signal.alarm(0)
            slowest = max(slowest, (time.monotonic() - begun, f"input {number}, {name}"))
            total[f"of {name}"] += 1
    seconds = time.monotonic() - started
    out = io.StringIO()
    out.write(
        f"{options.inputs:,} inputs, seed {options.seed}, {seconds:.0f} s, slowest {slowest[0]:.2f} s ({slowest[1]})\n"
    )
    out.write(
        "\n".join(f"{count:>9,} {what}" for what, count in sorted(total.items())) + f"\n{breaches:>9,} breaches\n"
    )
    sys.stdout.write(out.getvalue())
    return 1 if breaches else 0


def _limit_memory() -> None:
    import resource  # noqa: PLC0415  # not on every platform

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _report(number: int, name: str, data: bytes, seed: int) -> None:
    sys.stdout.write(f"BREACH at input {number} of seed {seed}, {name}, {len(data):,} bytes\n{data[:300]!r}\n")
    traceback.print_exc(limit=-6, file=sys.stdout)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
