"""What handlers work with: the services of the running bot, and the typed context through which they reach them."""

from __future__ import annotations

import asyncio
import functools
import logging
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, TypeVar

from telegram import CallbackQuery, InlineQuery
from telegram.ext import Application, CallbackContext, ExtBot

from bot.chat.addressed import Me
from bot.chat.i18n import Catalogue, catalogue, choose_language
from bot.chat.settings.preferences import Preferences, resolve
from bot.chat.settings.values import DEFAULTS
from bot.chat.underway import Underway
from bot.model import Filters

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from concurrent.futures import Executor
    from datetime import datetime

    from telegram import Message, User

    from bot.chat.drafts import Drafts
    from bot.chat.feedback.store import Feedback
    from bot.chat.feeding import Feeding
    from bot.chat.inbox import Inbox
    from bot.chat.limits import QuestionLimits
    from bot.chat.pressed import PressGuard
    from bot.chat.privacy.erase import StoredData
    from bot.chat.reindex import Reindexer
    from bot.chat.remembered import ShownAnswers
    from bot.chat.sent import SentMessages
    from bot.chat.settings.store import SettingsStore
    from bot.chat.timeline.painter import Painter
    from bot.chat.watches.collection import Collection
    from bot.chat.watches.corrections import Corrections
    from bot.chat.watches.known import Known
    from bot.chat.watches.store import Watches
    from bot.config import Config
    from bot.feeds.reader import Reader
    from bot.feeds.setup import Fetcher
    from bot.feeds.store import ArticleFolder
    from bot.index.rollback import Rollback
    from bot.model import Answer, Article, Coverage, Passage, Publisher, Source

_LOG = logging.getLogger(__name__)
_P = ParamSpec("_P")
_T = TypeVar("_T")
_SERVICES = "services"
NO_FILTERS = Filters()


class AnswerEngine(Protocol):
    """The engine as the chat needs it. Thread safe; `ask` and `refresh` block."""

    def ask(
        self,
        text: str,
        *,
        now: datetime,
        language: str | None = None,
        filters: Filters = NO_FILTERS,
        limit: int = 10,
    ) -> Answer:
        """Answer a question. Raises NoSnapshotError while there is no snapshot."""

    def survey(self, text: str, *, now: datetime, language: str | None = None, filters: Filters = NO_FILTERS) -> Answer:
        """Return all that the collection says about a topic. Raises NoSnapshotError while there is no snapshot."""

    def sources(self) -> tuple[Source, ...]:
        """Return every publisher with what the collection holds of it, most articles first. Raises NoSnapshotError."""

    def articles_of(self, publisher: str, limit: int) -> list[Article]:
        """Return a publisher's newest articles, undated ones last. Raises NoSnapshotError."""

    def passage(self, key: str) -> Passage | None:
        """Return the passage of that key in the live snapshot."""

    def neighbours(self, key: str) -> tuple[Passage | None, Passage | None]:
        """Return the passages before and after one in its article."""

    def publisher(self, name: str | None) -> Publisher | None:
        """Return what is known about a publisher."""

    @property
    def coverage(self) -> Coverage | None:
        """What the live snapshot holds; None while there is none."""

    @property
    def engine_name(self) -> str:
        """What encodes and searches, in words for an administrator."""

    def refresh(self) -> bool:
        """Load the snapshot that is current now, if it is another. Raises SnapshotError and keeps the old one."""

    @property
    def previous(self) -> str | None:
        """The name of the snapshot that a rollback would give; None where nothing is older than the live one."""

    def roll_back(self) -> Rollback:
        """Serve the snapshot before the live one from now on. Raises LockedError or StoreError with the reason."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often the bot does what it does unasked, in seconds."""

    commands_after: float = 2.0  # from the start until the commands are registered
    typing_after: float = 0.7  # a faster answer needs no sign of life
    typing_again: float = 4.5  # Telegram shows "typing" for 5 s
    progress_private: float = 3.0  # between two edits of a build's message
    progress_group: float = 6.0  # in groups edits count against 20 messages a minute
    snapshots: float = 60.0  # between two looks for a snapshot that another process published
    news: float = 30.0  # between two looks for what watches and corrections wait for
    between_news: float = 0.1  # between two watches that are looked at: readers' questions come first
    feeds_again: float = 5.0  # before the feeds are followed again after a failure; doubled each time
    deleting: float = 20.0  # between two looks for answers that a chat wants gone by now
    cleaning: float = 86_400.0  # between two deletions of what is too old
    last_answers: float = 5.0  # that answers under way get at a stop; the rest is answered after the next start


