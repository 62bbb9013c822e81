"""What a site wishes, against a real server: its robots.txt, and pauses between two requests."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.config import FetchConfig
from tests.feeds.badserver import BadServer, endless, feed, in_turn, raw, redirect, reply
from tests.feeds.world import following, item, page, poll, rss, story

if TYPE_CHECKING:
    from tests.feeds.world import Desk


async def test_robots_may_forbid_the_feed(server: BadServer, desk: Desk) -> None:
    server.on("/robots.txt", reply("User-agent: *\nDisallow: /feed\n", kind="text/plain"))
    server.on("/feed", feed(rss(item(1, text=story(1)))))
    state = await poll(desk)
    assert state.error == "its robots.txt does not allow it"
    assert server.paths() == ["/robots.txt"]


async def test_robots_may_forbid_pages(server: BadServer, desk: Desk) -> None:
    server.on("/robots.txt", reply("User-agent: Dateline\nDisallow: /*/private\n", kind="text/plain"))
    links = [server.url(f"/news/{name}") for name in ("private-matter", "public-matter")]
    server.on("/feed", feed(rss(*(item(number, link=link) for number, link in enumerate(links)))))
    server.on("/news/public-matter", reply(page(1)))
    state = await poll(desk, times=2)
    assert (state.articles, len(desk.files())) == (1, 1)
    assert "/news/private-matter" not in server.paths()


async def test_robots_of_the_site_that_a_page_redirects_to_count(server: BadServer, desk: Desk) -> None:
    server.on("/robots.txt", reply("User-agent: *\nDisallow: /\n", kind="text/plain"), host="closed.example")
    server.on("/feed", feed(rss(item(1, link=server.url("/out")))))
    server.on("/out", redirect(server.url("/story", "closed.example")))
    state = await poll(desk)
    assert "robots.txt" in str(state.error)
    assert server.paths("closed.example") == ["/robots.txt"]


@pytest.mark.parametrize(
    ("behaviour", "allowed"),
    [
        (reply("", status=404), True),
        (reply("", status=403), True),
        (reply("<html>Not found</html>"), True),
        (reply(""), True),
        (reply("User-agent: *\nDisallow:\n", kind="text/plain"), True),
        (reply(b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /\r\n", kind="text/plain"), False),
        (reply("", status=500), False),
        (reply("", status=429), False),
        (raw(b"", reset=True), False),
        (redirect("/robots.txt"), False),
        (redirect("http://10.0.0.1/robots.txt"), False),
        (endless("text/plain"), False),
    ],
)
async def test_a_site_without_robots_allows_and_one_in_trouble_does_not(
    server: BadServer,
    desk: Desk,
    behaviour: Any,
    allowed: bool,  # noqa: FBT001  # a parameter of the test
) -> None:
    server.on("/robots.txt", behaviour)
    server.on("/feed", feed(rss(item(1, text=story(1)))))
    state = await poll(desk)
    assert (state.failures == 0) is allowed
    assert ("/feed" in server.paths()) is allowed
    assert bool(desk.files()) is allowed


async def test_robots_are_asked_for_once_a_day_and_sooner_after_trouble(server: BadServer, desk: Desk) -> None:
    server.on("/robots.txt", in_turn(reply("", status=500), reply("")))
    server.on("/feed", feed(rss()))
    config = following(server)
    with desk.poller(config) as poller:
        for hours, asked in ((0, 1), (0.25, 1), (1, 2), (12, 2), (12.5, 3)):
            desk.clock.time += timedelta(hours=hours)
            await poller.poll(config.address)
            assert server.paths().count("/robots.txt") == asked
    assert server.paths().count("/feed") == 3


async def test_requests_to_a_host_keep_the_pause_between_them(server: BadServer, desk: Desk) -> None:
    desk.fetch = FetchConfig(host_delay=3)
    server.on("/feed", feed(rss(*(item(number, link=server.url(f"/story-{number}")) for number in range(3)))))
    for number in range(3):
        server.on(f"/story-{number}", reply(page(number)))
    await poll(desk)
    assert desk.clock.waits == [3, 3, 3, 3]


async def test_a_crawl_delay_lengthens_the_pause(server: BadServer, desk: Desk) -> None:
    server.on("/robots.txt", reply("User-agent: *\nCrawl-delay: 9\n", kind="text/plain"))
    server.on("/feed", feed(rss(item(1, link=server.url("/story")))))
    server.on("/story", reply(page(1)))
    await poll(desk)
    assert desk.clock.waits[-1] == 9
