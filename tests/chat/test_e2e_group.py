"""Groups: only what is addressed to the bot is answered, in one message, in its topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.chat.conftest import labels

if TYPE_CHECKING:
    from tests.chat.conftest import World

QUESTION = "When was the harbour gate opened, and what did the ships carry?"
CLAIM = "My uncle says that the harbour gate was opened and that ships carried grain and salt."


@pytest.fixture
def group(world: World) -> dict[str, Any]:
    """A supergroup that the bot is a member of."""
    return dict(world.api.group("Neighbours"))


async def silence(world: World, chat: dict[str, Any]) -> None:
    """Prove that nothing said so far in a chat was answered: what is asked afterwards is answered first."""
    world.api.say("/help", chat=chat, force=True)
    assert "@strict_test_bot" in (await world.sent(chat))["text"]
    await world.api.quiet()
    assert len(world.texts(chat)) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"/ask {QUESTION}",
        f"/ask@strict_test_bot {QUESTION}",
        f"@strict_test_bot {QUESTION}",
        f"{QUESTION} @Strict_Test_Bot",
        f"Tell us, @strict_test_bot: {QUESTION}",
    ],
)
async def test_a_command_or_a_mention_is_answered(world: World, group: dict[str, Any], text: str) -> None:
    """The question reaches the engine without the mention, the answer replies to it."""
    asked = world.api.say(text, chat=group)
    answer = await world.sent(group)
    assert answer["reply_to_message"]["message_id"] == asked["message_id"]
    assert "gate 0" in answer["text"]
    assert "message_thread_id" not in answer
    assert labels(answer) == ["More", "Narrow", "Timeline", "This answers it", "It does not"]
    assert "strict_test_bot" not in world.fake.asked[0][0].lower()
    assert world.fake.asked[0][0].endswith("carry?")


async def test_a_command_in_a_caption_is_answered(world: World, group: dict[str, Any]) -> None:
    """What the picture shows is described in the question; another bot's command is not ours."""
    world.api.say(f"/ask@another_bot {QUESTION}", chat=group, document=("scan.pdf", b"%PDF"), force=True)
    world.api.say(f"/ask {QUESTION}", chat=group, document=("scan.pdf", b"%PDF"), force=True)
    await world.sent(group)
    assert [text for text, _ in world.fake.asked] == [QUESTION]


async def test_a_quotation_from_another_chat_is_looked_up(world: World, group: dict[str, Any]) -> None:
    """Telegram tells the quoted part only; without one there is nothing to look up."""
    elsewhere = {"origin": {"type": "hidden_user", "sender_user_name": "Somebody", "date": 1}}
    world.api.say("/ask", chat=group, external_reply=elsewhere, quote={"text": CLAIM, "position": 0})
    assert "gate 0" in (await world.sent(group))["text"]
    world.api.say("/ask", chat=group, external_reply=elsewhere)
    assert "Please add your question" in (await world.sent(group, 2))["text"]


async def test_a_mention_after_an_emoji_is_cut_out_cleanly(world: World, group: dict[str, Any]) -> None:
    """Offsets of entities count UTF-16 units, in which an emoji is two."""
    text = f"🚢🚢 @strict_test_bot {QUESTION}"
    entity = {"type": "mention", "offset": 5, "length": 16}
    world.api.say(text, chat=group, entities=[entity])
    await world.sent(group)
    assert world.fake.asked[0][0] == f"🚢🚢  {QUESTION}"


async def test_a_reply_to_the_bot_is_a_question(world: World, group: dict[str, Any]) -> None:
    world.api.say("/help", chat=group)
    page = await world.sent(group)
    world.api.say(QUESTION, chat=group, reply_to=page)
    assert "gate 0" in (await world.sent(group, 2))["text"]


@pytest.mark.parametrize("command", ["/ask", "/ask@strict_test_bot", "@strict_test_bot"])
async def test_asking_in_reply_to_a_claim_looks_it_up(world: World, group: dict[str, Any], command: str) -> None:
    """The claim is somebody's message, which the bot itself never saw."""
    claim = world.api.say(CLAIM, chat=group, force=True)
    world.api.say(command, chat=group, reply_to=claim)
    assert "gate 0" in (await world.sent(group))["text"]
    assert world.fake.asked == [(CLAIM, world.fake.asked[0][1])]


async def test_a_claim_may_be_a_caption_or_a_quoted_part(world: World, group: dict[str, Any]) -> None:
    photo = world.api.say(CLAIM, chat=group, document=("scan.pdf", b"%PDF"), force=True)
    world.api.say("/ask", chat=group, reply_to=photo)
    await world.sent(group)
    long = world.api.say(f"Good morning. {CLAIM} Bye.", chat=group, force=True)
    quote = {"text": "ships carried grain", "position": 60, "is_manual": True}
    world.api.say("/ask", chat=group, reply_to=long, quote=quote)
    await world.sent(group, 2)
    assert [text for text, _ in world.fake.asked] == [CLAIM, "ships carried grain"]


async def test_words_of_ones_own_come_before_the_message_replied_to(world: World, group: dict[str, Any]) -> None:
    claim = world.api.say("Something else altogether.", chat=group, force=True)
    world.api.say(f"/ask {QUESTION}", chat=group, reply_to=claim)
    await world.sent(group)
    assert world.fake.asked[0][0] == QUESTION


