"""Feeds and sitemaps: what an entry says is kept apart from what only looks like it."""

from __future__ import annotations

import datetime as dt
import io

import pytest

from bot.errors import ArticleError
from bot.ingest.feedfiles import FeedEntry, read_feed, read_json_feed, read_sitemap
from tests.ingest.samples import ATOM, JSON_FEED, NEWS_SITEMAP, PARAGRAPHS, RSS, SITEMAP, TEXT, TITLE


def _entries(data: bytes) -> list[FeedEntry]:
    items = list(read_json_feed(data, "feed") if data.startswith(b"{") else read_feed(data, "feed"))
    assert all(isinstance(item, FeedEntry) for item in items), items
    return [item for item in items if isinstance(item, FeedEntry)]


def _rss(*items: str, head: str = "<title>Courier</title>") -> bytes:
    written = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0"><channel>{head}{written}</channel></rss>'.encode()


def test_an_rss_entry_gives_its_whole_text_not_its_teaser() -> None:
    full, headline = _entries(RSS)
    assert (full.key, full.article.title, full.article.text) == ("tag:1", f"{TITLE} – again", TEXT)
    assert (full.article.publisher_name, full.article.author) == ("Courier", "Ana Ruiz")
    assert (headline.key, headline.article.title, headline.article.text) == ("tag:2", "Only a headline", "")


def test_the_day_is_the_publishers_own() -> None:
    """Half past nine in the evening at -0400 is the next day in UTC; readers saw the day that is written."""
    entry, _ = _entries(RSS)
    assert (entry.article.date, entry.article.date_found_in) == (dt.date(2019, 5, 2), "feed")


def test_an_atom_entrys_change_is_no_publication() -> None:
    published, changed = _entries(ATOM)
    assert published.article.date == dt.date(2019, 5, 2)
    assert (changed.article.date, changed.article.date_found_in) == (None, None)
    assert changed.article.text == PARAGRAPHS[0]


def test_a_json_feed_is_read_alike() -> None:
    (entry,) = _entries(JSON_FEED)
    assert (entry.article.text, entry.article.date, entry.article.author) == (TEXT, dt.date(2019, 5, 2), "Ana Ruiz")


def test_a_feeds_title_that_names_a_section_is_no_publisher() -> None:
    item = f"<title>x</title><link>https://npr.example/a</link><description>{PARAGRAPHS[0]}</description>"
    assert _entries(_rss(item, head="<title>Technology</title>"))[0].article.publisher_name is None
    assert _entries(_rss(item, head="<title>NPR: Technology</title>"))[0].article.publisher_name == "NPR: Technology"


def test_the_address_gives_the_day_where_the_feed_has_none() -> None:
    item = (
        f"<title>x</title><link>https://courier.example/2019/05/02/x</link><description>{PARAGRAPHS[0]}</description>"
    )
    article = _entries(_rss(item))[0].article
    assert (article.date, article.date_found_in) == (dt.date(2019, 5, 2), "url")


def test_a_summary_that_repeats_the_headline_is_no_text() -> None:
    title = "Ministers meet in Caracas and speak for three hours"
    assert _entries(_rss(f"<title>{title}</title><description>{title}</description>"))[0].article.text == ""


def test_html_entities_and_unescaped_ampersands_survive() -> None:
    item = f"<title>Caf&eacute; &amp; bar &mdash; R&D</title><description>{PARAGRAPHS[0]}</description>"
    assert _entries(_rss(item))[0].article.title == "Café & bar — R&D"


def test_a_cut_off_feed_gives_what_is_there() -> None:
    assert _entries(RSS[: RSS.index(b"<item><title>Only")])[0].article.text == TEXT


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig", "cp1251"])
def test_other_encodings(codec: str) -> None:
    title = "Министры встретились в Каракасе и говорили о торговле"
    xml = f'<?xml version="1.0" encoding="{codec}"?>' + _rss(f"<title>{title}</title>").decode()
    assert _entries(xml.encode(codec))[0].article.title == title


_LAUGHS = "".join(f'<!ENTITY {name} "{f"&{below};" * 10}">' for name, below in zip("bcdefgh", "abcdefg", strict=True))


@pytest.mark.parametrize(
    "doctype",
    [
        f'<!DOCTYPE rss [<!ENTITY a "lol">{_LAUGHS}]>',
        '<!DOCTYPE rss [<!ENTITY h SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_entities_are_neither_expanded_nor_fetched(doctype: str) -> None:
    """Billion laughs and external entities stay the letters that they are."""
    xml = (
        '<?xml version="1.0"?>'
        + doctype
        + _rss(f"<title>t</title><description>&h; {PARAGRAPHS[0]}</description>").decode()
    )
    assert _entries(xml.encode())[0].article.text == f"&h; {PARAGRAPHS[0]}"


@pytest.mark.parametrize(
    "data",
    [
        b"<rss><channel></channel></rss>",
        b"<rss",
        b"<rss><channel><item>" + b"<b>" * 100_000,
        b"<rss>" + b"<" * 600_000,
        b"<feed>\xff\xfe",
    ],
)
def test_what_is_no_feed_is_said_so(data: bytes) -> None:
    """Also when it is made to take for ever."""
    try:
        entries = list(read_feed(data, "feed"))
    except ArticleError as error:
        assert error.path == "feed"  # noqa: PT017  # either outcome is right
    else:
        assert all(isinstance(entry, FeedEntry) and not entry.article.text for entry in entries)


def test_what_feedparser_stumbles_over_is_an_error_with_a_reason() -> None:
    """Found by the fuzz run: a namespace's name with a blank in it."""
    data = RSS.replace(b"http://purl.org/rss/1.0/", b"http:&nbsp;.org/rss/1.0/")
    with pytest.raises(ArticleError, match="not a feed that can be read"):
        list(read_feed(data, "feed"))


@pytest.mark.parametrize("data", [b'{"items": []}', b'{"items": 5}', b"[]", b"{", b"[" * 100_000])
def test_a_json_feed_without_entries_is_said_so(data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"without entries|not valid JSON"):
        list(read_json_feed(data, "feed"))


def test_a_news_sitemap_gives_headlines_with_address_publisher_and_day() -> None:
    (entry,) = read_sitemap(io.BytesIO(NEWS_SITEMAP), "news.xml")
    assert (entry.url, entry.title) == ("https://courier.example/ministers", TITLE)
    assert (entry.publisher_name, entry.published) == ("Courier", dt.date(2019, 5, 2))


def test_a_sitemap_gives_addresses_and_an_index_gives_sitemaps() -> None:
    assert [entry.url[-1] for entry in read_sitemap(io.BytesIO(SITEMAP), "s")] == ["1", "2"]
    index = (
        SITEMAP.replace(b"urlset", b"sitemapindex").replace(b"<url>", b"<sitemap>").replace(b"</url>", b"</sitemap>")
    )
    assert all(entry.is_sitemap for entry in read_sitemap(io.BytesIO(index), "s"))


@pytest.mark.parametrize("data", [b"", b"<urlset/>", b"<urlset><url>", b"<urlset>" + b"<a>" * 100_000])
def test_a_sitemap_without_addresses_is_said_so(data: bytes) -> None:
    with pytest.raises(ArticleError, match="a sitemap"):
        list(read_sitemap(io.BytesIO(data), "s.xml"))
