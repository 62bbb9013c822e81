"""`/settings`: whose they are, who may change them, by button and by command, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.chat.i18n import LANGUAGES, catalogue
from bot.model import Filters, Period
from tests.chat.conftest import ADMIN, labels, restarted

if TYPE_CHECKING:
    from tests.chat.conftest import World

QUESTION = "Which harbour gate opened when ships carried grain?"


def member(world: World, chat: dict[str, Any], status: str = "administrator", **changes: Any) -> dict[str, Any]:
    """Return a new member of a group."""
    user = dict(world.api.user("Olga", **{"language_code": "en", **changes}))
    world.api.chats[chat["id"]]["members"][user["id"]] = status
    return user


async def said(world: World, text: str, chat: dict[str, Any], user: dict[str, Any], **how: Any) -> dict[str, Any]:
    """Write something, and return the bot's next message in that chat."""
    count = len(world.api.find("sendMessage", ok=True, chat_id=chat["id"]))
    world.api.say(text, chat=chat, user=user, **how)
    return await world.sent(chat, count + 1)


async def pressed(world: World, message: dict[str, Any], user: dict[str, Any], **button: str) -> str | None:
    """Press a button and return the sentence that answers."""
    return await world.press_answer(world.api.press(message, user=user, **button))


def now(world: World, message: dict[str, Any]) -> dict[str, Any]:
    """Return a message as it stands now."""
    return dict(world.api.msgs[message["chat"]["id"], message["message_id"]])


def line(message: dict[str, Any], beginning: str) -> str:
    """Return the line of a message that begins so."""
    return next(str(one) for one in message["text"].splitlines() if one.startswith(beginning))


async def test_a_person_sees_and_changes_their_settings_in_one_message(world: World) -> None:
    ann = world.api.user("Ann", language_code="en")
    chat = world.api.private(ann)
    shown = await said(world, "/settings", chat, ann)
    assert shown["text"].startswith("Your settings\n\nLanguage of the bot: automatic, as in your Telegram")
    assert labels(shown)[:3] == ["Language", "Passage languages", "Passages"]
    assert await pressed(world, shown, ann, text="Passages") is None
    assert line(now(world, shown), "Passages in") == "Passages in an answer: automatic (3)"
    assert await pressed(world, shown, ann, text="5") is None
    assert line(now(world, shown), "Passages in") == "Passages in an answer: 5"
    assert "5 (now)" in labels(now(world, shown))
    await pressed(world, shown, ann, text="All settings")
    assert line(now(world, shown), "Passages in") == "Passages in an answer: 5"
    assert len(world.texts(chat)) == 1


async def test_the_language_of_a_person_is_spoken_everywhere_at_once(world: World) -> None:
    """By the settings themselves, by pages, sentences, answers, presses and inline results."""
    ann = world.api.user("Ann", language_code="en")
    chat = world.api.private(ann)
    shown = await said(world, "/settings", chat, ann)
    await pressed(world, shown, ann, text="Language")
    await pressed(world, shown, ann, text="русский")
    assert now(world, shown)["text"].startswith("Язык бота: русский")
    assert (await said(world, "/help", chat, ann))["text"].startswith("Пишите вопрос")
    assert (await said(world, "/status", chat, ann))["text"] == catalogue("ru").text("not-administrator")
    answer = await said(world, QUESTION, chat, ann)
    assert "отрыв" in answer["text"]
    call = await world.api.wait_call("answerInlineQuery", inline_query_id=world.api.inline(ann, "🙃"))
    assert call.params["button"]["text"] == catalogue("ru").text("inline-nothing")


async def test_an_error_is_told_in_the_language_that_was_set(offstage: World, fake: Any) -> None:
    offstage.engine = fake
    await offstage.start()
    ann = offstage.api.user("Ann", language_code="en")
    chat = offstage.api.private(ann)
    await said(offstage, "/settings language fr", chat, ann)
    fake.fail = RuntimeError("broken")
    assert (await said(offstage, QUESTION, chat, ann))["text"] == catalogue("fr").text("failure")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_settings_speak_the_language_of_telegram_until_one_is_set(world: World, language: str) -> None:
    ann = world.api.user("Ann", language_code=language)
    shown = await said(world, "/settings", world.api.private(ann), ann)
    assert shown["text"].startswith(catalogue(language).text("settings-of-person"))


