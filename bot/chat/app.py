"""The bot as a whole: what it listens to, what it is made of, and its life from start to stop."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot import __version__
from bot.chat import (
    admin,
    ask,
    buttons,
    by_words,
    desk,
    desk_buttons,
    guests,
    inline,
    pages,
    presence,
    rollback,
    trouble,
)
from bot.chat.context import Context, Rhythm, Services, keep_services
from bot.chat.drafts import Drafts
from bot.chat.feedback import votes
from bot.chat.feedback.commands import feedback
from bot.chat.feedback.store import Feedback
from bot.chat.feeding import Feeding
from bot.chat.heard import ASK_IN_CAPTION, EDITED, FROM_PEOPLE, GUESTS, POSTED, moved
from bot.chat.inbox import DurableQueue, Inbox, StrikingProcessor
from bot.chat.life import live
from bot.chat.limits import QuestionLimits
from bot.chat.logs import discreet
from bot.chat.pacing import Pacer
from bot.chat.polling import PollWatch, WatchedRequest
from bot.chat.pressed import PressGuard
from bot.chat.privacy import commands as privacy
from bot.chat.privacy.erase import StoredData
from bot.chat.reindex import Reindexer
from bot.chat.remembered import ShownAnswers
from bot.chat.sent import SentMessages
from bot.chat.settings import handlers as settings
from bot.chat.settings.store import SettingsStore
from bot.chat.state import open_database
from bot.chat.timeline import handlers as timeline
from bot.chat.timeline import publishers
from bot.chat.timeline.painter import Painter
from bot.chat.watches import commands as watches
from bot.chat.watches import news, notify
from bot.chat.watches.collection import SnapshotCollection
from bot.chat.watches.corrections import Corrections
from bot.chat.watches.known import Known
from bot.chat.watches.store import Watches
from bot.feeds.reader import Reader
from bot.feeds.settings import check_feeds
from bot.feeds.setup import make_fetcher
from bot.feeds.store import ArticleFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.chat.context import AnswerEngine, BotApplication
    from bot.chat.state import Database
    from bot.chat.watches.collection import Collection
    from bot.config import Config
    from bot.feeds.setup import World

_LOG = logging.getLogger(__name__)
_UPDATES_AT_ONCE = 512  # handlers mostly wait for their turn to send; what is really at work is limited elsewhere
_SPARE_CONNECTIONS = 4
_READ_SECONDS = 20.0  # a send that times out may have arrived and is not repeated: better to wait


def handlers() -> list[BaseHandler[Any, Context, Any]]:
    """Return the whole bot, one line for each thing that it reacts to. The first that matches handles an update."""
    private = filters.ChatType.PRIVATE
    written = (filters.TEXT | filters.CAPTION) & ~filters.COMMAND
    return [
        # Buttons under articles that an administrator handles: add, change, cancel, remove, undo, reindex.
        CallbackQueryHandler(desk_buttons.pressed, pattern=desk_buttons.DATA),
        # Buttons of a rollback.
        CallbackQueryHandler(rollback.pressed, pattern=rollback.DATA),
        # Buttons of the settings.
        CallbackQueryHandler(settings.pressed, pattern=settings.DATA),
        # Buttons of watches, of corrections, and of votes on answers.
        CallbackQueryHandler(watches.pressed, pattern=watches.DATA),
        CallbackQueryHandler(notify.pressed, pattern=notify.DATA),
        CallbackQueryHandler(votes.pressed, pattern=votes.DATA),
        # Buttons that lead to timelines, comparisons and pages of publishers.
        CallbackQueryHandler(timeline.pressed, pattern=timeline.DATA),
        CallbackQueryHandler(publishers.pressed, pattern=publishers.DATA),
        # Buttons under answers: More, Context, Nearest passages, Narrow and what it leads to, All dates.
        CallbackQueryHandler(buttons.pressed),
        # "@bot question" typed in any chat.
        InlineQueryHandler(inline.answer),
        # A group became a supergroup: its answers move with it. Before everything that reads messages.
        MessageHandler(filters.StatusUpdate.MIGRATE, moved),
        # The bot was added to a group, or removed, or blocked.
        ChatMemberHandler(presence.changed, ChatMemberHandler.MY_CHAT_MEMBER),
        # Summoned into a chat that it is not in.
        MessageHandler(GUESTS, guests.summoned),
        # A question was edited; so is its answer. Before the commands: a command may be edited.
        MessageHandler(EDITED & (written | filters.COMMAND), ask.edited),
        # Commands, in private and in groups; `/command@other_bot` is not ours. Before texts: commands are texts.
        CommandHandler("ask", ask.by_command, FROM_PEOPLE | POSTED),
        MessageHandler((FROM_PEOPLE | POSTED) & ASK_IN_CAPTION, ask.by_command),
        CommandHandler("more", by_words.more, FROM_PEOPLE),
        CommandHandler("context", by_words.around, FROM_PEOPLE),
        CommandHandler("nearest", by_words.nearest, FROM_PEOPLE),
        CommandHandler("only", by_words.only, FROM_PEOPLE),
        CommandHandler("start", pages.start, FROM_PEOPLE),
        CommandHandler("help", pages.help_, FROM_PEOPLE),
        CommandHandler("about", pages.about, FROM_PEOPLE),
        CommandHandler("settings", settings.by_command, FROM_PEOPLE | POSTED),
        CommandHandler("watch", watches.watch, FROM_PEOPLE),
        CommandHandler("watches", watches.watches, FROM_PEOPLE),
        CommandHandler("unwatch", watches.unwatch, FROM_PEOPLE),
        CommandHandler("notify", notify.by_command, FROM_PEOPLE),
        CommandHandler("feedback", feedback, FROM_PEOPLE),
        CommandHandler("privacy", privacy.privacy, FROM_PEOPLE),
        CommandHandler("forget", privacy.forget, FROM_PEOPLE),
        CommandHandler("status", admin.status, FROM_PEOPLE),
        CommandHandler("reindex", admin.reindex, FROM_PEOPLE),
        CommandHandler("rollback", rollback.by_command, FROM_PEOPLE),
        CommandHandler("timeline", timeline.by_timeline, FROM_PEOPLE),
        CommandHandler("compare", timeline.by_compare, FROM_PEOPLE),
        CommandHandler("sources", publishers.by_sources, FROM_PEOPLE),
        CommandHandler("source", publishers.by_source, FROM_PEOPLE),
        CommandHandler("article", desk.article, FROM_PEOPLE),
        CommandHandler("remove", desk.remove, FROM_PEOPLE),
        CommandHandler("draft", desk_buttons.by_words, FROM_PEOPLE),
        # In private, an administrator's file or address is an article to add, and may be what the bot asked about one;
        # from everybody else it is what follows below.
        MessageHandler(FROM_PEOPLE & private & filters.Document.ALL, desk.by_file),
        MessageHandler(FROM_PEOPLE & private & filters.TEXT & ~filters.COMMAND, desk.by_text),
        # Any other text or caption: a question in private; in groups only with a mention or in reply to the bot.
        MessageHandler(FROM_PEOPLE & written, ask.by_message),
        # Whatever else is sent in private (media without words, unknown commands) gets a friendly sentence.
        MessageHandler(FROM_PEOPLE & private & ~filters.StatusUpdate.ALL, ask.invite),
    ]


def run(config: Config, token: str, config_path: Path | None) -> int:
    """Run the bot until it is told to stop (SIGINT, SIGTERM); return the exit status.

    0: told to stop; 1: the token is refused, or another process polls with it for good. Raises ConfigError,
    ModelError or StoreError where the bot can't start; without a usable snapshot it starts, and waits for a build.
    """
    from bot.search.engine import Engine  # noqa: PLC0415 - loads the index: only where the bot really runs

    check_feeds(config.feeds, config.fetch)
    setup = Setup(
        config=config,
        token=token,
        engine=Engine.open(config, must_answer=False),
        build_command=build_command(config_path),
    )
    return asyncio.run(_run_until_signal(setup))


def build_command(config_path: Path | None) -> tuple[str, ...]:
    """Return the command line of the build with the bot's own configuration."""
    chosen = () if config_path is None else ("--config", str(config_path))
    return (sys.executable, "-m", "embed", *chosen, "--progress", "jsonl")


