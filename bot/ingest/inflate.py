"""A response's body as it comes in, unpacked under a limit: a bomb is stopped when it passes it, not after."""

from __future__ import annotations

import zlib

_GZIP = 16 + zlib.MAX_WBITS
_ZLIB = zlib.MAX_WBITS
_RAW = -zlib.MAX_WBITS
_GZIP_MAGIC = b"\x1f\x8b"
_HEAD = 2  # bytes of a zlib header: method and window, then flags that make both together divisible by 31
_DEFLATE = 8  # the method's number


class BodyError(Exception):
    """A body that can't be used; the message is the reason. `is_lasting` tells that trying again cannot help."""

    def __init__(self, reason: str, *, is_lasting: bool = False) -> None:
        super().__init__(reason)
        self.is_lasting = is_lasting


class Inflater:
    """Collects a body of one `Content-Encoding` (none, gzip or deflate), at most `limit` bytes packed or unpacked.

    Raises BodyError for other encodings, for damaged or cut-off data, and as soon as the limit is passed.
    """

    def __init__(self, encoding: str, limit: int) -> None:
        self._encoding = encoding.strip().lower().replace("x-gzip", "gzip") or "identity"
        if self._encoding not in {"identity", "gzip", "deflate"}:
            msg = f"packed as {encoding[:40]!r}, which was not asked for"
            raise BodyError(msg, is_lasting=True)
        self._limit = limit
        self._received = 0
        self._head = b""  # the first bytes of a packed body, until there are enough to tell its kind
        self._stream: zlib._Decompress | None = None
        self._plain = bytearray()

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes from the wire."""
        self._received += len(chunk)
        if self._received > self._limit:
            raise _too_large(self._limit)
        if self._encoding == "identity":
            self._plain += chunk
        elif self._stream is not None:
            self._inflate(self._stream, chunk)
        else:
            self._begin(self._head + chunk)

    def finish(self) -> bytes:
        """Return the whole body."""
        if self._head or (self._stream is not None and not self._stream.eof):
            msg = "the packed data is cut off"
            raise BodyError(msg)
        return bytes(self._plain)

    def _begin(self, head: bytes) -> None:
        if len(head) < _HEAD:
            self._head = head
            return
        self._head = b""
        kind = _GZIP if self._encoding == "gzip" else _ZLIB if _has_zlib_header(head) else _RAW
        self._stream = zlib.decompressobj(kind)
        self._inflate(self._stream, head)

    def _inflate(self, stream: zlib._Decompress, chunk: bytes) -> None:
        while chunk:
            self._plain += self._decompress(stream, chunk)
            if len(self._plain) > self._limit:
                raise _too_large(self._limit)
            chunk = stream.unused_data
            if not chunk.startswith(_GZIP_MAGIC):  # else another member of the same gzip file
                return
            self._stream = stream = zlib.decompressobj(_GZIP)

    def _decompress(self, stream: zlib._Decompress, chunk: bytes) -> bytes:
        """Unpack at most one byte more than the limit leaves room for."""
        try:
            return stream.decompress(chunk, self._limit - len(self._plain) + 1)
        except zlib.error as error:
            msg = "the packed data is damaged"
            raise BodyError(msg) from error


def _has_zlib_header(head: bytes) -> bool:
    """Tell whether "deflate" is sent as the standard says (RFC 1950); many servers leave the header out."""
    return head[0] & 0x0F == _DEFLATE and int.from_bytes(head[:2], "big") % 31 == 0


def refuse_length(header: str, limit: int) -> None:
    """Raise BodyError where a `Content-Length` already says that the body passes the limit."""
    if header.isdecimal() and int(header[:20]) > limit:
        raise _too_large(limit)


def _too_large(limit: int) -> BodyError:
    return BodyError(f"larger than {limit:,} bytes", is_lasting=True)
