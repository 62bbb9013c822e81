"""A round of a feed, against a real server: what is asked, what is stored, what is skipped and why."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.config import FetchConfig
from bot.feeds.round import ATTEMPTS, PAGES_A_ROUND
from bot.ingest.markdown import read_markdown
from tests.feeds.badserver import (
    BadServer,
    conditional,
    endless,
    feed,
    gzip_bomb,
    hang,
    in_turn,
    raw,
    redirect,
    reply,
)
from tests.feeds.world import START, item, page, poll, rss, story

if TYPE_CHECKING:
    from pathlib import Path

    from bot.model import Article
    from tests.feeds.world import Desk


JSON_VERSION = '{"version": "https://jsonfeed.org/version/1.1"'
CORRECTION = (
    "Correction: an earlier version of this report gave a wrong number of the ships that wait outside the harbour."
)


def read(path: Path) -> Article:
    return read_markdown(path.name, path.read_text(encoding="utf-8"))


async def test_a_feed_with_whole_texts_needs_no_pages(server: BadServer, desk: Desk) -> None:
    server.on(
        "/feed", feed(rss(item(1, text=story(1), link="http://news.example/2019/05/the-port-talks?utm_source=rss")))
    )
    state = await poll(desk)
    (path,) = desk.files()
    assert path.name == "2019-05-02-the-example-the-port-talks.md"
    article = read(path)
    assert (article.title, article.publisher) == ("Headline number 1", "The Example")
    assert article.published == date(2019, 5, 2)  # the day where it was published, not in UTC
    assert article.date_found_in == "feed"
    assert article.url == "http://news.example/2019/05/the-port-talks"
    assert article.text.startswith("In case 1 the two delegations")
    assert server.paths() == ["/robots.txt", "/feed"]
    assert (state.failures, state.articles, state.error) == (0, 1, None)


async def test_where_the_feed_has_only_the_beginning_the_page_is_read(server: BadServer, desk: Desk) -> None:
    server.on("/feed", feed(rss(item(1, link=server.url("/story-about-the-port?utm_source=rss")))))
    server.on("/story-about-the-port", reply(page(1, date="2019-05-03")))
    await poll(desk)
    article = read(desk.files()[0])
    assert article.text.startswith("In case 1 the two delegations")
    assert "In short" not in article.text
    assert article.url == server.url("/story-about-the-port")
    assert (article.published, article.date_found_in) == (date(2019, 5, 2), "feed")


async def test_a_page_gives_date_and_publisher_where_the_feed_does_not(server: BadServer, desk: Desk) -> None:
    server.on("/feed", feed(rss(item(1, link=server.url("/story"), date=""), title="Feed of all")))
    server.on("/story", reply(page(1, date="2019-05-03")))
    await poll(desk, publisher="")
    article = read(desk.files()[0])
    assert (article.published, article.publisher) == (date(2019, 5, 3), "The Example")


async def test_a_publication_date_in_the_future_is_not_believed(server: BadServer, desk: Desk) -> None:
    in_a_week = "Sat, 11 May 2019 10:00:00 GMT"
    server.on(
        "/feed", feed(rss(item(1, link=server.url("/story"), date=in_a_week), item(2, text=story(2), date=in_a_week)))
    )
    server.on("/story", reply(page(1)))
    await poll(desk)
    assert sorted(str(read(path).published) for path in desk.files()) == ["2019-05-02", "None"]


async def test_settings_may_forbid_either_source(server: BadServer, desk: Desk) -> None:
    server.on("/feed", feed(rss(item(1, text=story(1), link=server.url("/story")))))
    server.on("/story", reply(page(1, extra=CORRECTION)))
    await poll(desk, text="page")
    assert CORRECTION in read(desk.files()[0]).text


async def test_a_feed_that_should_carry_the_text_and_does_not_says_so(server: BadServer, desk: Desk) -> None:
    server.on(
        "/feed", feed("<rss version='2.0'><channel><item><title>Only this</title><guid>1</guid></item></channel></rss>")
    )
    state = await poll(desk, text="feed")
    assert (state.skipped, state.failures) == (1, 0)
    assert "does not carry its text" in str(state.error)


async def test_an_entry_without_text_and_address_is_skipped(server: BadServer, desk: Desk) -> None:
    server.on("/feed", feed(rss(item(1), item(2, text=story(2)))))
    state = await poll(desk)
    assert (state.skipped, state.articles) == (1, 1)
    assert "neither a whole text nor an address" in str(state.error)


async def test_what_was_seen_is_not_fetched_again_even_after_a_restart(server: BadServer, desk: Desk) -> None:
    server.on("/feed", feed(rss(item(1, link=server.url("/story")))))
    server.on("/story", reply(page(1)))
    state = await poll(desk, times=3)
    assert server.paths().count("/story") == 1
    assert server.paths().count("/feed") == 3
    assert (state.articles, state.skipped) == (1, 0)


async def test_conditions_are_sent_and_not_modified_is_a_success(server: BadServer, desk: Desk) -> None:
    modified = "Thu, 02 May 2019 10:00:00 GMT"
    server.on("/feed", conditional(rss(item(1, text=story(1))), '"v1"', modified))
    state = await poll(desk, times=3)
    asked = [request.headers for request in server.requests if request.path == "/feed"]
    assert "If-None-Match" not in asked[0]
    assert [headers["If-None-Match"] for headers in asked[1:]] == ['"v1"', '"v1"']
    assert [headers["If-Modified-Since"] for headers in asked[1:]] == [modified, modified]
    assert (state.failures, state.etag, state.last_modified) == (0, '"v1"', modified)
    assert state.articles == 1
    assert state.succeeded == state.checked == desk.clock.time


async def test_an_etag_that_changes_each_time_brings_nothing_twice(server: BadServer, desk: Desk) -> None:
    text = rss(item(1, text=story(1)))
    server.on("/feed", in_turn(*(conditional(text, f'"v{number}"') for number in range(4))))
    state = await poll(desk, times=4)
    assert (state.etag, state.articles, len(desk.files())) == ('"v3"', 1, 1)
    assert not desk.history()


@pytest.mark.parametrize("etag", ["x" * 2000, '"\u00e9"', ""])
async def test_validators_that_cannot_be_sent_back_are_not_kept(server: BadServer, desk: Desk, etag: str) -> None:
    server.on("/feed", feed(rss(item(1, text=story(1))), {"ETag": etag}))
    assert (await poll(desk, times=2)).etag is None


async def test_a_corrected_article_replaces_the_older_one_which_is_kept(server: BadServer, desk: Desk) -> None:
    link = "http://news.example/the-port-talks"
    first = rss(item(1, text=story(1), link=link))
    second = rss(item(1, text=story(1, CORRECTION), link=link, title="A better headline"))
    server.on("/feed", in_turn(feed(first), feed(second), feed(second)))
    await poll(desk, times=3)
    (path,), (old,) = desk.files(), desk.history()
    assert read(path).title == "A better headline"
    assert CORRECTION in read(path).text
    assert read(old).title == "Headline number 1"
    assert old.name.startswith(path.stem)


async def test_an_article_removed_by_hand_does_not_come_back(server: BadServer, desk: Desk) -> None:
    link = "http://news.example/the-port-talks"
    first, second = (rss(item(1, text=story(1, extra), link=link)) for extra in ("", CORRECTION))
    server.on("/feed", in_turn(feed(first), feed(second)))
    await poll(desk)
    desk.files()[0].unlink()
    await poll(desk)
    assert not desk.files()


async def test_a_file_renamed_by_hand_is_still_the_article(server: BadServer, desk: Desk) -> None:
    link = "http://news.example/the-port-talks"
    first, second = (rss(item(1, text=story(1, extra), link=link)) for extra in ("", CORRECTION))
    server.on("/feed", in_turn(feed(first), feed(second)))
    await poll(desk)
    desk.files()[0].rename(desk.folder / "port.md")
    await poll(desk)
    assert [path.name for path in desk.files()] == ["port.md"]
    assert CORRECTION in read(desk.files()[0]).text


async def test_a_round_fetches_some_pages_and_the_next_one_the_others(server: BadServer, desk: Desk) -> None:
    """Until all are taken the feed is asked for whole: a 304 would hide the rest."""
    count = PAGES_A_ROUND + 5
    items = [item(number, link=server.url(f"/story-{number}")) for number in range(count)]
    server.on("/feed", conditional(rss(*items), '"v1"'))
    for number in range(count):
        server.on(f"/story-{number}", reply(page(number)))
    state = await poll(desk)
    assert (state.articles, state.etag) == (PAGES_A_ROUND, None)
    state = await poll(desk)
    assert (state.articles, state.etag) == (count, '"v1"')
    assert sum("story" in path for path in server.paths()) == count


async def test_a_page_that_is_gone_is_given_up_at_once(server: BadServer, desk: Desk) -> None:
    server.on("/feed", conditional(rss(item(1, link=server.url("/gone")), item(2, text=story(2))), '"v1"'))
    state = await poll(desk)
    assert (state.failures, state.skipped, state.articles, state.etag) == (0, 1, 1, '"v1"')
    assert "404" in str(state.error)
    await poll(desk)
    assert server.paths().count("/gone") == 1


async def test_a_page_in_trouble_is_tried_again_and_then_given_up(server: BadServer, desk: Desk) -> None:
    server.on("/feed", conditional(rss(item(1, link=server.url("/down"))), '"v1"'))
    server.on("/down", reply("", status=500))
    for _ in range(ATTEMPTS - 1):
        assert (await poll(desk)).etag is None
    assert (await poll(desk)).etag == '"v1"'
    await poll(desk)
    assert server.paths().count("/down") == ATTEMPTS


async def test_a_page_whose_trouble_passes_is_stored(server: BadServer, desk: Desk) -> None:
    server.on("/feed", conditional(rss(item(1, link=server.url("/story"))), '"v1"'))
    server.on("/story", in_turn(reply("", status=503), raw(b"", reset=True), reply(page(1))))
    state = await poll(desk, times=3)
    assert (state.articles, state.skipped, state.error) == (1, 0, None)


async def test_a_site_in_trouble_is_left_alone_for_the_round(server: BadServer, desk: Desk) -> None:
    links = [server.url(f"/down-{number}") for number in range(20)]
    server.on("/feed", feed(rss(*(item(number, link=link) for number, link in enumerate(links)))))
    for number in range(20):
        server.on(f"/down-{number}", reply("", status=500))
    await poll(desk)
    assert sum("down" in path for path in server.paths()) == 3


async def test_single_pages_in_trouble_do_not_end_the_round(server: BadServer, desk: Desk) -> None:
    links = [server.url(f"/story-{number}") for number in range(9)]
    server.on("/feed", feed(rss(*(item(number, link=link) for number, link in enumerate(links)))))
    for number in range(9):
        server.on(f"/story-{number}", reply("", status=500) if number % 3 else reply(page(number)))
    state = await poll(desk)
    assert (state.articles, state.skipped) == (3, 6)


@pytest.mark.parametrize("wish", ["7200", "Sat, 04 May 2019 14:00:30 GMT"])
async def test_a_page_that_asks_for_patience_ends_the_round(server: BadServer, desk: Desk, wish: str) -> None:
    server.on("/feed", feed(rss(*(item(number, link=server.url("/busy")) for number in range(5)))))
    server.on("/busy", reply("", status=429, headers={"Retry-After": wish}))
    state = await poll(desk)
    assert server.paths().count("/busy") == 1
    assert state.failures == 0
    assert state.due >= START + timedelta(hours=2)


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        (reply("", status=500), "answered 500"),
        (reply("", status=404), "answered 404"),
        (reply("", status=410), "answered 410"),
        (reply("", kind="application/rss+xml"), "empty"),
        (reply("\0\0\0", kind="application/rss+xml"), "empty"),
        (reply(page(1)), "a web page, not a feed"),
        (reply("Sorry, we are down.", kind="text/plain"), "plain text, not a feed"),
        (reply("<rss><channel>", kind="text/xml"), ""),
        (reply(b"\x89PNG\r\n", kind="application/rss+xml"), "a picture, not an article"),
        (reply("{}", kind="application/json"), "not a feed"),
        (reply(f"{JSON_VERSION}}}", kind="application/json"), "a feed without entries"),
        (reply(f'{JSON_VERSION}, "items": [', kind="application/json"), "not valid JSON"),
        (reply("", kind="image/png"), "a picture"),
        (endless("application/rss+xml"), "larger than 300,000 bytes"),
        (endless("application/rss+xml", chunk=item(1).encode()), "larger than 300,000 bytes"),
        (reply(gzip_bomb(5_000_000), kind="text/xml", headers={"Content-Encoding": "gzip"}), "larger than"),
        (reply(gzip_bomb(9_000_000), kind="text/xml"), "larger than"),
        (
            raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 900\r\n\r\n<rss>"),
            "did not answer in HTTP",
        ),
        (raw(b""), "did not answer in HTTP"),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", reset=True), "broke off"),
        (redirect("/feed"), "more than 5 redirects"),
        (redirect("http://10.0.0.1/feed"), "private network"),
        (redirect("file:///etc/passwd"), "only http"),
    ],
)
async def test_a_feed_that_cannot_be_read_says_why_and_stores_nothing(
    server: BadServer, desk: Desk, behaviour: Any, reason: str
) -> None:
    desk.fetch = FetchConfig(max_bytes=300_000)
    server.on("/feed", behaviour)
    state = await poll(desk)
    if reason:
        assert reason in str(state.error)
        assert state.is_failing
    assert not desk.files()


async def test_a_feed_that_hangs_is_left_in_time(server: BadServer, desk: Desk) -> None:
    desk.fetch = FetchConfig(seconds=1)
    server.on("/feed", hang())
    state = await poll(desk)
    assert "took longer than 1 seconds" in str(state.error)


async def test_an_empty_feed_is_no_failure(server: BadServer, desk: Desk) -> None:
    server.on("/feed", feed(rss()))
    state = await poll(desk)
    assert (state.failures, state.error, state.succeeded) == (0, None, desk.clock.time)


async def test_a_feed_that_moved_for_good_is_read_and_told(server: BadServer, desk: Desk) -> None:
    server.on("/feed", redirect("/feeds/news", 301))
    server.on("/feeds/news", feed(rss(item(1, text=story(1)))))
    state = await poll(desk)
    assert (state.moved_to, state.articles) == (server.url("/feeds/news"), 1)


async def test_two_entries_under_one_key_are_one(server: BadServer, desk: Desk) -> None:
    server.on("/feed", feed(rss(item(1, text=story(1)), item(1, text=story(2)))))
    assert (await poll(desk, times=2)).articles == 1


async def test_two_articles_of_one_name_are_two_files(server: BadServer, desk: Desk) -> None:
    links = [f"http://news.example/{section}/the-port-talks" for section in ("world", "politics")]
    server.on("/feed", feed(rss(*(item(n, text=story(n), link=link) for n, link in enumerate(links)))))
    await poll(desk)
    first, second = desk.files()
    assert {read(first).url, read(second).url} == set(links)


async def test_a_bug_in_reading_is_a_failure_of_that_feed_and_logged(
    server: BadServer, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: Any, **__: Any) -> Any:
        msg = "index"
        raise IndexError(msg)

    desk.read_page = broken
    server.on("/feed", feed(rss(item(1, link=server.url("/story")))))
    server.on("/story", reply(page(1)))
    state = await poll(desk)
    assert state.error == "unexpected IndexError; the log holds it"
    assert "IndexError" in caplog.text


async def test_a_folder_that_cannot_be_written_is_a_failure_that_passes(server: BadServer, desk: Desk) -> None:
    desk.folder.write_text("a file where the folder should be", encoding="utf-8")
    server.on("/feed", feed(rss(item(1, text=story(1)))))
    assert "can't be stored" in str((await poll(desk)).error)
    desk.folder.unlink()
    assert (await poll(desk)).articles == 1


async def test_the_state_says_when_all_that_was(server: BadServer, desk: Desk) -> None:
    server.on("/feed", in_turn(feed(rss(item(1, text=story(1)))), reply("", status=500)))
    worked = (await poll(desk)).succeeded
    desk.clock.time += timedelta(hours=6)
    state = await poll(desk)
    assert (state.succeeded, state.checked, state.failures) == (worked, desk.clock.time, 1)
    assert state.articles == 1
