"""/timeline and /compare as readers meet them: the chart, its words, pages, buttons, private and group."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from bot.chat.timeline.painter import Painter
from tests.chat.conftest import eventually, labels
from tests.chat.fake_engine import HARBOUR, article

if TYPE_CHECKING:
    from tests.chat.conftest import World

Chat = dict[str, Any]
TOPIC = "/timeline harbour gate"
# A program that answers as the one that draws does, in a hundredth of the time.
PICTURE = b"\x89PNG drawn"
DRAWS = "import sys; sys.stdin.read(); sys.stdout.buffer.write(" + repr(PICTURE) + ")"


@pytest.fixture(autouse=True)
def quick_painter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Charts are drawn by a stand-in; the real program has tests of its own."""
    monkeypatch.setattr("bot.chat.app.Painter", lambda: Painter((sys.executable, "-c", DRAWS)))


@pytest.fixture
def chat(world: World) -> Chat:
    """The private chat of a reader."""
    return dict(world.api.private(world.api.user("Ann", language_code="en")))


async def picture(world: World, chat: Chat, count: int = 1) -> Chat:
    """Return the message of the `count`-th picture sent to a chat."""
    call = await world.api.wait_call("sendPhoto", 20, count=count, chat_id=chat["id"])
    return dict(call.result)


def many_days(count: int) -> tuple[Any, ...]:
    """Return articles of as many days, each with a long best sentence about the harbour gate."""
    text = "The harbour gate was opened " + "and shut again " * 20 + "before dawn. Nobody asked."
    return tuple(article(number, text, date.fromordinal(737_100 + number)) for number in range(count))


async def test_a_short_timeline_is_one_picture_with_the_days_under_it(world: World, chat: Chat) -> None:
    """Day by day with publisher, quotation and link; the undated are set apart."""
    world.api.say(TOPIC, chat=chat)
    shown = await picture(world, chat)
    text = shown["caption"]
    assert text.startswith("Timeline: harbour gate\n6 articles")
    assert text.index("1 March 2019") < text.index("2 March 2019") < text.index("5 May 2019")
    assert "Radio Norte (state-owned, Brazil)" in text
    assert "The harbour opened gate 1 before dawn." in text
    assert labels(shown) == ["By owner"]
    links = [one["url"] for one in shown["caption_entities"] if one["type"] == "text_link"]
    assert links == [one.url for one in HARBOUR]


async def test_a_long_timeline_comes_as_picture_and_text_and_goes_on_by_button(world: World, chat: Chat) -> None:
    """The picture's words say what it shows; the text has the days, page by page, each button once."""
    world.fake.articles = many_days(40)
    world.api.say(TOPIC, chat=chat)
    shown = await picture(world, chat)
    assert "40 articles, 1 publisher" in shown["caption"]
    assert "Most articles:" in shown["caption"]
    first = await world.sent(chat)
    assert "Days 1 to" in first["text"]
    assert "It goes on with: /timeline harbour gate since " in first["text"]
    assert labels(first) == ["More days", "By owner"]
    world.api.press(first, text="More days")
    second = await world.sent(chat, 2)
    assert "Days " in second["text"]
    assert "Days 1 to" not in second["text"]
    await world.api.wait_call("editMessageReplyMarkup", 10, chat_id=chat["id"])


async def test_in_a_group_all_is_one_message_whose_pages_replace_each_other(world: World) -> None:
    """The days are collapsed under the picture; the words change in place."""
    world.fake.articles = many_days(12)
    api = world.api
    api.user("Ann", language_code="en")
    group = dict(api.group("Readers"))
    api.say(TOPIC, chat=group)
    shown = await picture(world, group)
    assert [one["type"] for one in shown["caption_entities"]].count("expandable_blockquote") == 1
    assert labels(shown) == ["Later days", "By owner"]
    assert len(world.texts(group)) == 1
    api.press(shown, text="Later days")
    call = await api.wait_call("editMessageCaption", 10, chat_id=group["id"])
    assert "Days " in call.params["caption"]
    assert "Days 1 to" not in call.params["caption"]
    rows = call.params["reply_markup"]["inline_keyboard"]
    assert next(button["text"] for row in rows for button in row) == "Earlier days"


async def test_a_period_narrows_hard_and_says_what_is_left_out(world: World, chat: Chat) -> None:
    """Only the days asked for; one tap shows all dates."""
    world.fake.articles = (*HARBOUR, article(9, "The harbour opened gate 9 at noon, with no date."))
    world.api.say(f"{TOPIC} in May 2019", chat=chat)
    shown = await picture(world, chat)
    assert "Timeline: harbour gate\n2 articles" in shown["caption"]
    assert "Only articles published 1 to 31 May 2019." in shown["caption"]
    assert "1 more article on this has no date" in shown["caption"]
    assert "gate 9" not in shown["caption"]
    assert labels(shown) == ["By owner", "All dates"]
    world.api.press(shown, text="All dates")
    again = await picture(world, chat, 2)
    assert "6 articles" in again["caption"]
    assert "1 article on this has no date." in again["caption"]
    assert "Without a date: Harbour Post" in again["caption"]


