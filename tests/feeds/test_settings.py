"""The settings of feeds and of fetching."""

from __future__ import annotations

import msgspec
import pytest

from bot.config import FeedConfig, FetchConfig
from bot.errors import ConfigError
from bot.feeds.settings import check_feeds, user_agent

CONTACT = FetchConfig(contact="https://desk.example.org/bot")


def test_sound_settings_pass() -> None:
    feeds = (FeedConfig(address="https://a.example/feed"), FeedConfig(address="http://b.example:8080/rss?x=1"))
    check_feeds(feeds, CONTACT)
    check_feeds((), FetchConfig())


@pytest.mark.parametrize(
    ("feeds", "fetch", "reason"),
    [
        (("https://a.example/feed",), FetchConfig(), "fetch.contact is empty"),
        (("ftp://a.example/feed",), CONTACT, "number 1: address ftp://a.example/feed: only http"),
        (
            ("https://a.example/", "https://user:secret@b.example/"),
            CONTACT,
            "number 2: address .*user name or password",
        ),
        (("https://a.example/feed", "https://A.example:443/feed#x"), CONTACT, "there twice"),
        ((), FetchConfig(contact="desk@example.org\r\nX-Evil: 1"), "plain ASCII on one line"),
        ((), FetchConfig(contact="редакция@example.org"), "plain ASCII"),
        ((), FetchConfig(contact="desk) evil"), "brackets"),
    ],
)
def test_settings_that_cannot_work_are_refused_with_the_key(
    feeds: tuple[str, ...], fetch: FetchConfig, reason: str
) -> None:
    with pytest.raises(ConfigError, match=reason) as caught:
        check_feeds(tuple(FeedConfig(address=address) for address in feeds), fetch)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "raw", [{"address": "https://a.example", "interval": 1}, {"address": "https://a.example", "intervall": 30}, {}]
)
def test_values_out_of_range_and_unknown_keys_are_refused(raw: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(raw, FeedConfig)


def test_the_user_agent_names_a_contact() -> None:
    assert user_agent("1.0", "mailto:desk@example.org") == "Dateline/1.0 (+mailto:desk@example.org)"
    assert user_agent("1.0", "") == "Dateline/1.0"