@dataclass(slots=True)
class Services:
    """Everything that the handlers need, made once by `bot.chat.app` and closed by it."""

    config: Config
    engine: AnswerEngine
    answers: ShownAnswers
    sent: SentMessages
    inbox: Inbox
    limits: QuestionLimits
    guard: PressGuard
    reindexer: Reindexer
    feeding: Feeding
    drafts: Drafts
    fetcher: Fetcher
    reader: Reader
    painter: Painter
    folder: ArticleFolder
    settings: SettingsStore
    collection: Collection
    known: Known
    watches: Watches
    corrections: Corrections
    feedback: Feedback
    stored: StoredData
    workers: Executor
    clock: Callable[[], datetime]
    started: datetime
    rhythm: Rhythm = field(default_factory=Rhythm)
    questions: int = 0
    underway: Underway = field(default_factory=Underway)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)
    newest_inline: dict[int, str] = field(default_factory=dict)

    async def work(self, call: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Run a blocking call of the engine in the bounded pool of workers, off the event loop."""
        bound = functools.partial(call, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self.workers, bound)

    def spawn(self, coroutine: Coroutine[Any, Any, None], name: str) -> None:
        """Run something besides the handling of updates; an exception is logged."""
        task = asyncio.get_running_loop().create_task(coroutine, name=name)
        self.tasks.add(task)
        task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self.tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            _LOG.error("%s failed", task.get_name(), exc_info=error)

    async def preferences(
        self, chat_id: int | None, person: int | None = None, language_code: str | None = None
    ) -> Preferences:
        """Return what counts in a chat (negative: a group; None: anywhere else) for a person, as both have set it."""
        group = chat_id is not None and chat_id < 0
        own = await self.settings.of(person) if person is not None and person != chat_id else DEFAULTS
        chat = own if chat_id is None else await self.settings.of(chat_id)
        return resolve(chat=chat, person=own, group=group, language_code=language_code, answers=self.config.answers)

    def oldest_answer(self) -> datetime:
        """Return the time before which an answer's buttons have expired."""
        return self.clock() - timedelta(days=self.config.state.keep_answers_days)


Bot = ExtBot[None]


class Context(CallbackContext[Bot, dict[Any, Any], dict[Any, Any], dict[str, Any]]):
    """The context of one update, with the services in typed form."""

    _spoken: Catalogue | None = None

    @property
    def services(self) -> Services:
        """The services of the running bot."""
        services = self.bot_data[_SERVICES]
        assert isinstance(services, Services)  # noqa: S101 - narrows the type: `keep_services` put it there
        return services

    @property
    def me(self) -> Me:
        """Who the bot is."""
        return Me(self.bot.id, self.bot.username)

    async def preferences(self, event: Message | CallbackQuery | InlineQuery) -> Preferences:
        """Return the settings that count for a message, a pressed button or an inline query."""
        user = event.from_user
        person = (user.id, user.language_code) if user is not None and not user.is_bot else (None, None)
        return await self.services.preferences(_chat_id(event), *person)

    def ui(self, user: User | None) -> Catalogue:
        """Return the catalogue in the language to speak to a person: as the settings say, once they were looked up."""
        return self._spoken or catalogue(choose_language(user.language_code if user else None))

    def speak(self, ui: Catalogue) -> None:
        """Speak in this language as long as this update is handled."""
        self._spoken = ui

    def is_admin(self, user: User | None) -> bool:
        """Whether a person is one of the administrators that the configuration names."""
        return user is not None and user.id in self.services.config.telegram.admins


def _chat_id(event: Message | CallbackQuery | InlineQuery) -> int | None:
    """Return where something happened; None for inline queries, whose chat is not told."""
    if isinstance(event, InlineQuery):
        return None
    message = event.message if isinstance(event, CallbackQuery) else event
    return message.chat.id if message is not None else None


BotApplication = Application[Bot, Context, dict[Any, Any], dict[Any, Any], dict[str, Any], Any]


def keep_services(bot_data: dict[str, Any], services: Services) -> None:
    """Put the services where every context finds them."""
    bot_data[_SERVICES] = services
