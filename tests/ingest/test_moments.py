"""Moments in machines' stamps."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.moments import read_moment

_MOMENT = dt.datetime(2019, 5, 2, 8, 15, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "stamp",
    [
        "2019-05-02T08:15:00Z",
        "2019-05-02T10:15:00+02:00",
        "2019-05-02 08:15",
        "20190502081500",
        "Thu, 02 May 2019 08:15:00 GMT",
        "Thu, 2 May 2019 04:15:00 -0400",
        " 2019-05-02T08:15:00.000Z\n",
    ],
)
def test_every_form_of_a_stamp_names_the_same_moment(stamp: str) -> None:
    assert read_moment(stamp) == _MOMENT


@pytest.mark.parametrize("stamp", ["2019-05-02", "2 de mayo de 2019", "20190502"])
def test_a_day_alone_is_its_beginning(stamp: str) -> None:
    assert read_moment(stamp) == dt.datetime(2019, 5, 2, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "stamp", ["", "yesterday", "1970-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "99999999999999"]
)
def test_what_names_no_moment_of_the_web_is_none(stamp: str) -> None:
    assert read_moment(stamp) is None


@given(st.text(max_size=60))
def test_no_text_raises(stamp: str) -> None:
    found = read_moment(stamp)
    assert found is None or found.tzinfo is dt.UTC
