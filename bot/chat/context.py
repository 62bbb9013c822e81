"""What handlers work with: the services of the running bot, and the typed context through which they reach them."""

from __future__ import annotations

import asyncio
import functools
import logging
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, TypeVar

from telegram.ext import Application, CallbackContext, ExtBot

from bot.chat.addressed import Me
from bot.chat.i18n import Catalogue, catalogue, choose_language
from bot.model import Filters

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from concurrent.futures import Executor
    from datetime import datetime

    from telegram import User

    from bot.chat.drafts import Drafts
    from bot.chat.feeding import Feeding
    from bot.chat.inbox import Inbox
    from bot.chat.limits import QuestionLimits
    from bot.chat.pressed import PressGuard
    from bot.chat.reindex import Reindexer
    from bot.chat.remembered import ShownAnswers
    from bot.config import Config
    from bot.feeds.reader import Reader
    from bot.feeds.setup import Fetcher
    from bot.feeds.store import ArticleFolder
    from bot.model import Answer, Coverage, Passage, Publisher

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


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often the bot does what it does unasked, in seconds."""

    typing_after: float = 0.7  # a faster answer needs no sign of life
    typing_again: float = 4.5  # Telegram shows "typing" for 5 s
    progress_private: float = 3.0  # between two edits of a build's message
    progress_group: float = 6.0  # in groups edits count against 20 messages a minute
    snapshots: float = 60.0  # between two looks for a snapshot that another process published
    feeds_again: float = 5.0  # before the feeds are followed again after a failure; doubled each time
    cleaning: float = 86_400.0  # between two deletions of what is too old
    last_answers: float = 5.0  # that answers under way get at a stop; the rest is answered after the next start


@dataclass(slots=True)
class Services:
    """Everything that the handlers need, made once by `bot.chat.app` and closed by it."""

    config: Config
    engine: AnswerEngine
    answers: ShownAnswers
    inbox: Inbox
    limits: QuestionLimits
    guard: PressGuard
    reindexer: Reindexer
    feeding: Feeding
    drafts: Drafts
    fetcher: Fetcher
    reader: Reader
    folder: ArticleFolder
    workers: Executor
    clock: Callable[[], datetime]
    started: datetime
    rhythm: Rhythm = field(default_factory=Rhythm)
    questions: int = 0
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

    def oldest_answer(self) -> datetime:
        """Return the time before which an answer's buttons have expired."""
        return self.clock() - timedelta(days=self.config.state.keep_answers_days)


Bot = ExtBot[None]


class Context(CallbackContext[Bot, dict[Any, Any], dict[Any, Any], dict[str, Any]]):
    """The context of one update, with the services in typed form."""

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

    def ui(self, user: User | None) -> Catalogue:
        """Return the catalogue in a person's language."""
        return catalogue(choose_language(user.language_code if user else None))

    def is_admin(self, user: User | None) -> bool:
        """Whether a person is one of the administrators that the configuration names."""
        return user is not None and user.id in self.services.config.telegram.admins


BotApplication = Application[Bot, Context, dict[Any, Any], dict[Any, Any], dict[str, Any], Any]


def keep_services(bot_data: dict[str, Any], services: Services) -> None:
    """Put the services where every context finds them."""
    bot_data[_SERVICES] = services