async def test_a_button_on_an_answer_leads_to_its_timeline(world: World, chat: Chat) -> None:
    """The question is the topic."""
    world.api.say("When was the harbour gate opened, and what did the ships carry?", chat=chat)
    answer = await world.sent(chat)
    world.api.press(answer, text="Timeline")
    shown = await picture(world, chat)
    assert shown["caption"].startswith("Timeline: When was the harbour gate opened")


async def test_sides_stand_beside_each_other_and_lead_to_the_timeline(world: World, chat: Chat) -> None:
    """Groups by owner and country with their passages, dated; whose owner is not known comes last."""
    world.api.say("/compare harbour gate", chat=chat)
    shown = await world.sent(chat)
    text = shown["text"]
    groups = [
        "Brazil, state-owned: 2 articles",
        "Colombia, privately owned: 2 articles",
        "Ownership unknown: 2 articles",
    ]
    places = [text.index(group) for group in groups]
    assert places == sorted(places)
    assert "Radio Norte (state-owned, Brazil), 2 March 2019" in text
    assert labels(shown) == ["Timeline"]
    world.api.press(shown, text="Timeline")
    assert (await picture(world, chat))["caption"].startswith("Timeline: harbour gate")


async def test_a_timeline_leads_to_its_sides(world: World, chat: Chat) -> None:
    """The same articles, grouped."""
    world.api.say(TOPIC, chat=chat)
    world.api.press(await picture(world, chat), text="By owner")
    assert "By owner and country: harbour gate" in (await world.sent(chat))["text"]


async def test_in_a_group_sides_are_collapsed_and_turned_in_place(world: World) -> None:
    """One message."""
    api = world.api
    api.user("Ann", language_code="en")
    group = dict(api.group("Readers"))
    api.say("/compare harbour gate", chat=group)
    shown = await world.sent(group)
    assert [one["type"] for one in shown["entities"]].count("expandable_blockquote") == 1
    assert len(world.texts(group)) == 1


@pytest.mark.parametrize("command", ["/timeline", "/compare"])
async def test_without_a_topic_the_reader_is_asked_for_one(world: World, chat: Chat, command: str) -> None:
    """With an example of the same command."""
    world.api.say(command, chat=chat)
    assert f"for example: {command} talks in Oslo" in (await world.sent(chat))["text"]


@pytest.mark.parametrize("command", ["/timeline", "/compare"])
async def test_nothing_found_is_said_with_the_coverage(world: World, chat: Chat, command: str) -> None:
    """No picture, and no passage that is merely near."""
    world.api.say(f"{command} anthem composer", chat=chat)
    text = (await world.sent(chat))["text"]
    assert text.startswith("No article in the collection is clearly about this.")
    assert "The collection holds 6 articles" in text
    assert not world.api.find("sendPhoto")


@pytest.mark.parametrize("command", ["/timeline harbour gate", "/compare harbour gate"])
async def test_without_a_snapshot_the_reader_is_told_to_wait(world: World, chat: Chat, command: str) -> None:
    """As for questions."""
    world.fake.articles = ()
    world.api.say(command, chat=chat)
    assert "still being prepared" in (await world.sent(chat))["text"]


async def test_undated_articles_alone_make_a_text_without_a_chart(world: World, chat: Chat) -> None:
    """There is nothing to draw, and they are named."""
    world.fake.articles = (article(1, "The harbour opened gate 1 before dawn."),)
    world.api.say(TOPIC, chat=chat)
    text = (await world.sent(chat))["text"]
    assert "1 article on this has no date." in text
    assert "Without a date: Harbour Post" in text
    assert not world.api.find("sendPhoto")


async def test_a_chart_that_can_not_be_drawn_costs_nobody_the_timeline(
    offstage: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text comes, and says so."""
    monkeypatch.setattr("bot.chat.app.Painter", lambda: Painter((sys.executable, "-c", "raise SystemExit(3)")))
    await offstage.start()
    chat = dict(offstage.api.private(offstage.api.user("Ann", language_code="en")))
    offstage.api.say(TOPIC, chat=chat)
    text = (await offstage.sent(chat))["text"]
    assert "The chart could not be drawn" in text
    assert "1 March 2019" in text
    assert not offstage.api.find("sendPhoto")


async def test_a_page_whose_articles_are_gone_is_told(world: World, chat: Chat) -> None:
    """A page with holes would mislead."""
    world.fake.articles = many_days(40)
    world.api.say(TOPIC, chat=chat)
    first = await world.sent(chat)
    world.fake.articles = HARBOUR
    press = world.api.press(first, text="More days")
    assert await world.press_answer(str(press)) == "This answer is too old for its buttons. Please ask again."


async def test_the_topic_is_never_logged(world: World, chat: Chat, caplog: pytest.LogCaptureFixture) -> None:
    """The harbour is what the conftest looks for in every log; here a word of its own."""
    world.api.say("/timeline harbour lighthousekeeper", chat=chat)
    await eventually(lambda: world.api.find("sendPhoto") or world.texts(chat))
    assert "lighthousekeeper" not in caplog.text