async def test_what_is_left_out_is_not_shown_and_comes_back_with_one_tap(world: World) -> None:
    ann = world.api.user("Ann", language_code="en")
    chat = world.api.private(ann)
    assert "Radio Norte" in (await said(world, QUESTION, chat, ann))["text"]
    saved = await said(world, "/settings leave out radio norte", chat, ann)
    assert saved["text"] == "Saved.\nLeft out: Radio Norte"
    await said(world, "/settings leave out unknown", chat, ann)
    answer = await said(world, QUESTION, chat, ann)
    assert "Harbour Post" in answer["text"]
    shown = world.fake.asked[-1][1]
    assert shown == Filters(without_publishers=frozenset({"Radio Norte"}), without_ownership=frozenset({"unknown"}))
    await pressed(world, saved, ann, text="All settings")
    await pressed(world, saved, ann, text="Left out")
    await pressed(world, saved, ann, text="Take back Radio Norte")
    assert line(now(world, saved), "Left out") == "Left out: ownership unknown"
    await pressed(world, saved, ann, text="ownership unknown (now)")
    assert line(now(world, saved), "Left out") == "Left out: nothing"
    await said(world, QUESTION, chat, ann)
    assert world.fake.asked[-1][1] == Filters()


async def test_settings_are_there_after_a_restart_and_others_are_untouched(world: World) -> None:
    ann, bob = world.api.user("Ann", language_code="en"), world.api.user("Bob", language_code="en")
    await said(world, "/settings hits 1", world.api.private(ann), ann)
    async with restarted(world) as again:
        for user, value in ((ann, "1"), (bob, "automatic (3)")):
            shown = await said(again, "/settings", again.api.private(user), user)
            assert line(shown, "Passages in") == f"Passages in an answer: {value}"


async def test_only_a_groups_administrators_set_it_and_are_asked_for_each_time(world: World) -> None:
    group = world.api.group("Docks")
    olga, max_ = member(world, group), member(world, group, "member")
    refused = await said(world, "/settings hits 1", group, max_)
    assert refused["text"] == "Only administrators of this group can change its settings."
    assert "reply_markup" not in refused
    shown = await said(world, "/settings", group, olga)
    assert shown["text"].startswith("Settings of this group")
    assert line(shown, "Passages in") == "Passages in an answer: automatic (3)"
    assert await pressed(world, shown, max_, text="Passages") == refused["text"]
    assert await pressed(world, shown, olga, text="Passages") is None
    world.api.chats[group["id"]]["members"][olga["id"]] = "member"
    assert await pressed(world, shown, olga, text="2") == refused["text"]
    assert line(now(world, shown), "Passages in") == "Passages in an answer: automatic (3)"
    assert len(world.api.find("getChatAdministrators", ok=True)) == 5


async def test_the_bots_own_administrators_have_no_say_in_a_group(world: World) -> None:
    group = world.api.group("Docks")
    boss = member(world, group, "member", id=ADMIN)
    assert "Only administrators of this group" in (await said(world, "/settings", group, boss))["text"]


async def test_an_anonymous_administrator_sets_by_message_and_by_button(world: World) -> None:
    """The message comes from the group itself, the press from the person."""
    group = world.api.group("Docks")
    olga = member(world, group)
    saved = await said(world, "/settings buttons asker", group, olga, anonymous=True)
    assert saved["text"] == "Saved.\nButtons under answers are for: only the person who asked"
    await pressed(world, saved, olga, text="All settings")
    assert now(world, saved)["text"].startswith("Settings of this group")


async def test_a_channel_that_writes_in_a_group_is_no_administrator(world: World) -> None:
    group = world.api.group("Docks")
    channel = world.api.channel("News")
    world.api.say("/settings", chat=group, as_channel=channel)
    assert "Only administrators of this group" in (await world.sent(group))["text"]