@dataclass(frozen=True, slots=True)
class Setup:
    """What a bot is made from. `world` is what fetching addresses meets, `collection` the articles of the snapshots.

    None is the real one of either.
    """

    config: Config
    token: str
    engine: AnswerEngine
    build_command: Sequence[str]
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    rhythm: Rhythm = field(default_factory=Rhythm)
    conflicts_allowed: int = 10
    world: World | None = None
    collection: Collection | None = None


async def _run_until_signal(setup: Setup) -> int:
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    return await run_bot(setup, stop)


async def run_bot(setup: Setup, stop: asyncio.Event) -> int:
    """Run a bot in this event loop until `stop` is set; return the exit status. Raises StoreError."""
    os.environ["PTB_TIMEDELTA"] = "true"  # python-telegram-bot 22 then gives durations as such, and does not warn
    with discreet(setup.token):
        database = open_database(Path(setup.config.state.path))
        workers = ThreadPoolExecutor(_workers(setup.config), thread_name_prefix="engine")
        try:
            services = _services(setup, database, workers)
            watch = PollWatch(setup.conflicts_allowed)
            queue = DurableQueue(services.inbox)
            application = _application(setup, services, watch, queue)
            services.spawn(news.follow(Context(application)), "telling news")
            return await live(application, services, watch, queue, stop)
        finally:
            workers.shutdown(wait=True, cancel_futures=True)
            database.close()


