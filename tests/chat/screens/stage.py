"""A stage: people write to the running bot and press its buttons; what everybody then sees is kept, step by step."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from tests.botapi.strict_botapi import StrictBotAPI
    from tests.chat.conftest import World

    Message = dict[str, Any]

_WAIT: Final = 60.0  # seconds for what must come; a build on a busy machine takes some
_QUIET: Final = 0.3  # seconds without a call, after which nothing more is expected
_WRITES: Final = ("sendMessage", "sendPhoto", "sendDocument")
_CHANGES: Final = ("editMessageText", "editMessageCaption", "editMessageReplyMarkup")


@dataclass(frozen=True, slots=True)
class Done:
    """What somebody did, in words, and what they wrote, if anything."""

    who: str
    what: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A message of the bot as it stands; `how` says how it came to be. A picture's bytes are kept with it."""

    how: str
    message: Message
    picture: bytes | None = None
    buttons_only: bool = False  # nothing else has changed


@dataclass(frozen=True, slots=True)
class Said:
    """What the bot shows without a message: a sentence over the chat, or a reaction."""

    how: str
    text: str


@dataclass(frozen=True, slots=True)
class Listed:
    """The results of an inline query: title and description of each, and the button above them."""

    results: tuple[tuple[str, str], ...]
    button: str


Step = Done | Shown | Said | Listed


@dataclass(frozen=True, slots=True)
class Scene:
    """A few steps under a title, with a sentence or two about them."""

    title: str
    about: str
    steps: list[Step] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a private chat of their own."""

    user: Message
    chat: Message

    @property
    def name(self) -> str:
        """The first name."""
        return str(self.user["first_name"])


@dataclass(frozen=True, slots=True)
class Turn:
    """What a person wrote, and the bot's last message to it; `answer` is empty where it wrote none."""

    said: Message
    answer: Message


