"""The life of a running bot: connect, handle what was left over, poll, and stop cleanly."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.chat import menu, upkeep
from bot.chat.heard import allowed_updates
from bot.chat.i18n import LANGUAGES, catalogue
from bot.chat.inbox import StrikingProcessor
from bot.chat.polling import REFUSED

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.chat.context import BotApplication, Services
    from bot.chat.inbox import DurableQueue
    from bot.chat.polling import PollWatch

_LOG = logging.getLogger(__name__)
_T = TypeVar("_T")
_LONGEST_PAUSE = 30.0  # seconds between two attempts to reach Telegram
_POLL_SECONDS = 10  # how long one getUpdates waits for news

STOPPED, ENDED = 0, 1


class _StopError(Exception):
    """The bot was told to stop while it was still trying to connect."""


async def live(
    application: BotApplication, services: Services, watch: PollWatch, queue: DurableQueue, stop: asyncio.Event
) -> int:
    """Run the application until `stop` is set (0) or polling has ended for good (1, with the reason in the log)."""
    try:
        await _connected(application.initialize, stop)
        await _start(application, services, watch, queue, stop)
        _LOG.info("@%s answers", application.bot.username)
        await _first_of(stop, watch.ended)
    except _StopError:
        _LOG.info("stopped before Telegram could be reached")
    except InvalidToken:
        watch.saw_status(401)
    finally:
        await _stop(application, services, queue)
    if watch.ended.is_set():
        _LOG.critical(watch.reason or REFUSED)
        return ENDED
    return STOPPED


async def _start(
    application: BotApplication, services: Services, watch: PollWatch, queue: DurableQueue, stop: asyncio.Event
) -> None:
    left_over = await queue.replay(application.bot)
    if left_over:
        _LOG.info("%s updates were left over and are handled first", left_over)
    await application.start()
    await _connected(lambda: _poll(application, services, watch), stop)
    services.spawn(_register(application, services), "registering commands")
    services.spawn(upkeep.follow_snapshots(services), "following snapshots")
    services.spawn(upkeep.clean_up(services), "deleting what is too old")
    services.spawn(upkeep.delete_answers(services, application.bot), "deleting answers whose time has come")
    services.spawn(services.feeding.follow(services), "following feeds")


async def _register(application: BotApplication, services: Services) -> None:
    """Register the commands, once whoever waits for the bot's start has been answered."""
    await asyncio.sleep(services.rhythm.commands_after)
    for language in LANGUAGES:
        await asyncio.to_thread(catalogue, language)  # a tenth of a second each to read
    await menu.register(application.bot, services.config.telegram.admins)


async def _poll(application: BotApplication, services: Services, watch: PollWatch) -> None:
    assert application.updater is not None  # noqa: S101 - narrows the type: built with one
    updates = allowed_updates(services.config.telegram)
    await application.updater.start_polling(
        timeout=_POLL_SECONDS, allowed_updates=updates, error_callback=watch.saw_error
    )


async def _connected(attempt: Callable[[], Awaitable[_T]], stop: asyncio.Event) -> _T:
    """Repeat an attempt until Telegram answers. Raises InvalidToken, and _StopError when told to stop meanwhile."""
    pause = 1.0
    while not stop.is_set():
        try:
            return await attempt()
        except (NetworkError, RetryAfter) as error:
            _LOG.warning("Telegram can't be reached (%s); trying again in %.0f s", type(error).__name__, pause)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), pause)
        pause = min(2 * pause, _LONGEST_PAUSE)
    raise _StopError


async def _first_of(*events: asyncio.Event) -> None:
    waiting = [asyncio.create_task(event.wait()) for event in events]
    try:
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in waiting:
            task.cancel()


async def _stop(application: BotApplication, services: Services, queue: DurableQueue) -> None:
    """End everything in order: no new updates, no build, the last answers, the connections."""
    assert application.updater is not None  # noqa: S101 - narrows the type: built with one
    if application.updater.running:
        await _logged("polling", application.updater.stop)
    await services.reindexer.stop()
    services.reader.close()
    services.fetcher.close()
    for task in list(services.tasks):
        task.cancel()
    await asyncio.gather(*services.tasks, return_exceptions=True)
    queue.drop_waiting()
    if application.running:
        await _logged("the last answers", lambda: asyncio.wait_for(application.stop(), services.rhythm.last_answers))
    if isinstance(processor := application.update_processor, StrikingProcessor):
        await processor.abandon()
    await _logged("the connections", application.shutdown)
    await _logged("the connections", application.bot.shutdown)  # open, though the application never got that far


async def _logged(what: str, ending: Callable[[], Awaitable[object]]) -> None:
    """Run one step of the end; a failure is logged, and the next step follows."""
    try:
        await ending()
    except (TelegramError, TimeoutError, RuntimeError) as error:
        _LOG.warning("%s did not end cleanly: %s", what, type(error).__name__)