async def test_a_groups_settings_win_over_the_askers(world: World) -> None:
    group = world.api.group("Docks")
    olga, max_ = member(world, group), member(world, group, "member", language_code="fr")
    await said(world, "/settings hits 1", world.api.private(max_), max_)
    await said(world, "/settings leave out Radio Norte", world.api.private(max_), max_)
    await said(world, "/settings language es", group, olga)
    world.api.say(f"/ask {QUESTION}", chat=group, user=max_)
    answer = await world.sent(group, 2)
    assert "fragmentos" in answer["text"]
    assert world.fake.asked[-1][1] == Filters()


async def test_where_a_group_has_no_language_everybody_is_answered_in_their_own(world: World) -> None:
    group = world.api.group("Docks")
    max_ = member(world, group, "member", language_code="en")
    await said(world, "/settings language ru", world.api.private(max_), max_)
    world.api.say("/help", chat=group, user=max_)
    assert (await world.sent(group))["text"].startswith("Пишите вопрос")


async def test_settings_follow_a_group_that_becomes_a_supergroup(world: World) -> None:
    group = world.api.group("Docks", type="group")
    olga = member(world, group)
    await said(world, "/settings delete 30", group, olga)
    new = world.api.migrate(group["id"])
    world.api.chats[new["id"]]["members"][olga["id"]] = "administrator"
    await world.api.quiet()
    shown = await said(world, "/settings", new, olga)
    assert line(shown, "Lifetime") == "Lifetime of answers: 30 minutes"


async def test_a_default_period_counts_only_where_the_question_names_none(world: World) -> None:
    ann = world.api.user("Ann", language_code="en")
    chat = world.api.private(ann)
    saved = await said(world, "/settings period last 8 months", chat, ann)
    assert saved["text"] == "Saved.\nDefault period: last 8 months (2 April to 2 December 2019)"
    answer = await said(world, QUESTION, chat, ann)
    assert "2 April to 2 December 2019" in answer["text"]
    filters = world.fake.asked[-1][1]
    assert filters.period is not None
    assert filters.period == Period(filters.period.first, world.now.date())
    await said(world, f"{QUESTION[:-1]} in March 2019?", chat, ann)
    assert world.fake.asked[-1][1].period is None


async def test_every_setting_has_a_command_and_a_wrong_one_shows_what_can_be_set(world: World) -> None:
    ann = world.api.user("Ann", language_code="en")
    chat = world.api.private(ann)
    for text, shown in (
        ("passages en", "Languages of passages: English"),
        ("quiet 22-7", "Quiet hours: 22:00 to 07:00, UTC"),
        ("zone caracas", "Time zone: America/Caracas (it is 05:30 there)"),
        ("period 2019", "Default period: 2019 (1 January to 31 December 2019)"),
    ):
        assert (await said(world, f"/settings {text}", chat, ann))["text"] == f"Saved.\n{shown}"
    wrong = await said(world, "/settings hits 12", chat, ann)
    assert wrong["text"].startswith("Please write a number from 1 to 5.\n\nPassages in an answer: automatic (3)")
    assert labels(wrong)[:5] == ["1", "2", "3", "4", "5"]
    asked = await said(world, "/settings quiet hours", chat, ann)
    assert labels(asked)[:2] == ["none", "22:00-07:00 (now)"]
    lost = await said(world, "/settings <b>colour</b> blue", chat, ann)
    assert lost["text"].startswith("I did not understand that.\n\nYour settings")
    group_only = await said(world, "/settings delete 5", chat, ann)
    assert group_only["text"].startswith("That can only be set in groups.")
    await said(world, "/settings reset", chat, ann)
    overview = (await said(world, "/settings", chat, ann))["text"]
    assert "Quiet hours: none" in overview
    assert "Default period: none" in overview


