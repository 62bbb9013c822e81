"""The table of publishers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.errors import CorpusError
from bot.ingest.publishers import OWNERSHIPS, read_publishers
from bot.model import Publisher
from tests.corpora import PUBLISHERS, REAL_CORPUS

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "name,domain,country,ownership,languages,notes,evidence\n"


def written(folder: Path, content: str | bytes) -> Path:
    """Write a table."""
    path = folder / "publishers.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refusal(folder: Path, content: str | bytes) -> str:
    """Return what a table is refused with; the message names the file."""
    path = written(folder, content)
    with pytest.raises(CorpusError) as caught:
        read_publishers(path)
    assert str(path) in str(caught.value)
    return str(caught.value)


def test_every_column_is_read(tmp_path: Path) -> None:
    assert read_publishers(written(tmp_path, PUBLISHERS)) == [
        Publisher("Sorvania Herald", "herald.example", "SV", "private", ("en",)),
        Publisher(
            "Северный вестник", "vestnik.example", "RU", "state", ("ru", "en"), "founded by the ministry", evidence=""
        ),
    ]


def test_a_missing_table_is_an_empty_one(tmp_path: Path) -> None:
    assert read_publishers(tmp_path / "publishers.csv") == []


def test_what_is_left_out_is_unknown(tmp_path: Path) -> None:
    assert read_publishers(written(tmp_path, f"{HEAD}Somebody\n")) == [Publisher("Somebody")]


def test_the_owner_is_read_where_the_table_has_that_column(tmp_path: Path) -> None:
    head = HEAD.replace("evidence", "evidence,owner")
    found = read_publishers(written(tmp_path, f"{head}Herald,,,state,,,, Ministry \nPost,,,private,,,,\n"))
    assert [one.owner for one in found] == ["Ministry", None]


def test_a_byte_order_mark_and_quoted_fields_are_understood(tmp_path: Path) -> None:
    content = f'\ufeff{HEAD}"Herald, The",,,state,,"two\nlines",\n'
    assert read_publishers(written(tmp_path, content)) == [
        Publisher("Herald, The", ownership="state", notes="two\nlines")
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "line 1: missing columns name, domain"),
        ("name,domain\nHerald,x\n", "line 1: missing columns country, ownership"),
        (f"{HEAD},x.example,,,,,\n", "line 2: no name"),
        (f"{HEAD}A,,,state,,,\nB,,,church,,,\n", "line 3: ownership 'church'; allowed: state, public"),
        (f'{HEAD}A,,,state,,"two\nlines",\nB,,,church,,,\n', "line 4: ownership 'church'"),
        (f"{HEAD}A,,,,,,\nA,,,,,,\n", "line 3: A is there twice"),
        (f"{HEAD}A,,,,,{'x' * 200_000},\n", "line 2: not valid CSV"),
        (HEAD.encode() + b"A\xff,,,,,,\n", "not UTF-8 at byte"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, content: str | bytes, reason: str) -> None:
    assert reason in refusal(tmp_path, content)


def test_the_shipped_table_can_be_read() -> None:
    publishers = read_publishers(REAL_CORPUS / "publishers.csv")
    assert len(publishers) > 50
    assert {publisher.ownership for publisher in publishers} <= set(OWNERSHIPS)
