"""Dates as people and machines write them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.ingest.datewords import find_dates, is_day_first, read_stamp

DAY = date(2019, 5, 2)


@pytest.mark.parametrize(
    "written",
    [
        "date 2019-05-02",
        "May 02, 2019",
        "Thursday, 02 May, 2019",
        "May 2nd, 2019",
        "2 de mayo de 2019",
        "jueves 2 mayo 2019",
        "2 мая 2019 г.",
        "2 травня 2019",
        "2 de maio de 2019",
        "2 mai 2019",
        "02.05.2019, 10:40",
        "02.05.19 10:40",
        "2019/05/02",
    ],
)
def test_a_full_date_is_read_in_every_language(written: str) -> None:
    assert [mention.day for mention in find_dates(written)] == [DAY]


@pytest.mark.parametrize("written", ["Thursday", "2 May", "May 2019", "2019", "1.2.3.2019", "31 de febrero de 2019"])
def test_less_than_a_full_date_is_none(written: str) -> None:
    assert find_dates(written) == []


def test_a_date_of_numbers_is_read_only_when_it_can_be_read_one_way() -> None:
    assert find_dates("02/05/2019") == []
    assert find_dates("02/05/2019", day_first=True)[0].day == DAY
    assert find_dates("02/05/2019", day_first=False)[0].day == date(2019, 2, 5)
    assert find_dates("05/25/2019")[0].day == date(2019, 5, 25)


@pytest.mark.parametrize(
    ("tag", "expected"), [("es", True), ("pt-BR", True), ("en-GB", True), ("en-US", False), ("en", None), (None, None)]
)
def test_the_region_of_a_language_says_which_number_is_the_day(tag: str | None, *, expected: bool | None) -> None:
    assert is_day_first(tag) is expected


@pytest.mark.parametrize(
    "stamp",
    [
        "2019-05-02T23:30:00-04:00",
        "2019-05-02",
        "20190502",
        "Thu, 02 May 2019 10:00:00 GMT",
        "1556755200",
        "1556755200000",
    ],
)
def test_a_machines_stamp_gives_the_day_as_written(stamp: str) -> None:
    assert read_stamp(stamp) == DAY


@pytest.mark.parametrize("stamp", ["", "now", "0001-01-01", "1969-12-31", "99999999"])
def test_a_stamp_that_is_none_or_older_than_the_web_gives_none(stamp: str) -> None:
    assert read_stamp(stamp) is None
