"""Archives into their members, one after the other: gzip, zip, tar; nothing is written under a name from outside.

One `Budget` is spent by everything that is unpacked out of one file, however deep it lies, so that no nesting of
archives unpacks without end.
"""

from __future__ import annotations

import io
import re
import shutil
import stat
import tarfile
import tempfile
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, cast

from bot.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator

RATIO = 200
"""Times its size that a file may unpack to: texts reach 5 to 20, a bomb of one gzip layer 1,000."""

SLACK = 50_000_000
"""Bytes that any file may unpack to, however small it is."""

DEPTH = 4
"""Archives inside each other that are opened, gzip being one: a packed page of a .warc.gz in a .zip needs four."""

_DIRECTORY = 16_000_000  # bytes of a zip's table of contents: held in memory, about tenfold
_TAR_HEADER = 1_000_000  # bytes of a tar's extended header (long names): it is held in memory
_EXTENDED = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)
_CHUNK = 65_536
_GZIP = b"\x1f\x8b"
_ZIP_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2})
_ENCRYPTED = 0x1
_NO_MEMBERS = re.compile(r"(?:^|/)(?:\.[^/.][^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(?:/|$)")
_LEADS_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\x00")
_BROKEN = (
    zlib.error,
    zipfile.BadZipFile,
    tarfile.TarError,
    EOFError,
    OSError,
    ValueError,  # covers UnicodeError and, from tarfile, impossible numbers
    RuntimeError,  # covers NotImplementedError: a method that zipfile does not know
)


class EndlessArchiveError(ArticleError):
    """A file unpacks to far more than it holds: reading it stops altogether."""


class Budget:
    """The bytes that one file may still unpack to."""

    def __init__(self, path: str, packed: int) -> None:
        self.path = path
        self.left = packed * RATIO + SLACK

    def spend(self, count: int) -> None:
        """Take `count` bytes off. Raises EndlessArchiveError when none are left."""
        self.left -= count
        if self.left < 0:
            raise EndlessArchiveError(self.path, f"unpacks to more than {RATIO} times its size; not read any further")


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its path there, and its bytes, to be read before the next member is asked for."""

    path: str
    stream: io.BufferedReader[Any]


class _Unpacked(io.RawIOBase):
    """What comes out of an archive: paid for from the budget, its faults told as ArticleError."""

    def __init__(self, source: IO[bytes], name: str, budget: Budget) -> None:
        self._source, self._name, self._budget = source, name, budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._source.read(len(buffer))
        except ArticleError:
            raise
        except _BROKEN as error:
            raise ArticleError(self._name, f"damaged in its archive: {_clause(error)}") from error
        self._budget.spend(len(data))
        buffer[: len(data)] = data
        return len(data)


class _Gunzipped(io.RawIOBase):
    """The plain bytes of a gzip stream of one or many members; what follows the last one is left alone."""

    def __init__(self, source: IO[bytes], name: str, budget: Budget) -> None:
        self._source, self._name, self._budget = source, name, budget
        self._waiting = b""
        self._stream: Any = None
        self._ended = False
        self._fault: ArticleError | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as there is data; what is wrong is raised when nothing before it is left."""
        filled = 0
        while filled < len(buffer) and not self._ended and self._fault is None:
            try:
                data = self._next(len(buffer) - filled)
            except ArticleError as error:
                self._fault = error
                break
            self._budget.spend(len(data))
            buffer[filled : filled + len(data)] = data
            filled += len(data)
        if not filled and self._fault is not None:
            raise self._fault
        return filled

    def _next(self, wanted: int) -> bytes:
        if not self._waiting:
            self._waiting = self._source.read(_CHUNK)
        if self._stream is None and not self._begin():
            return b""
        if not self._waiting:
            raise ArticleError(self._name, "cut-off gzip")
        try:
            data: bytes = self._stream.decompress(self._waiting, wanted)
        except zlib.error as error:
            raise ArticleError(self._name, "damaged gzip") from error
        self._waiting = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail
        self._stream = None if self._stream.eof else self._stream
        return data

    def _begin(self) -> bool:
        """Begin the next gzip member; tell whether there is one."""
        self._waiting = self._waiting.lstrip(b"\x00")
        if len(self._waiting) < len(_GZIP):
            self._waiting += self._source.read(len(_GZIP))
        if not self._waiting.startswith(_GZIP):
            self._ended = True
            return False
        self._stream = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
        return True


