"""Names as an article's file gets them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.config import CorpusConfig
from bot.errors import CorpusError
from bot.feeds.naming import named_publisher, publisher_of, publishers_file, read_day
from bot.ingest.raw import RawArticle

PUBLISHERS = "name,domain,country,ownership,languages,notes,evidence\nThe Example,news.example,,,,,\n"


@pytest.fixture
def corpus(tmp_path: Path) -> CorpusConfig:
    """A corpus that knows one publisher."""
    (tmp_path / "publishers.csv").write_text(PUBLISHERS, encoding="utf-8")
    return CorpusConfig(path=str(tmp_path))


def test_the_table_of_publishers_lies_in_the_corpus_unless_configured() -> None:
    assert publishers_file(CorpusConfig(path="texts")) == Path("texts/publishers.csv")
    assert publishers_file(CorpusConfig(path="texts", publishers="who.csv")) == Path("who.csv")


@pytest.mark.parametrize(
    ("name", "domain", "known"),
    [
        ("The Example", None, "The Example"),
        ("Example", None, "The Example"),
        (None, "news.example", "The Example"),
        ("Anything", "m.news.example", "The Example"),
        ("Courier", "courier.example", "Courier"),
        (None, "courier.example", "courier.example"),
        (None, None, None),
    ],
)
def test_one_publisher_has_one_name_whatever_it_calls_itself(
    name: str | None, domain: str | None, known: str | None, corpus: CorpusConfig
) -> None:
    assert named_publisher(corpus, name, domain) == known
    assert publisher_of(corpus, RawArticle("t", "x", publisher_name=name, domain=domain)) == known


def test_a_broken_table_is_told_by_name(corpus: CorpusConfig) -> None:
    Path(corpus.path, "publishers.csv").write_text(PUBLISHERS + "The Example,,,,,,\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"publishers\.csv: line 3: The Example is there twice"):
        named_publisher(corpus, "x", None)


@pytest.mark.parametrize("text", ["2019-05-02", "2 May 2019", "2 de mayo de 2019", "2 мая 2019 г.", "2 mai 2019"])
def test_a_day_is_read_in_digits_and_words(text: str) -> None:
    assert read_day(text) == date(2019, 5, 2)


@pytest.mark.parametrize(
    "text", ["", "May 2019", "Thursday", "2019-02-30", "2 May 2019, corrected 3 May 2019", "05/06"]
)
def test_what_names_no_single_day_is_none(text: str) -> None:
    assert read_day(text) is None