@dataclass(slots=True)
class Stage:
    """The bot on its stand-in server, and all that was seen so far."""

    world: World
    scenes: list[Scene] = field(default_factory=list)

    @property
    def api(self) -> StrictBotAPI:
        """The stand-in server."""
        return self.world.api

    def scene(self, title: str, about: str) -> None:
        """Begin a scene."""
        self.scenes.append(Scene(title, about))

    def person(self, name: str, language: str = "en", **known: Any) -> Person:
        """Return a new person who has opened the private chat."""
        user = self.api.user(name, language_code=language, **known)
        return Person(user, self.api.private(user))

    async def says(
        self,
        person: Person,
        text: str,
        *,
        chat: Message | None = None,
        how: str = "",
        silent: bool = False,
        **said: Any,
    ) -> Turn:
        """Let a person write, in private unless a chat is given; wait for the bot, unless it is to keep silent."""
        self._did(Done(person.name, how, text))
        since = len(self.api.calls)
        message = self.api.say(text or None, chat=chat or person.chat, user=person.user, **said)
        if not silent:
            await self._first(since, *_WRITES, *_CHANGES, "setMessageReaction")
        return Turn(message or {}, await self._watch(since))

    async def edits(self, person: Person, message: Message, text: str) -> Message:
        """Let a person edit what they wrote."""
        self._did(Done(person.name, "edits the question", text))
        since = len(self.api.calls)
        self.api.edit(message, text)
        await self._first(since, *_WRITES, *_CHANGES)
        return await self._watch(since)

    async def taps(self, person: Person, message: Message, label: str) -> Message:
        """Let a person press a button; return the message that came, or else the one under which it was."""
        self._did(Done(person.name, f"taps **{label}**"))
        since, at = len(self.api.calls), (message["chat"]["id"], message["message_id"])
        number = self.api.press(self.api.msgs[at], text=label, user=person.user)
        await self.api.wait_call("answerCallbackQuery", _WAIT, since, callback_query_id=number)
        return await self._watch(since) or dict(self.api.msgs[at])

    async def types_inline(self, person: Person, query: str) -> None:
        """Let a person type to the bot in any chat, and choose the first result."""
        self._did(Done(person.name, "types in any chat", f"@{self.api.me['username']} {query}"))
        number = self.api.inline(person.user, query)
        call = await self.api.wait_call("answerInlineQuery", _WAIT, inline_query_id=number)
        results = call.params["results"]
        listed = tuple((one["title"], one.get("description", "")) for one in results)
        self._did(Listed(listed, call.params.get("button", {}).get("text", "")))
        if results:
            self._did(Done(person.name, "chooses the first"))
            self._did(Shown("The chat gets", _as_message(results[0])))

    async def comes(self, chat: Message, words: str) -> Message:
        """Wait for a message that the bot sends by itself, and show it."""
        call = await self._of_itself(chat, words)
        await self.api.quiet(_QUIET)
        self._did(Shown("The bot writes by itself", copy.deepcopy(call)))
        return call

    async def member(self, chat: Message, person: Person, old: str, new: str) -> Message:
        """Let a person add the bot to a chat, or remove it."""
        self._did(Done(person.name, "adds the bot to the group"))
        since = len(self.api.calls)
        self.api.member(chat, None, old, new, by=person.user)
        await self._first(since, *_WRITES)
        return await self._watch(since)

    async def until(self, message: Message, words: str) -> Message:
        """Wait until the bot has changed a message to one that holds these words, and show it."""
        at = message["chat"]["id"], message["message_id"]
        await self._eventually(lambda: words in self.api.msgs[at].get("text", ""))
        await self.api.quiet(_QUIET)
        self._did(Shown("The bot changes the message", copy.deepcopy(self.api.msgs[at])))
        return dict(self.api.msgs[at])

    async def _of_itself(self, chat: Message, words: str) -> Message:
        found: list[Message] = []

        def there() -> bool:
            calls = self.api.find("sendMessage", ok=True, chat_id=chat["id"])
            found[:] = [dict(call.result) for call in calls if words in call.result["text"]]
            return bool(found)

        await self._eventually(there)
        return found[-1]

    async def _eventually(self, condition: Any) -> None:
        from tests.chat.conftest import eventually  # noqa: PLC0415 - loads pytest, which only the wait needs

        await eventually(condition, _WAIT)

    async def _first(self, since: int, *methods: str) -> None:
        """Wait for the first successful call of one of these methods."""
        await self._eventually(lambda: any(self.api.find(method, since, ok=True) for method in methods))

    async def _watch(self, since: int) -> Message:
        """Wait until nothing more comes; keep what was seen, each message once as it then stands; return the newest."""
        await self.api.quiet(_QUIET, _WAIT)
        newest: Message = {}
        seen: dict[tuple[int, int], Shown] = {}
        for call in self.api.calls[since:]:
            if not call.ok:
                continue
            if call.method in (*_WRITES, *_CHANGES) and isinstance(call.result, dict):
                newest = self._keep(call, seen)
            elif call.method == "setMessageReaction":
                self._did(Said("The bot reacts with", call.params["reaction"][0]["emoji"]))
            elif call.method == "answerCallbackQuery" and call.params.get("text"):
                self._did(Said("The bot shows for a moment", call.params["text"]))
        self.scenes[-1].steps.extend(seen.values())
        return newest

    def _keep(self, call: Any, seen: dict[tuple[int, int], Shown]) -> Message:
        at = call.result["chat"]["id"], call.result["message_id"]
        before = seen.pop(at, None)
        how = before.how if before else "The bot writes" if call.method in _WRITES else "The bot changes the message"
        upload = call.params.get("photo")
        picture = upload.data if upload is not None else before.picture if before else None
        message = copy.deepcopy(self.api.msgs.get(at, call.result))
        only = call.method == "editMessageReplyMarkup" and (before is None or before.buttons_only)
        seen[at] = Shown(how, message, picture, only)
        return dict(message)

    def _did(self, step: Step) -> None:
        self.scenes[-1].steps.append(step)


def _as_message(result: Message) -> Message:
    """Return an inline result as the message that it becomes."""
    from tests.botapi.strict_botapi import parse_html  # noqa: PLC0415 - a server, loaded where one runs

    text, entities = parse_html(result["input_message_content"]["message_text"])
    return {"text": text, "entities": entities, "reply_markup": result.get("reply_markup", {})}