async def test_asking_nothing_is_told_how_to_ask(world: World, group: dict[str, Any]) -> None:
    world.api.say("/ask", chat=group)
    assert (await world.sent(group))["text"].startswith("Please add your question")
    own = await world.sent(group)
    world.api.say("/ask", chat=group, reply_to=own)
    assert (await world.sent(group, 2))["text"].startswith("Please add your question")


async def test_chatter_is_ignored(world: World, group: dict[str, Any]) -> None:
    """Even an administrator bot, which sees everything, answers only what is addressed to it."""
    said = world.api.say(f"{QUESTION} Does anybody know?", chat=group, force=True)
    world.api.say("I do: harbour, ships.", chat=group, reply_to=said, force=True)
    world.api.say("/ask@another_bot harbour gate ships", chat=group, force=True)
    world.api.say("@another_bot harbour gate ships", chat=group, force=True)
    world.api.say("/unknown harbour gate ships", chat=group, force=True)
    world.api.say(None, chat=group, document=("scan.pdf", b"%PDF"), force=True)
    await silence(world, group)
    assert not world.fake.asked


async def test_bots_and_automatic_forwards_are_not_answered(world: World, group: dict[str, Any]) -> None:
    bot = world.api.user("Chatty", is_bot=True)
    world.api.say(f"/ask {QUESTION}", chat=group, user=bot)
    channel = world.api.channel()
    automatic = {"is_automatic_forward": True, "as_channel": channel}
    world.api.say(f"@strict_test_bot {QUESTION}", chat=group, **automatic)
    await silence(world, group)
    assert not world.fake.asked


async def test_a_post_of_a_channel_that_asks_is_answered_there(world: World) -> None:
    """The bot is one of the channel's administrators; other posts, and mentions in them, are none of its business."""
    channel = world.api.channel()
    world.api.say(f"Ask @strict_test_bot: {QUESTION}", chat=channel)
    asked = world.api.say(f"/ask {QUESTION}", chat=channel)
    answer = await world.sent(channel)
    assert answer["reply_to_message"]["message_id"] == asked["message_id"]
    assert "gate 0" in answer["text"]
    world.api.edit(asked, "/ask Dockers of shift asked for better pay")
    assert "Dockers of shift" in (await world.edited(channel))["text"]
    assert len(world.fake.asked) == 2


async def test_anonymous_administrators_and_channels_writing_in_the_group_are_answered(
    world: World, group: dict[str, Any]
) -> None:
    """They appear as bots, with the chat in whose name they write behind them."""
    world.api.say(f"/ask {QUESTION}", chat=group, anonymous=True)
    assert "gate 0" in (await world.sent(group))["text"]
    world.api.say(f"/ask {QUESTION}", chat=group, as_channel=world.api.channel())
    assert "gate 0" in (await world.sent(group, 2))["text"]


async def test_the_answer_stays_in_its_topic(world: World) -> None:
    forum = world.api.group("Docs", forum=True)
    topic = world.api.topic(forum, "Harbour")
    world.api.say(f"/ask {QUESTION}", chat=forum, thread=topic)
    assert (await world.sent(forum))["message_thread_id"] == topic
    world.api.say(f"/ask {QUESTION}", chat=forum, thread=1)
    assert "message_thread_id" not in await world.sent(forum, 2)
    call = world.api.find("sendMessage", chat_id=forum["id"])[1]
    assert "message_thread_id" not in call.params


async def test_a_thread_of_replies_outside_topics_is_not_taken_for_a_topic(world: World, group: dict[str, Any]) -> None:
    claim = world.api.say(CLAIM, chat=group, force=True)
    asked = world.api.say("/ask", chat=group, reply_to=claim)
    assert "message_thread_id" in asked
    await world.sent(group)
    assert "message_thread_id" not in world.api.find("sendMessage", chat_id=group["id"])[0].params


async def test_a_deleted_question_is_answered_all_the_same(world: World, group: dict[str, Any]) -> None:
    asked = world.api.say(f"/ask {QUESTION}", chat=group)
    del world.api.msgs[group["id"], asked["message_id"]]
    answer = await world.sent(group)
    assert "reply_to_message" not in answer


async def test_buttons_go_on_working_when_the_group_becomes_a_supergroup(world: World) -> None:
    old = world.api.group("Small", type="group")
    world.api.say(f"/ask {QUESTION}", chat=old)
    answer = await world.sent(old)
    new = world.api.migrate(old["id"])
    moved = {**answer, "chat": new}
    world.api.msgs[new["id"], moved["message_id"]] = moved
    await world.api.quiet()
    world.api.press(moved, text="More", user=world.api.user("Bob"))
    assert "Passages 4 to 6" in (await world.sent(new))["text"]


async def test_an_answer_follows_a_group_that_moved_meanwhile(world: World) -> None:
    """The question came from the old id; sending there fails with the new one."""
    old = world.api.group("Small", type="group")
    new = world.api.migrate(old["id"])
    await world.api.quiet()
    asked = {"message_id": 77, "date": 1, "chat": old, "from": world.api.user("Ann"), "text": f"/ask {QUESTION}"}
    world.api.inject(message={**asked, "entities": [{"type": "bot_command", "offset": 0, "length": 4}]})
    assert "gate 0" in (await world.sent(new))["text"]