async def test_a_reset_by_button_asks_first(world: World) -> None:
    ann = world.api.user("Ann", language_code="en")
    chat = world.api.private(ann)
    saved = await said(world, "/settings hits 2", chat, ann)
    await pressed(world, saved, ann, text="All settings")
    await pressed(world, saved, ann, text="Reset all")
    assert now(world, saved)["text"] == "Set everything back to how it was at the start?"
    await pressed(world, saved, ann, text="Yes, reset all")
    assert line(now(world, saved), "Passages in") == "Passages in an answer: automatic (3)"


@pytest.mark.parametrize("data", ["set:colour", "set:hits:9", "set:all:5", "set:zone:Mars"])
async def test_a_button_of_another_version_is_answered_with_a_sentence(world: World, data: str) -> None:
    ann = world.api.user("Ann", language_code="en")
    shown = await said(world, "/settings", world.api.private(ann), ann)
    stored = world.api.msgs[shown["chat"]["id"], shown["message_id"]]
    stored["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = data
    assert await pressed(world, shown, ann, data=data) == "This button is too old. Please send /settings again."


async def test_too_many_presses_are_told_so(offstage: World) -> None:
    from bot.config import LimitsConfig  # noqa: PLC0415

    offstage.limits = LimitsConfig(per_person_per_minute=1)
    await offstage.start()
    ann = offstage.api.user("Ann", language_code="en")
    shown = await said(offstage, "/settings", offstage.api.private(ann), ann)
    answers = [
        await pressed(offstage, shown, ann, data=data) for data in ("set:hits", "set:all", "set:hits", "set:all")
    ]
    assert answers == [None, None, None, catalogue("en").text("too-many-questions")]


async def test_odd_rows_in_the_database_break_no_chat(world: World) -> None:
    """What another version or a hand wrote is the default until it is set again."""
    import sqlite3  # noqa: PLC0415

    ann = world.api.user("Ann", language_code="en")
    chat = world.api.private(ann)
    with sqlite3.connect(world.path / "state.sqlite3") as file:
        file.execute(
            "INSERT INTO settings VALUES (?, 0, ?)",
            (ann["id"], '{"language": "tlh", "hits": "lots", "zone": 9, "quiet": ["x"], "period": {}, "new": [1]}'),
        )
    file.close()
    assert "passages" in (await said(world, QUESTION, chat, ann))["text"]
    shown = await said(world, "/settings", chat, ann)
    assert line(shown, "Passages in") == "Passages in an answer: automatic (3)"
    saved = await said(world, "/settings hits 2", chat, ann)
    assert saved["text"] == "Saved.\nPassages in an answer: 2"


async def test_the_number_of_passages_is_the_chats(world: World) -> None:
    ann = world.api.user("Ann", language_code="en")
    chat = world.api.private(ann)
    assert (await said(world, QUESTION, chat, ann))["text"].startswith("3 passages")
    await said(world, "/settings hits 1", chat, ann)
    answer = await said(world, QUESTION, chat, ann)
    assert answer["text"].startswith("1 passage,")
    assert len([entity for entity in answer["entities"] if "blockquote" in entity["type"]]) == 1


async def test_where_the_group_says_so_only_the_asker_may_press(world: World) -> None:
    group = world.api.group("Docks")
    olga, max_, eva = member(world, group), member(world, group, "member"), member(world, group, "member")
    answer = await said(world, f"/ask {QUESTION}", group, max_)
    assert await pressed(world, answer, eva, text="More") is None
    await said(world, "/settings buttons asker", group, olga)
    answer = await said(world, f"/ask {QUESTION}", group, max_)
    assert await pressed(world, answer, eva, text="More") is not None
    assert await pressed(world, answer, max_, text="More") is None


async def test_a_channels_administrators_set_it_by_a_post(world: World) -> None:
    channel = world.api.channel("News")
    olga = member(world, channel)
    world.api.say("/settings hits 2", chat=channel)
    saved = await world.sent(channel)
    assert saved["text"] == "Saved.\nPassages in an answer: 2"
    await pressed(world, saved, olga, text="All settings")
    assert line(now(world, saved), "Passages in") == "Passages in an answer: 2"
