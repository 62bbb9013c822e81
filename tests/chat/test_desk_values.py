"""What an administrator writes for a date or a publisher."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.chat.desk_values import BY_HAND, WrongValueError, changed
from bot.chat.drafts import Draft
from bot.config import CorpusConfig
from bot.ingest.raw import RawArticle

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2019, 5, 5)
ARTICLE = RawArticle(
    "Bridge closed", "The bridge was closed.", date(2019, 5, 2), "meta", "Courier", "courier.example", language="en"
)
PUBLISHERS = "name,domain,country,ownership,languages,notes,evidence\nThe Example,news.example,,,,,\n"


@pytest.fixture
def corpus(tmp_path: Path) -> CorpusConfig:
    """A corpus that knows one publisher."""
    (tmp_path / "publishers.csv").write_text(PUBLISHERS, encoding="utf-8")
    return CorpusConfig(path=str(tmp_path))


def after(asking: str, text: str, corpus: CorpusConfig) -> RawArticle:
    """Return the article after a value was written."""
    draft = changed(Draft((ARTICLE,), 3, 0, ("A copy",)), asking, text, TODAY, corpus)
    assert (draft.passages, draft.copies) == (3, ("A copy",))
    return draft.articles[0]


@pytest.mark.parametrize("text", ["2019-04-30", "30 de abril de 2019", "30 апреля 2019 г.", "April 30, 2019"])
def test_a_date_in_digits_or_words_is_taken_and_known_to_be_the_administrators(text: str, corpus: CorpusConfig) -> None:
    found = after("date", text, corpus)
    assert (found.date, found.date_found_in) == (date(2019, 4, 30), BY_HAND)
    assert found.publisher_name == "Courier"


def test_tomorrow_is_today_elsewhere(corpus: CorpusConfig) -> None:
    assert after("date", "2019-05-06", corpus).date == date(2019, 5, 6)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2019-05-07", "1899-12-31", "2019-02-30", "1 May 2019 or 2 May 2019", "Thursday", "?"]
)
def test_what_names_no_possible_day_is_refused(text: str, corpus: CorpusConfig) -> None:
    with pytest.raises(WrongValueError) as caught:
        after("date", text, corpus)
    assert caught.value.key == "draft-wrong-date"


def test_a_dash_makes_the_value_unknown(corpus: CorpusConfig) -> None:
    undated, anonymous = after("date", "-", corpus), after("publisher", "-", corpus)
    assert (undated.date, undated.date_found_in) == (None, None)
    assert (anonymous.publisher_name, anonymous.domain) == (None, None)


def test_a_publisher_gets_the_name_by_which_we_know_it(corpus: CorpusConfig) -> None:
    assert after("publisher", "the example", corpus).publisher_name == "The Example"
    assert after("publisher", "Nobody We Know", corpus).publisher_name == "Nobody We Know"


@pytest.mark.parametrize("text", ["", "\u202e\u200b", "x" * 200, "two\nlines"])
def test_what_is_no_name_is_refused(text: str, corpus: CorpusConfig) -> None:
    with pytest.raises(WrongValueError) as caught:
        after("publisher", text, corpus)
    assert caught.value.key == "draft-wrong-publisher"