def open_gzip(stream: IO[bytes], name: str, budget: Budget) -> io.BufferedReader[Any]:
    """Return the unpacked bytes of a gzip stream; reading them raises ArticleError where it is cut off or damaged."""
    return io.BufferedReader(_Gunzipped(stream, name, budget), _CHUNK)


def read_zip(stream: IO[bytes], name: str, budget: Budget) -> Iterator[Member | ArticleError]:
    """Yield the files of a zip archive in its order, and what can't be read of it.

    Raises ArticleError when it is no zip archive or its table of contents is too large.
    """
    with _seekable(stream) as file:
        try:
            archive = zipfile.ZipFile(cast("IO[bytes]", _NoGulps(file, name)))
        except _BROKEN as error:
            raise ArticleError(name, f"damaged zip archive: {_clause(error)}") from error
        with archive:
            for info in archive.infolist():
                if not info.is_dir() and not _NO_MEMBERS.search(info.filename):
                    yield _zip_member(archive, info, name, budget)


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, budget: Budget) -> Member | ArticleError:
    inner = f"{name}#{info.filename}"
    kind = stat.S_IFMT(info.external_attr >> 16)
    if _LEADS_OUTSIDE.search(info.filename):
        return ArticleError(inner, "its name leads outside the archive")
    if kind and not stat.S_ISREG(kind):
        return ArticleError(inner, "a link or device, not a file")
    if info.flag_bits & _ENCRYPTED:
        return ArticleError(inner, "encrypted; unpack it with its password first")
    if info.compress_type not in _ZIP_METHODS:
        return ArticleError(inner, "packed by a method other than deflate and bzip2; pack it anew")
    try:
        opened = archive.open(info)
    except _BROKEN as error:
        return ArticleError(inner, f"damaged in its archive: {_clause(error)}")
    return Member(info.filename, io.BufferedReader(_Unpacked(opened, inner, budget), _CHUNK))


class _NoGulps:
    """A file that is not read in one piece larger than a table of contents may be."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self._file, self._name = file, name
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size if 0 <= size <= _DIRECTORY else _DIRECTORY + 1)
        if len(data) > _DIRECTORY:
            raise ArticleError(self._name, "too many files in one zip archive; unpack it into a folder")
        return data


def _seekable(stream: IO[bytes]) -> IO[bytes]:
    """Return a stream that can be read from its end: itself when it is a file, else a temporary copy on disk."""
    if stream.seekable():
        return stream
    copy = tempfile.TemporaryFile(prefix="dateline-")  # noqa: SIM115  # the caller closes it
    try:
        shutil.copyfileobj(stream, copy, _CHUNK)
    except BaseException:
        copy.close()
        raise
    return copy


class _TarInfo(tarfile.TarInfo):
    """A tar header that does not let an extended header be read into memory without end."""

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        if self.type in _EXTENDED and self.size > _TAR_HEADER:
            msg = "a header of more than a megabyte"
            raise tarfile.ReadError(msg)
        return cast("tarfile.TarInfo", super()._proc_member(archive))  # type: ignore[misc]  # documented in tarfile.py as the hook for subclasses


def read_tar(stream: IO[bytes], name: str, budget: Budget) -> Iterator[Member | ArticleError]:
    """Yield the files of a tar archive in its order, and what can't be read of it; the stream is read once, forward."""
    try:
        with tarfile.open(fileobj=stream, mode="r|", tarinfo=_TarInfo, bufsize=_CHUNK) as archive:
            while (info := archive.next()) is not None:
                archive.members = []  # type: ignore[attr-defined]  # it would keep every header
                if not info.isdir() and not _NO_MEMBERS.search(info.name.removeprefix("./")):
                    yield _tar_member(archive, info, name, budget)
    except ArticleError:
        raise
    except _BROKEN as error:
        raise ArticleError(name, f"damaged tar archive: {_clause(error)}") from error


def _tar_member(archive: tarfile.TarFile, info: tarfile.TarInfo, name: str, budget: Budget) -> Member | ArticleError:
    inner = f"{name}#{info.name.removeprefix('./')}"
    if _LEADS_OUTSIDE.search(info.name):
        return ArticleError(inner, "its name leads outside the archive")
    opened = archive.extractfile(info) if info.isreg() and not info.issparse() else None
    if opened is None:
        return ArticleError(inner, "a link or device, not a file")
    return Member(info.name.removeprefix("./"), io.BufferedReader(_Unpacked(opened, inner, budget), _CHUNK))


def _clause(error: BaseException) -> str:
    """Return a library's message as the end of a sentence."""
    message = re.sub(r"\s+", " ", str(error)).strip().rstrip(".")
    return message[:120] or type(error).__name__