def _workers(config: Config) -> int:
    """Return how many threads ask the engine: many, for those that wait share its next pass over the model."""
    return max(2, config.limits.concurrent)


def _services(setup: Setup, database: Database, workers: ThreadPoolExecutor) -> Services:
    return Services(
        config=setup.config,
        engine=setup.engine,
        answers=ShownAnswers(database),
        sent=SentMessages(database),
        inbox=Inbox(database),
        limits=QuestionLimits(setup.config.limits),
        guard=PressGuard(),
        reindexer=Reindexer(setup.build_command),
        feeding=Feeding(setup.world),
        drafts=Drafts(database),
        fetcher=make_fetcher(setup.config.fetch, __version__, setup.world),
        reader=Reader(),
        painter=Painter(),
        settings=SettingsStore(database),
        collection=setup.collection or SnapshotCollection(setup.config.index.path),
        known=Known(database),
        watches=Watches(database),
        corrections=Corrections(database),
        feedback=Feedback(database),
        stored=StoredData(database),
        folder=ArticleFolder(Path(setup.config.corpus.path) / setup.config.corpus.added),
        workers=workers,
        clock=setup.clock,
        started=setup.clock(),
        rhythm=setup.rhythm,
    )


def _application(setup: Setup, services: Services, watch: PollWatch, queue: DurableQueue) -> BotApplication:
    concurrent = setup.config.limits.concurrent
    application: BotApplication = (
        Application.builder()
        .token(setup.token)
        .base_url(setup.config.telegram.base_url)
        .base_file_url(setup.config.telegram.base_file_url)
        .request(HTTPXRequest(concurrent + _SPARE_CONNECTIONS, read_timeout=_READ_SECONDS))
        .get_updates_request(WatchedRequest(watch))
        .rate_limiter(Pacer(concurrent))
        .concurrent_updates(StrikingProcessor(_UPDATES_AT_ONCE, services.inbox))
        .update_queue(queue)
        .context_types(ContextTypes(context=Context))
        .job_queue(None)
        .build()
    )
    keep_services(application.bot_data, services)
    application.add_handler(TypeHandler(Update, presence.guard), group=-2)  # before all: is it one of the bot's chats
    application.add_handler(TypeHandler(Update, settings.prepare), group=-1)  # first: in which language to speak
    application.add_handlers(handlers())
    application.add_error_handler(trouble.report)
    return application
