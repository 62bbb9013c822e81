"""Web pages to articles."""

from __future__ import annotations

import gzip
import logging
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import ArticleError
from bot.ingest.dom import MAX_ELEMENTS
from bot.ingest.pages import read_page

STANDFIRST = "Queues at the quay were gone before noon, but the night boats stay in port until Sunday."
PARAGRAPHS = [
    "The ferries sailed again on Thursday morning, the port authority said, two days after a storm had closed the bay.",
    "“We could not have gone out a day earlier,” said the harbour master, who had spent both nights in his office.",
    "About four thousand people had waited on the islands; hotels opened their ballrooms for those who found no bed.",
    "The company will not raise its fares this year, its director told reporters, although fuel has become dearer.",
    "Fishermen went out in the afternoon and found most of their nets torn, a loss that no insurance covers so far.",
]
PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head>
<title>Ferries to the islands sail again | The Harbour Post</title>
<meta property="og:title" content="Ferries to the islands sail again">
<meta property="og:site_name" content="The Harbour Post">
<meta property="og:description" content="{STANDFIRST[:70]}…">
<meta property="article:published_time" content="2019-05-02T09:30:00+01:00">
<meta name="author" content="Ana Silva">
<link rel="canonical" href="https://www.harbourpost.example/news/ferries">
</head><body class="newsletter-open">
<header><nav><a href="/">Home</a> <a href="/news">News</a></nav></header>
<main><article>
<h1>Ferries to the islands sail again</h1>
<h2 class="article__standfirst">{STANDFIRST}</h2>
<div class="share-bar">0 2,736 shares</div>
<figure><img src="a.jpg"><figcaption>Passengers on the quay. Photo: Juan Paz</figcaption></figure>
<p>{PARAGRAPHS[0]}</p>
<p>{PARAGRAPHS[1]}</p>
<p><strong>Read also:</strong> <a href="/x">Island hotels open their ballrooms for stranded guests</a></p>
<p>{PARAGRAPHS[2]}</p>
<div class="newsletter-signup"><p>Our best stories in your inbox.</p></div>
<p><a href="/y">Fuel has become dearer in every port of the country</a></p>
<p>{PARAGRAPHS[3]}</p>
<p>- Advertisement -</p>
<p>{PARAGRAPHS[4]}</p>
<div class="author-bio"><p>Ana Silva has written about the sea and those who live by it for years.</p></div>
</article>
<section class="related-stories"><h3>More stories</h3>
<p>The lighthouse keeper who never once saw the sea by daylight.</p></section>
<div id="comments"><p>I was on that quay and nobody told us anything at all for two whole days, what a shame.</p></div>
</main><footer>Copyright 2024 The Harbour Post</footer></body></html>"""


@pytest.fixture(autouse=True)
def _quiet_libraries() -> None:
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def test_the_text_is_the_articles_standfirst_and_paragraphs_and_nothing_else() -> None:
    assert read_page(PAGE.encode()).text.split("\n\n") == [STANDFIRST, *PARAGRAPHS]


def test_what_the_page_says_about_itself_is_read() -> None:
    article = read_page(PAGE.encode())
    assert article.title == "Ferries to the islands sail again"
    assert (article.date, article.date_found_in) == (date(2019, 5, 2), "meta")
    assert (article.publisher_name, article.domain) == ("The Harbour Post", "harbourpost.example")
    assert (article.author, article.agency, article.language) == ("Ana Silva", None, "en")
    assert article.url == "https://www.harbourpost.example/news/ferries"


def test_the_address_given_wins_over_the_pages_own() -> None:
    article = read_page(PAGE.encode(), url="https://m.other.example/2019/05/02/ferries")
    assert (article.url, article.domain) == ("https://m.other.example/2019/05/02/ferries", "other.example")


def test_a_gzipped_page_is_read() -> None:
    assert read_page(gzip.compress(PAGE.encode())) == read_page(PAGE.encode())


@pytest.mark.parametrize("charset", ["utf-16", "utf-8-sig", "cp1252"])
def test_a_page_is_read_in_any_charset(charset: str) -> None:
    assert read_page(PAGE.replace("…", "").encode(charset)).text == read_page(PAGE.encode()).text


def test_a_wire_service_in_the_authors_place_is_the_agency() -> None:
    article = read_page(PAGE.replace("Ana Silva", "Reuters Staff").encode())
    assert (article.author, article.agency) == (None, "Reuters")


def test_an_article_in_a_box_with_the_name_of_noise_is_not_lost() -> None:
    page = PAGE.replace("<article>", '<div class="sidebar"><div class="banners-content">').replace(
        "</article>", "</div></div>"
    )
    assert PARAGRAPHS[4] in read_page(page.encode()).text


def test_a_date_line_before_the_text_is_not_text_and_the_headings_of_a_chronicle_are() -> None:
    days = ["Thursday, 2 May 2019, 14:20", "Thursday, 2 May 2019", "Friday, 3 May 2019"]
    lines = [days[0], PARAGRAPHS[0], days[1], PARAGRAPHS[1], days[2], PARAGRAPHS[2]]
    body = "".join(f"<p>{line}</p>" for line in lines)
    title = "Ferries to the islands sail again"
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"
    found = read_page(page.encode())
    assert found.text.split("\n\n") == lines[1:]
    assert found.date == date(2019, 5, 2)


def test_a_page_tells_when_it_was_changed() -> None:
    stamp = '<meta property="article:modified_time" content="2019-05-03T10:00:00+02:00"><title>'
    assert read_page(PAGE.replace("<title>", stamp).encode()).modified == datetime(2019, 5, 3, 8, tzinfo=UTC)
    assert read_page(PAGE.encode()).modified is None


def test_a_page_without_marks_is_read() -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    article = read_page(f"<html><body><h1>Ferries to the islands sail again</h1>{body}</body></html>".encode())
    assert article.text.split("\n\n") == PARAGRAPHS
    assert (article.title, article.date, article.date_found_in) == ("Ferries to the islands sail again", None, None)


def test_a_standfirst_whose_tag_is_never_closed_does_not_swallow_the_text() -> None:
    page = PAGE.replace(f"{STANDFIRST}</h2>", f"{STANDFIRST}</h5>")
    text = read_page(page.encode()).text.split("\n\n")
    assert [line for line in text if line == PARAGRAPHS[4]] == [PARAGRAPHS[4]]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no HTML"),
        (b"   ", "no HTML"),
        (b"<html><body><script>render()</script></body></html>", "no article text"),
        (b"<div>" * 100_000 + b"deep", "no article text"),
        (b"<p>x</p>" * (MAX_ELEMENTS + 1), "elements"),
        (b"<p " + b" ".join(b"a%d=1" % number for number in range(50_000)) + b">text", "attributes"),
        (b"<" * 400_000, "tags"),
        (b"<p =" + b"' b\"c " * 50_000 + b">text", "attributes"),
        (gzip.compress(PAGE.encode(), mtime=0)[:-20], "cut-off"),
        (b"\x00\x01\x02" * 3000, "binary"),
    ],
)
def test_what_holds_no_article_is_refused_by_name_and_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason) as refused:
        read_page(data, url="https://post.example/a")
    assert refused.value.path == "https://post.example/a"


@pytest.mark.parametrize(
    "nested", ["[" * 200_000, '{"@graph":' * 100_000, '{"@type": "NewsArticle", "author": {"name": [[]]}}']
)
def test_linked_data_nested_without_end_do_no_harm(nested: str) -> None:
    page = PAGE.replace("</head>", f'<script type="application/ld+json">{nested}</script></head>')
    assert read_page(page.encode()).date == date(2019, 5, 2)


PIECES = st.sampled_from(
    ["<p>", "</p>", "<div class='comments'>", "</div>", "<h1>", "</h1>", "<table><tr><td>", "<br>", "<a href=x>",
     "<!--", "-->", "<script type='application/ld+json'>", "</script>", "<time datetime='2019-05-02'>",
     "<figure><figcaption>",
     "<meta name=date content=1>", "2 мая 2019", "By Reuters", "Read also: ", PARAGRAPHS[0], '{"@graph": [', "\x00",
     "\u202e", "&#0;", "&#xFFFFFFFF;", "<![CDATA[", "<?php"]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    data=st.one_of(st.binary(max_size=400), st.lists(PIECES, max_size=60).map(lambda pieces: "".join(pieces).encode()))
)
def test_any_bytes_give_an_article_or_an_article_error(data: bytes) -> None:
    try:
        article = read_page(data)
    except ArticleError:
        return
    assert article.text == article.text.strip()
    assert not set(article.text) & {"\x00", "\u202e", "\ufeff"}
    assert (article.date is None) == (article.date_found_in is None)
