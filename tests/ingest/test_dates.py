"""The publication date of a page, and where it was found."""

from __future__ import annotations

from datetime import date

import pytest

from bot.ingest.dates import FoundDate, date_in_address, find_publication_date
from bot.ingest.dom import parse_page

HEADLINE = "Ferry service to the islands resumes after the storm"
STORY = (
    "<p>The ferries sailed again on Thursday morning, and the queue at the harbour was gone before noon came.</p>" * 9
)


def _found(
    *, head: str = "", above: str = "", below: str = "", url: str | None = None, today: date | None = None
) -> FoundDate | None:
    html = (
        f"<html><head>{head}</head><body><article>{above}<h1>{HEADLINE}</h1>{below}{STORY}</article>"
        "<footer>© 2024 The Harbour Post</footer></body></html>"
    )
    return find_publication_date(parse_page(html, name="page", url=url), today=today)


def _day(**parts: str) -> date | None:
    found = _found(**parts)  # type: ignore[arg-type]  # only text is passed here
    return found.day if found else None


def _linked(stamp: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{stamp}"}}</script>'


def _meta(stamp: str) -> str:
    return f'<meta property="article:published_time" content="{stamp}">'


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"head": _linked("2019-05-02T10:00:00+03:00")}, "json-ld"),
        ({"head": _meta("2019-05-02")}, "meta"),
        ({"url": "https://post.example/2019/05/02/ferry"}, "url"),
        ({"below": '<time datetime="2019-05-02">today</time>'}, "time tag"),
        ({"below": '<p class="date">Jueves, 2 de mayo de 2019</p>'}, "marked element"),
        ({"below": "<div>2 мая 2019, 10:40</div>"}, "head of text"),
        ({"above": '<p class="fecha">2 de mayo de 2019</p>'}, "marked element"),
        ({"head": '<script>state = {"publishedDate": "2019-05-02T08:00:00"}</script>'}, "page data"),
    ],
)
def test_each_place_gives_the_date_and_is_named(parts: dict[str, str], place: str) -> None:
    found = _found(**parts)  # type: ignore[arg-type]  # only text is passed here
    assert found is not None
    assert (found.day, found.found_in) == (date(2019, 5, 2), place)


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"below": "<p>Thursday</p>"},
        {"below": "<p>The harbour was built on 2 May 2019 and has seen three storms since, said the mayor.</p>"},
        {"below": "<div>Updated: 2 May 2019</div>"},
        {"below": "<div>Обновлено 2 мая 2019</div>"},
        {"below": "<div>Version 3, 2 May 2019</div>"},
        {"below": "<div>Today is Thursday, 2 May 2019</div>"},
        {"below": "<div>Hoy es jueves, 2 de mayo de 2019</div>"},
        {"below": "<div>Сегодня: 2 мая 2019 года</div>"},
        {"below": "<div>Hoje é quinta-feira, 2 de maio de 2019</div>"},
        {"below": "<div>Nous sommes le jeudi 2 mai 2019</div>"},
        {"below": '<div class="comments"><div class="date">2 May 2019</div></div>'},
        {
            "below": '<aside>More news of the week from all over the country<br><span class="date">2 May 2019</span>'
            + "x " * 99
        },
        {"below": '<a href="/other">Another story altogether of last week <span class="date">2 May 2019</span></a>'},
        {"head": _meta("2000-01-01")},
    ],
)
def test_no_other_date_of_the_page_is_taken(parts: dict[str, str]) -> None:
    assert _day(**parts) is None


def test_a_date_after_today_is_not_believed() -> None:
    assert _found(head=_meta("2019-05-09"), today=date(2019, 5, 2)) is None


def test_a_stamp_in_utc_yields_to_the_day_that_readers_see() -> None:
    assert _day(head=_meta("2019-05-03T01:30:00Z"), below='<p class="date">May 2, 2019</p>') == date(2019, 5, 2)
    assert _day(head=_meta("2019-05-03T01:30:00Z"), url="https://post.example/2019/05/02/f") == date(2019, 5, 2)


def test_a_stamp_with_an_offset_stays() -> None:
    stamp = _meta("2019-05-03T01:30:00+02:00")
    assert _day(head=stamp, below='<p class="date">May 2, 2019</p>') == date(2019, 5, 3)


def test_the_date_marked_for_readers_wins_over_a_stamp_that_nothing_confirms() -> None:
    assert _day(head=_meta("2019-04-20"), below='<p class="date">May 2, 2019</p>') == date(2019, 5, 2)


def test_two_stamps_that_contradict_leave_it_open() -> None:
    assert _day(head=_linked("2019-03-01") + _meta("2019-05-02")) is None


def test_a_stamp_far_before_the_revision_that_readers_see_leaves_it_open() -> None:
    assert _day(head=_meta("2016-08-29"), below="<div>Updated May 6, 2019</div>") is None


def test_an_order_of_numbers_that_english_leaves_open_gives_none() -> None:
    assert _day(below='<p class="date">02/05/2019</p>') is None
    assert _day(below='<p class="date">02/05/2019</p>', url="https://post.example.es/f") == date(2019, 5, 2)


def test_broken_linked_data_still_gives_its_date() -> None:
    broken = _linked("2019-05-02").replace("}</script>", ', "headline": "a "quoted" one"}</script>')
    assert _day(head=broken) == date(2019, 5, 2)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://post.example/news/2019-05-02-ferry", date(2019, 5, 2)),
        ("https://post.example/ferry-20190502.html", date(2019, 5, 2)),
        ("https://post.example/ferry-nid02052019/", date(2019, 5, 2)),
        ("https://post.example/2019/05/ferry", None),
        ("https://post.example/2019/13/45/ferry", None),
        ("https://post.example/story/20190502123", None),
        ("https://20190502.example/", None),
    ],
)
def test_an_address_gives_its_day_only_when_it_names_one(address: str, expected: date | None) -> None:
    assert date_in_address(address) == expected
