"""Versions at one address: the newest stays, whatever the order of reading; different stories are never merged."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import permutations

import pytest

from bot.ingest.moments import NEWEST
from bot.ingest.versions import Versions, newest_of
from bot.model import Article

ADDRESS = "https://www.courier.example/2019/05/02/bridge"
FIRST = (
    "The bridge over the Arauca was closed on Thursday after two lorries burned; seven people were hurt, police said."
)
SECOND = FIRST.replace("seven", "nine")
THIRD = SECOND.replace("two", "three")
STRIKE = "Teachers in the capital will strike from Monday because their wages have not been paid since the spring."


def article(text: str = FIRST, url: str | None = ADDRESS, as_of: dt.datetime | None = None) -> Article:
    return Article("id", "Bridge closed", text, "en", "Courier", dt.date(2019, 5, 2), url, as_of=as_of)


def at(day: int) -> dt.datetime:
    return dt.datetime(2019, 5, day, 12, tzinfo=dt.UTC)


def kept(*articles: Article) -> list[int]:
    """Return the numbers of the articles that are not older versions."""
    versions = Versions(lambda number: (articles[number].title, articles[number].text))
    found = [older for number, one in enumerate(articles) if (older := versions.add(number, one))]
    replaced = {one.number: one for one in found}
    assert len(replaced) == len(found)
    assert all(newest_of(number, replaced) not in replaced for number in replaced)
    return [number for number in range(len(articles)) if number not in replaced]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_version_that_stood_last_is_kept_in_any_order_of_reading(order: tuple[int, ...]) -> None:
    versions = [article(FIRST, as_of=at(2)), article(SECOND, as_of=at(3)), article(THIRD, as_of=at(4))]
    (number,) = kept(*(versions[place] for place in order))
    assert order[number] == 2


def test_without_any_stamp_the_publication_day_decides_and_then_the_order() -> None:
    later = replace(article(SECOND), published=dt.date(2019, 5, 3))
    assert kept(later, article(FIRST)) == [0]
    assert kept(article(FIRST), later) == [1]
    assert kept(article(FIRST), article(SECOND)) == [1]
    undated = replace(article(SECOND), published=None)
    assert kept(article(FIRST), undated) == [0]


def test_a_stamp_counts_more_than_a_publication_day() -> None:
    assert kept(article(SECOND, as_of=at(3)), article(FIRST)) == [0]


def test_what_is_edited_by_hand_is_never_replaced_by_another_source() -> None:
    by_hand = article(FIRST, as_of=NEWEST)
    assert kept(by_hand, article(SECOND, as_of=at(30))) == [0]
    assert kept(article(SECOND, as_of=at(30)), by_hand) == [1]
    assert kept(article(FIRST, as_of=at(30)), by_hand) == [1]


def test_of_two_that_say_the_same_the_first_is_kept() -> None:
    """So a second crawl changes no id, and buttons under old answers go on working."""
    assert kept(article(as_of=at(2)), article(as_of=at(3))) == [0]


@pytest.mark.parametrize(
    "url",
    [
        "http://courier.example/2019/05/02/bridge/",
        "https://COURIER.example/2019/05/02/bridge?utm_source=feed&fbclid=x",
        "https://courier.example/2019/05/02/bridge#comments",
    ],
)
def test_one_address_in_other_spellings_is_one(url: str) -> None:
    assert kept(article(FIRST, as_of=at(2)), article(SECOND, url, at(3))) == [1]


@pytest.mark.parametrize(
    "url", [None, "", "https://courier.example/", "https://courier.example", "http://[", "no address"]
)
def test_without_an_address_of_its_own_an_article_replaces_nothing(url: str | None) -> None:
    assert kept(article(FIRST, url), article(SECOND, url)) == [0, 1]


def test_another_page_of_a_query_is_another_address() -> None:
    assert kept(article(FIRST, "https://a.example/?p=1"), article(SECOND, "https://a.example/?p=2")) == [0, 1]


def test_different_stories_that_give_one_address_stay_two() -> None:
    """A site whose canonical link is broken, say; each of them may still have versions."""
    other = replace(article(STRIKE), title="Teachers to strike")
    assert kept(article(FIRST, as_of=at(2)), other, article(SECOND, as_of=at(3))) == [1, 2]


def test_a_rewritten_text_under_the_same_headline_is_a_version() -> None:
    assert kept(article(FIRST, as_of=at(2)), article(STRIKE, as_of=at(3))) == [1]


def test_a_digest_is_no_version_of_its_article() -> None:
    assert kept(article(FIRST), replace(article(SECOND), kind="digest")) == [0, 1]


def test_the_reason_names_the_newer_one() -> None:
    articles = [article(FIRST), article(SECOND), article(SECOND)]
    versions = Versions(lambda number: (articles[number].title, articles[number].text))
    assert versions.add(0, articles[0]) is None
    replaced, same = versions.add(1, articles[1]), versions.add(2, articles[2])
    assert replaced is not None
    assert same is not None
    assert replaced.reason("b.html") == "an older version of b.html, which stands at the same address and replaces it"
    assert (replaced.number, same.number) == (0, 2)
    assert same.reason("b.html") == "the same article as b.html: the same address and text"
