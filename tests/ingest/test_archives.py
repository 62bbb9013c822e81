"""Archives: members come out one by one; bombs, links and names that lead outside do not."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from typing import IO, TYPE_CHECKING

import pytest

from bot.errors import ArticleError
from bot.ingest import archives
from bot.ingest.archives import Budget, EndlessArchiveError, Member, open_gzip, read_tar, read_zip
from tests.ingest.samples import tar_of, zip_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_LARGE = Budget("large", 10**9)


def _taken(items: Iterable[Member | ArticleError]) -> dict[str, bytes | str]:
    """Return each member's bytes, or why it is not read, by its path."""
    return {
        item.path.rpartition("#")[2]: item.reason if isinstance(item, ArticleError) else item.stream.read()
        for item in items
    }


def _unzip(data: bytes) -> dict[str, bytes | str]:
    return _taken(read_zip(io.BytesIO(data), "a.zip", Budget("a.zip", 10**9)))


def _untar(data: bytes) -> dict[str, bytes | str]:
    return _taken(read_tar(io.BytesIO(data), "a.tar", Budget("a.tar", 10**9)))


def _read_up(stream: IO[bytes]) -> None:
    while stream.read(100_000):
        pass


def _header(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def test_zip_members_come_in_order_without_folders_and_hidden_files() -> None:
    packed = zip_of(
        ("b/", b""), ("b/two.txt", b"2"), ("__MACOSX/._two.txt", b"x"), (".git/config", b"x"), ("one.txt", b"1")
    )
    assert _unzip(packed) == {"b/two.txt": b"2", "one.txt": b"1"}


@pytest.mark.parametrize("name", ["../up.txt", "/etc/x", "a/../../x", "C:\\x", "\\\\host\\x", "a\\..\\..\\x"])
def test_names_that_lead_outside_are_refused(name: str) -> None:
    """In zip and tar alike, and the member after it is still read."""
    assert _unzip(zip_of((name, b"x"), ("good.txt", b"1")))["good.txt"] == b"1"
    assert "outside" in str(_unzip(zip_of((name, b"x"))))
    found = _untar(tar_of((name, b"x"), ("good.txt", b"1"), packed=False))
    assert "outside" in str(found)
    assert found["good.txt"] == b"1"


def test_links_and_devices_in_tar_are_no_files() -> None:
    found = _untar(
        tar_of(
            _header("link", tarfile.SYMTYPE, "/etc/passwd"),
            _header("hard", tarfile.LNKTYPE, "../../etc/passwd"),
            _header("device", tarfile.CHRTYPE),
            _header("pipe", tarfile.FIFOTYPE),
            ("./good.txt", b"1"),
            packed=False,
        )
    )
    assert found.pop("good.txt") == b"1"
    assert set(found) == {"link", "hard", "device", "pipe"}
    assert all("not a file" in str(reason) for reason in found.values())


def test_a_link_in_zip_is_no_file() -> None:
    info = zipfile.ZipInfo("link")
    info.external_attr = 0o120777 << 16
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    assert "not a file" in str(_unzip(packed.getvalue())["link"])


def test_an_encrypted_member_is_refused() -> None:
    packed = bytearray(zip_of(("secret.txt", b"x")))
    central = packed.index(b"PK\x01\x02")
    packed[central + 8] |= 1
    assert "encrypted" in str(_unzip(bytes(packed))["secret.txt"])


def test_a_member_packed_by_an_unusual_method_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", b"x" * 100)
    assert "method" in str(_unzip(packed.getvalue())["a.txt"])


def test_a_damaged_member_is_told_with_its_name() -> None:
    packed = bytearray(zip_of(("bad.txt", bytes(range(256)) * 20), ("good.txt", b"1")))
    packed[60] ^= 0xFF
    members = read_zip(io.BytesIO(bytes(packed)), "a.zip", Budget("a.zip", 10**9))
    bad = next(members)
    assert isinstance(bad, Member)
    with pytest.raises(ArticleError, match=r"a\.zip#bad\.txt: damaged"):
        bad.stream.read()
    good = next(members)
    assert isinstance(good, Member)
    assert good.stream.read() == b"1"


@pytest.mark.parametrize("data", [b"PK\x03\x04 and nothing more", b"PK\x05\x06", zip_of(("a", b"1"))[:-5]])
def test_what_is_no_zip_is_said_so(data: bytes) -> None:
    with pytest.raises(ArticleError, match="damaged zip"):
        list(read_zip(io.BytesIO(data), "a.zip", _LARGE))


def test_a_table_of_contents_that_is_too_large_is_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_DIRECTORY", 1000)
    with pytest.raises(ArticleError, match="too many files"):
        list(read_zip(io.BytesIO(zip_of(*((f"{number}.txt", b"") for number in range(100)))), "a.zip", _LARGE))


def test_a_zip_that_can_only_be_read_forward_is_read_too() -> None:
    """A zip inside a gzip or tar has no end to start from; it is copied to disk."""
    inner = zip_of(("one.txt", b"1"))
    stream = open_gzip(io.BytesIO(gzip.compress(inner)), "a.zip.gz", _LARGE)
    assert _taken(read_zip(stream, "a.zip", _LARGE)) == {"one.txt": b"1"}


def test_a_bomb_is_stopped_by_the_budget() -> None:
    budget = Budget("bomb.gz", 0)
    bomb = gzip.compress(b"\0" * (archives.SLACK + 1_000_000))
    stream = open_gzip(io.BytesIO(bomb), "bomb.gz", budget)
    with pytest.raises(EndlessArchiveError, match=r"bomb\.gz: unpacks to more than"):
        _read_up(stream)


def test_the_budget_is_one_for_all_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "SLACK", 1500)
    packed = zip_of(("a", b"x" * 1000), ("b", b"x" * 1000))
    with pytest.raises(EndlessArchiveError):
        _taken(read_zip(io.BytesIO(packed), "a.zip", Budget("a.zip", 0)))


