"""Following feeds: when each is asked, and that none delays another."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.config import FeedConfig, FetchConfig
from bot.errors import LockedError
from bot.feeds.poller import GATHER
from tests.feeds.badserver import BadServer, endless, feed, hang, in_turn, redirect, reply
from tests.feeds.world import HandClock, item, page, rss, story

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.feeds.poller import Poller
    from tests.feeds.world import Desk

_PATIENCE = 120.0  # seconds until a test that waits for what does not come gives up


async def until(what: Callable[[], bool]) -> None:
    """Let the others run until something is so."""
    async with asyncio.timeout(_PATIENCE):
        while not what():  # noqa: ASYNC110  # what is waited for is the server's and the files' state
            await asyncio.sleep(0.005)


def site(server: BadServer, name: str, **settings: Any) -> FeedConfig:
    return FeedConfig(address=server.url("/feed", name), publisher=name, **settings)


class Running:
    """A poller that runs by a clock which the test moves."""

    def __init__(self, poller: Poller, clock: HandClock) -> None:
        self.poller = poller
        self.clock = clock
        self.stop = asyncio.Event()
        self.task = asyncio.create_task(poller.run(self.stop))

    async def go_on(self, by: timedelta) -> None:
        """Move the clock by and by, waking everybody on the way."""
        end = self.clock.now() + by
        while (wake := self.clock.next_wake()) is not None and wake <= end:
            self.clock.move(wake - self.clock.now())
            await asyncio.sleep(0.02)
        self.clock.move(end - self.clock.now())

    async def end(self) -> None:
        """Stop the poller as the bot does."""
        self.stop.set()
        async with asyncio.timeout(_PATIENCE):
            await self.task


@pytest.fixture
def clock(desk: Desk) -> HandClock:
    desk.fetch = FetchConfig(host_delay=0)
    desk.clock = made = HandClock()
    return made


@asynccontextmanager
async def started(poller: Poller, clock: HandClock) -> AsyncIterator[Running]:
    running = Running(poller, clock)
    try:
        yield running
    finally:
        await running.end()


async def test_feeds_are_asked_at_once_and_then_by_their_intervals(
    server: BadServer, desk: Desk, clock: HandClock
) -> None:
    server.on("/feed", feed(rss()))
    with desk.poller(site(server, "quick.example", interval=30), site(server, "rare.example", interval=600)) as poller:
        async with started(poller, clock) as running:
            await until(lambda: len(server.paths("rare.example")) == len(server.paths("quick.example")) == 2)
            await until(lambda: all(state.checked for state in poller.feed_states()))
            await running.go_on(timedelta(minutes=26))
            assert server.paths("quick.example").count("/feed") == 1
            await running.go_on(timedelta(minutes=8))
            await until(lambda: server.paths("quick.example").count("/feed") == 2)
            assert server.paths("rare.example").count("/feed") == 1
            await running.go_on(timedelta(minutes=640))
            await until(lambda: server.paths("rare.example").count("/feed") == 2)


@pytest.mark.parametrize("trouble", [hang(), endless("application/rss+xml"), redirect("/feed"), reply("", status=500)])
async def test_a_feed_in_trouble_delays_no_other(server: BadServer, desk: Desk, clock: HandClock, trouble: Any) -> None:
    """While one feed hangs, the other is asked again and again, and its articles come in."""
    server.on("/feed", trouble, host="bad.example")
    server.on("/feed", in_turn(*(feed(rss(item(n, text=story(n)))) for n in range(4))), host="good.example")
    with desk.poller(site(server, "bad.example"), site(server, "good.example")) as poller:
        async with started(poller, clock) as running:
            for count in (1, 2, 3):
                await until(lambda count=count: poller.feed_states()[1].articles == count)  # type: ignore[misc]
                await running.go_on(timedelta(minutes=34))
            assert not poller.feed_states()[1].is_failing
            assert poller.feed_states()[0].articles == 0


async def test_many_hanging_feeds_leave_room_for_others(server: BadServer, desk: Desk, clock: HandClock) -> None:
    """As many feeds hang as requests are allowed at once; when their time is up, the others come."""
    desk.fetch = FetchConfig(host_delay=0, concurrent=2, seconds=1)
    bad = [site(server, f"bad{number}.example") for number in range(2)]
    for number in range(2):
        server.on("/robots.txt", hang(), host=f"bad{number}.example")
    server.on("/feed", feed(rss(item(1, text=story(1)))), host="good.example")
    with desk.poller(*bad, site(server, "good.example")) as poller:
        async with started(poller, clock) as running:
            await until(lambda: all(state.is_failing for state in poller.feed_states()[:2]))
            while not poller.feed_states()[2].articles:  # at once; later where this machine is too busy for a second
                await until(lambda: poller.feed_states()[2].checked is not None)
                await running.go_on(timedelta(minutes=10))
                await asyncio.sleep(0.02)
            assert all(state.is_failing for state in poller.feed_states()[:2])


async def test_a_host_gets_one_request_at_a_time(server: BadServer, desk: Desk, clock: HandClock) -> None:
    """Several feeds of one site, and their pages, stand in one line."""

    async def slowly(request: Any) -> Any:
        await asyncio.sleep(0.005)
        return await reply(page(int(request.path.rpartition("-")[2])))(request)

    feeds = []
    for number in range(4):
        path = f"/feed{number}"
        links = [server.url(f"/story-{number}{part}") for part in range(3)]
        server.on(path, feed(rss(*(item(n, link=link) for n, link in enumerate(links)))))
        for link in links:
            server.on(link.partition(str(server.port))[2], slowly)
        feeds.append(FeedConfig(address=server.url(path), publisher="The Example"))
    with desk.poller(*feeds) as poller:
        async with started(poller, clock):
            await until(lambda: sum(state.articles for state in poller.feed_states()) == 12)
    assert server.most_at_once == {"news.example": 1}
    assert server.paths().count("/robots.txt") == 1


async def test_requests_to_all_hosts_together_are_bounded(server: BadServer, desk: Desk, clock: HandClock) -> None:
    async def slowly(request: Any) -> Any:
        await asyncio.sleep(0.01)
        return await feed(rss())(request)

    desk.fetch = FetchConfig(host_delay=0, concurrent=2)
    server.on("/feed", slowly)
    server.on("/robots.txt", slowly)
    with desk.poller(*(site(server, f"site{number}.example") for number in range(6))) as poller:
        async with started(poller, clock):
            await until(lambda: all(state.succeeded for state in poller.feed_states()))
    assert server.most_in_all == 2


async def test_failures_lengthen_the_wait_and_a_success_ends_that(server: BadServer, desk: Desk) -> None:
    server.on("/feed", in_turn(*[reply("", status=500)] * 4, feed(rss())))
    config = site(server, "news.example", interval=60)
    waits = []
    with desk.poller(config) as poller:
        for _ in range(5):
            state = await poller.poll(config.address)
            waits.append((state.due - desk.clock.now()) / timedelta(hours=1))
    for wait, expected in zip(waits, (1, 2, 4, 8, 1), strict=True):
        assert 0.9 * expected <= wait <= 1.1 * expected
    assert (state.failures, state.error) == (0, None)


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("wish", ["36000", "Sat, 04 May 2019 22:00:02 GMT"])
async def test_a_feed_is_not_asked_before_its_server_wants_it(
    server: BadServer, desk: Desk, wish: str, status: int
) -> None:
    server.on("/feed", reply("", status=status, headers={"Retry-After": wish}))
    config = site(server, "news.example")
    with desk.poller(config) as poller:
        state = await poller.poll(config.address)
    assert state.due == desk.clock.now() + timedelta(hours=10)
    assert state.is_failing


async def test_a_wish_of_the_robots_file_is_heeded_too(server: BadServer, desk: Desk) -> None:
    server.on("/robots.txt", reply("", status=503, headers={"Retry-After": "36000"}))
    config = site(server, "news.example")
    with desk.poller(config) as poller:
        assert (await poller.poll(config.address)).due == desk.clock.now() + timedelta(hours=10)


async def test_after_a_restart_the_feed_is_asked_when_it_is_due(
    server: BadServer, desk: Desk, clock: HandClock
) -> None:
    server.on("/feed", reply("", status=500))
    config = site(server, "news.example", interval=60)
    with desk.poller(config) as poller:
        await poller.poll(config.address)
        state = await poller.poll(config.address)
    asked = len(server.requests)
    with desk.poller(config) as poller:
        async with started(poller, clock) as running:
            await until(lambda: poller.feed_states() == [state])
            await running.go_on(timedelta(minutes=100))
            assert poller.feed_states() == [state]
            assert len(server.requests) == asked
            await running.go_on(timedelta(minutes=40))
            await until(lambda: poller.feed_states()[0].failures == 3)


async def test_a_shorter_interval_counts_from_the_restart(server: BadServer, desk: Desk) -> None:
    server.on("/feed", feed(rss()))
    with desk.poller(site(server, "news.example", interval=6000)) as poller:
        await poller.poll(server.url("/feed", "news.example"))
    with desk.poller(site(server, "news.example", interval=30)) as poller:
        await poller.resume()
        assert poller.feed_states()[0].due == desk.clock.now() + timedelta(minutes=30)


async def test_the_states_are_those_of_the_configured_feeds_in_order(server: BadServer, desk: Desk) -> None:
    server.on("/feed", feed(rss()))
    names = ["b.example", "a.example", "c.example"]
    with desk.poller(*(site(server, name) for name in names)) as poller:
        await poller.poll(server.url("/feed", "a.example"))
        assert [state.address for state in poller.feed_states()] == [server.url("/feed", name) for name in names]
    with desk.poller(site(server, "c.example")) as poller:
        await poller.resume()
        assert len(poller.feed_states()) == 1


async def test_new_articles_of_several_feeds_are_announced_together(
    server: BadServer, desk: Desk, clock: HandClock
) -> None:
    for number, host in enumerate(("a.example", "b.example")):
        server.on("/feed", feed(rss(*(item(n, text=story(10 * number + n)) for n in range(number + 1)))), host=host)
    with desk.poller(site(server, "a.example"), site(server, "b.example")) as poller:
        async with started(poller, clock) as running:
            await until(lambda: sum(state.articles for state in poller.feed_states()) == 3)
            await until(lambda: clock.sleepers() == 3)  # the feeds' tasks and the announcement
            assert desk.announced == []
            await running.go_on(GATHER)
            await until(lambda: desk.announced == [3])
            await running.go_on(timedelta(hours=2))
            assert desk.announced == [3]


async def test_an_announcement_that_cannot_be_taken_is_made_again(
    server: BadServer, desk: Desk, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another build is running: the articles wait for the next one."""
    heard: list[int] = []

    async def busy_once(count: int) -> None:
        heard.append(count)
        if len(heard) == 1:
            msg = "another build is running"
            raise LockedError(msg)

    monkeypatch.setattr(desk, "on_new", busy_once)
    server.on("/feed", feed(rss(item(1, text=story(1)))))
    with desk.poller(site(server, "a.example")) as poller:
        async with started(poller, clock) as running:
            await until(lambda: clock.sleepers() == 2)  # the feed's task and the announcement
            await running.go_on(GATHER)
            await until(lambda: heard == [1])
            await running.go_on(timedelta(minutes=5))
            await until(lambda: heard == [1, 1])


async def test_articles_stored_before_a_restart_are_announced_after_it(
    server: BadServer, desk: Desk, clock: HandClock
) -> None:
    server.on("/feed", feed(rss(item(1, text=story(1)))))
    config = site(server, "a.example")
    with desk.poller(config) as poller:
        await poller.poll(config.address)
    with desk.poller(config) as poller:
        async with started(poller, clock) as running:
            await until(lambda: clock.sleepers() == 2)  # the feed's task and the announcement
            await running.go_on(GATHER)
            await until(lambda: desk.announced == [1])


async def test_stopping_ends_a_fetch_that_hangs(server: BadServer, desk: Desk, clock: HandClock) -> None:
    """What was being fetched is no failure: it comes again after the start."""
    server.on("/feed", hang())
    with desk.poller(site(server, "a.example")) as poller:
        running = Running(poller, clock)
        await until(lambda: "/feed" in server.paths())
        await running.end()
        assert poller.feed_states()[0].failures == 0


async def test_no_feeds_is_nothing_to_do_until_it_is_stopped(desk: Desk, clock: HandClock) -> None:
    with desk.poller() as poller:
        running = Running(poller, clock)
        await asyncio.sleep(0)
        await running.end()
        assert poller.feed_states() == []
