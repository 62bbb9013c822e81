"""Atom, JSON and sitemaps in place of RSS, against a real server."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.ingest.markdown import read_markdown
from tests.feeds.badserver import BadServer, reply
from tests.feeds.world import page, poll, story

if TYPE_CHECKING:
    from pathlib import Path

    from bot.model import Article
    from tests.feeds.world import Desk


def read(path: Path) -> Article:
    return read_markdown(path.name, path.read_text(encoding="utf-8"))


ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Example</title><entry><title>Talks</title><id>tag:1</id>'
    '<published>2019-05-02T10:00:00Z</published><link href="http://news.example/talks-in-port"/>'
    f'<content type="html"><![CDATA[{story(1)}]]></content></entry></feed>'
)
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Example",
        "items": [
            {
                "id": "1",
                "title": "Talks",
                "url": "http://news.example/talks-in-port",
                "date_published": "2019-05-02T10:00:00Z",
                "content_html": story(1),
            }
        ],
    }
)


@pytest.mark.parametrize(("kind", "body"), [("application/atom+xml", ATOM), ("application/feed+json", JSON_FEED)])
async def test_atom_and_json_feeds_are_followed_too(server: BadServer, desk: Desk, kind: str, body: str) -> None:
    server.on("/feed", reply(body, kind=kind))
    await poll(desk)
    article = read(desk.files()[0])
    assert (article.title, article.published) == ("Talks", date(2019, 5, 2))
    assert article.url == "http://news.example/talks-in-port"


async def test_a_news_sitemap_is_followed_too(server: BadServer, desk: Desk) -> None:
    body = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url>'
        f"<loc>{server.url('/story')}</loc><news:news><news:title>Talks</news:title>"
        "<news:publication_date>2019-05-01</news:publication_date></news:news></url></urlset>"
    )
    server.on("/feed", reply(body, kind="application/xml"))
    server.on("/story", reply(page(1)))
    await poll(desk)
    assert read(desk.files()[0]).published == date(2019, 5, 1)


async def test_an_index_of_sitemaps_is_refused_with_advice(server: BadServer, desk: Desk) -> None:
    index = f"<sitemapindex><sitemap><loc>{server.url('/a.xml')}</loc></sitemap></sitemapindex>"
    server.on("/feed", reply(index, kind="application/xml"))
    assert "name the news sitemap itself" in str((await poll(desk)).error)