def test_gzip_of_several_members_is_one_stream() -> None:
    packed = gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0\0"
    assert open_gzip(io.BytesIO(packed), "a.gz", _LARGE).read() == b"one two"


def test_what_comes_before_the_cut_is_read() -> None:
    """A truncated gzip gives its beginning, then the reason."""
    packed = gzip.compress(b"first line\n" + bytes(range(256)) * 500)[:-10]
    stream = open_gzip(io.BytesIO(packed), "a.gz", _LARGE)
    assert stream.readline() == b"first line\n"
    with pytest.raises(ArticleError, match="cut-off gzip"):
        _read_up(stream)


def test_damaged_gzip_is_said_so() -> None:
    packed = bytearray(gzip.compress(bytes(range(256)) * 50, mtime=0))
    packed[30:40] = b"\xff" * 10
    with pytest.raises(ArticleError, match="damaged gzip"):
        open_gzip(io.BytesIO(bytes(packed)), "a.gz", _LARGE).read()


def test_an_extended_header_of_gigabytes_is_not_held() -> None:
    header = tarfile.TarInfo("x")
    header.type, header.size = tarfile.XHDTYPE, 3_000_000_000
    with pytest.raises(ArticleError, match="header of more than a megabyte"):
        list(read_tar(io.BytesIO(header.tobuf() + b"\0" * 10_000), "a.tar", _LARGE))


def test_a_cut_off_tar_gives_what_is_there() -> None:
    packed = tar_of(("a.txt", b"1"), ("b.txt", b"2" * 2000), packed=False)
    members = read_tar(io.BytesIO(packed[:2000]), "a.tar", _LARGE)
    first = next(members)
    assert isinstance(first, Member)
    assert first.stream.read() == b"1"
    with pytest.raises(ArticleError, match="damaged"):
        _taken(members)
