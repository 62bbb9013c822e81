"""A fetched feed into its entries."""

from __future__ import annotations

import gzip

import pytest

from bot.errors import ArticleError
from bot.feeds.entries import digest_of, is_whole, parse_entries
from bot.ingest.addresses import plain_address
from bot.ingest.raw import RawArticle
from tests.feeds.world import item, rss, story

ADDRESS = "https://news.example/feed.js"


def test_the_format_is_told_by_the_content_alone() -> None:
    """Neither the address's ending nor packing matters."""
    data = rss(item(1, text=story(1))).encode()
    for sent in (data, gzip.compress(data), b"\xef\xbb\xbf\n " + data):
        (entry,) = parse_entries(sent, ADDRESS, None)
        assert entry.article.title == "Headline number 1"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-be"])
def test_feeds_in_utf_16_are_read(codec: str) -> None:
    data = rss(item(1, text=story(1))).replace('encoding="utf-8"', f'encoding="{codec}"').encode(codec)
    assert len(parse_entries(data, ADDRESS, None)) == 1
    assert parse_entries(rss().encode(codec), ADDRESS, None) == []


@pytest.mark.parametrize(
    "data", [b"", b"\0\0", gzip.compress(b"<rss>" * 9, mtime=0)[:-4], b"<html><p>Sorry</p></html>", b"\x89PNG..."]
)
def test_what_is_no_feed_is_refused_under_its_address(data: bytes) -> None:
    with pytest.raises(ArticleError) as caught:
        parse_entries(data, ADDRESS, None)
    assert caught.value.path == ADDRESS


@pytest.mark.parametrize(
    ("end", "whole"),
    [
        ("and that was the end of it.", True),
        ("“and that was the end of it.”", True),
        ("and that was the […]", False),
        ("and that was the [...]", False),
        ("and that was the…", False),
        ("and that was the ...", False),
        ("and that was the end [+1234 chars]", False),
        ("and that was the end. Read more", False),
        ("and that was the end. Continue reading Talks on the port →", False),
        ("y ese fue el final. Leer más", False),
        ("и это был конец. Читать далее", False),
        ("et ce fut la fin. Lire la suite", False),
        ("e esse foi o fim. Leia mais »", False),
    ],
)
def test_a_cut_text_is_not_taken_for_the_whole(end: str, whole: bool) -> None:  # noqa: FBT001  # a parameter of the test
    assert is_whole(RawArticle("Title", "word " * 150 + end)) is whole


def test_a_short_text_is_not_taken_for_the_whole() -> None:
    assert not is_whole(RawArticle("Title", "Two sentences. That is all."))


def test_the_digest_follows_what_the_feed_says() -> None:
    first, same, other = (
        parse_entries(rss(item(1, title=title), title=of).encode(), ADDRESS, None)[0]
        for title, of in (("Talks", "A"), ("Talks", "B"), ("No talks", "A"))
    )
    assert digest_of(first) == digest_of(same) != digest_of(other)


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("https://a.example/x?utm_source=rss&utm_medium=feed", "https://a.example/x"),
        ("https://a.example/x?id=5&utm_campaign=a&fbclid=b#top", "https://a.example/x?id=5"),
        ("https://a.example/x?id=5&id=6", "https://a.example/x?id=5&id=6"),
        ("https://a.example/x?utmost=1&at_time=2", "https://a.example/x?utmost=1&at_time=2"),
    ],
)
def test_counting_parameters_are_left_out_of_addresses(address: str, plain: str) -> None:
    assert plain_address(address) == plain
