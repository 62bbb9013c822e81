"""Bytes as they come from a disk or a server -> text: gzip undone, charset found, harmful characters gone.

The charset is taken from evidence, strongest first: a byte order mark, bytes that are valid UTF-8, what the server or
the page declares, then charset-normalizer's guess. `charset_normalizer` is imported when it is needed: only building
and ingesting load it.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
import zlib

from bot.errors import ArticleError

MAX_BYTES = 8_000_000
"""Bytes of one page or text after unpacking; the largest page of the evaluation has 1.4 MB."""

_GZIP = b"\x1f\x8b"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE
)
_META_WITHIN = 8192  # bytes; HTML wants the declaration within the first 1024, real pages are later
_SAMPLE = 40_000  # bytes given to the charset detector
_GUESSES = ["utf_8", "cp1251", "koi8_r", "cp1252", "cp866", "mac_cyrillic", "iso8859_5"]
_TOLERATED = 0.002  # share of undecodable bytes below which a text is still taken for UTF-8
_HIGH_HALVES = frozenset(b"\x00\x01\x04\x20")  # Latin, Latin extended, Cyrillic, general punctuation
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_INVISIBLE = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")


def unpack(data: bytes, *, name: str, limit: int = MAX_BYTES) -> bytes:
    """Undo gzip where the bytes are gzip; never unpack more than `limit` bytes.

    Raises ArticleError when the stream is cut off or damaged, and when more than `limit` bytes come out.
    """
    if data.startswith(_GZIP):
        data = _gunzip(data, name, limit)
    if len(data) > limit:
        raise ArticleError(name, f"larger than {limit:,} bytes; split it, or raise the limit")
    return data


def _gunzip(data: bytes, name: str, limit: int) -> bytes:
    stream = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    try:
        plain = stream.decompress(data, limit + 1)
    except zlib.error as error:
        raise ArticleError(name, "damaged gzip") from error
    if len(plain) <= limit and not stream.eof:
        raise ArticleError(name, "cut-off gzip")
    return plain


def decode(data: bytes, *, declared: str | None = None, name: str) -> str:
    """Return the text of `data`, without characters that do harm.

    Args:
        data: the bytes, unpacked.
        declared: the charset that the server declares, if any.
        name: the file or address, for errors.

    Raises ArticleError when the bytes are no text (NULs all over, most of it undecodable).
    """
    for mark, charset in _BOMS:
        if data.startswith(mark):
            return clean(data[len(mark) :].decode(charset, errors="replace"))
    wide = _wide_charset(data)
    if wide:
        return clean(data.decode(wide, errors="replace"))
    _refuse_binary(data, name)
    return clean(_decode_bytes(data, declared))


def clean(text: str) -> str:
    """Normalise to NFC and drop control, bidirectional and other invisible characters.

    The joiners U+200C and U+200D stay: scripts and emoji need them. A no-break space becomes a space.
    """
    text = without_controls(text).replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text.replace("\xa0", " ").replace("\u202f", " "))


def tidy(value: str | None) -> str | None:
    """Return a name on one line, without control and other harmful characters; None where nothing is left."""
    return " ".join(clean(value or "").split()) or None


def without_controls(text: str) -> str:
    """Drop control, bidirectional and other invisible characters, and nothing else."""
    return _INVISIBLE.sub("", _CONTROLS.sub("", text))


def _wide_charset(data: bytes) -> str | None:
    """Return UTF-16's name where every other byte is the high half of a Latin, Cyrillic or punctuation character."""
    head = data[:2000]
    if len(head) < 16:  # noqa: PLR2004  # too short to tell
        return None
    even, odd = _share_of_high_halves(head[::2]), _share_of_high_halves(head[1::2])
    if odd > 0.9 and even < 0.5:  # noqa: PLR2004  # real texts give 1.0 against 0.0 to 0.25
        return "utf-16-le"
    return "utf-16-be" if even > 0.9 and odd < 0.5 else None  # noqa: PLR2004


def _share_of_high_halves(column: bytes) -> float:
    return sum(byte in _HIGH_HALVES for byte in column) / len(column)


def _refuse_binary(data: bytes, name: str) -> None:
    """Raise ArticleError for bytes that no text has: many NULs or other controls."""
    head = data[:4000]
    controls = sum(byte < 9 or 13 < byte < 27 for byte in head)  # noqa: PLR2004  # below tab; carriage return to escape
    if controls > 0.02 * len(head) + 4:
        raise ArticleError(name, "binary data, not a text")


def _decode_bytes(data: bytes, declared: str | None) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", errors="replace")
    high = sum(len(run) for run in re.findall(rb"[\x80-\xff]+", data))
    if text.count("\ufffd") <= max(_TOLERATED * len(data), 2) and text.count("\ufffd") < 0.2 * high:
        return text
    charset = _declared_charset(data, declared) or _guess(data) or "cp1252"
    return data.decode(charset, errors="replace")


def _declared_charset(data: bytes, declared: str | None) -> str | None:
    """Return the codec that is declared and decodes nearly everything; UTF-8 was tried before."""
    found = _META_CHARSET.search(data, 0, _META_WITHIN)
    for label in (declared, found.group(1).decode("ascii") if found else None):
        codec = _codec(label)
        if codec and data.decode(codec, errors="replace").count("\ufffd") <= _TOLERATED * len(data):
            return codec
    return None


def _codec(label: str | None) -> str | None:
    """Return a text codec's name for a charset label; Latin-1 is read as cp1252, as browsers do."""
    try:
        codec = codecs.lookup(label.strip()) if label else None
    except (LookupError, ValueError):
        return None
    if codec is None or not codec._is_text_encoding or codec.name in {"utf-8", "utf-7", "idna", "punycode"}:  # noqa: SLF001  # no public way to tell rot13 and base64 from charsets
        return None
    return "cp1252" if codec.name in {"iso8859-1", "ascii"} else codec.name


def _guess(data: bytes) -> str | None:
    import charset_normalizer  # noqa: PLC0415  # loaded only where nothing is declared

    best = charset_normalizer.from_bytes(data[:_SAMPLE], cp_isolation=_GUESSES).best()
    return best.encoding if best else None
