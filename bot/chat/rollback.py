"""Administrators go back one snapshot: /rollback asks, a button or the command with the name does it."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from bot.chat import outbox, render_admin
from bot.chat.addressed import question_of_command
from bot.chat.admin import is_allowed
from bot.chat.pressing import answer_once
from bot.chat.replying import reply
from bot.errors import LockedError, StoreError

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.context import Context
    from bot.chat.i18n import Catalogue
    from bot.chat.pressing import Press
    from bot.chat.screen import Screen

_LOG = logging.getLogger(__name__)
DATA = re.compile(r"rb:(?:keep|go:(.{1,58}))")


async def by_command(update: Update, context: Context) -> None:
    """Ask whether to go back; with the name of the snapshot to go back to, do it."""
    message = update.message
    if message is None or not await is_allowed(context, message):
        return
    ui, named = context.ui(message.from_user), question_of_command(message, context.me)
    if named and message.from_user is not None:
        screen = await _roll_back(context, ui, message.from_user.id, named)
    else:
        screen = _question(context, ui)
    await reply(context, message, screen)


async def pressed(update: Update, context: Context) -> None:
    """Handle a press on one of the two buttons."""
    await answer_once(update, context, _handle)


async def _handle(context: Context, press: Press) -> str | None:
    """Return the sentence to answer with; None when the screen itself answers."""
    parsed = DATA.fullmatch(press.data)
    if not context.is_admin(press.person):
        return press.ui.text("not-administrator")
    if parsed is None or parsed[1] is None:
        screen = render_admin.rollback_left(press.ui)
    else:
        screen = await _roll_back(context, press.ui, press.person.id, parsed[1])
    await outbox.edit(context.bot, press.message.chat.id, press.message.message_id, screen)
    return None


def _question(context: Context, ui: Catalogue) -> Screen:
    engine = context.services.engine
    coverage, previous = engine.coverage, engine.previous
    if coverage is None or previous is None:
        return render_admin.rollback_nothing_older(ui)
    return render_admin.rollback_question(ui, live=coverage.snapshot, previous=previous)


async def _roll_back(context: Context, ui: Catalogue, administrator: int, previous: str) -> Screen:
    """Go back to the snapshot that was asked for, if that is still the one before the live one."""
    services = context.services
    if previous != services.engine.previous:
        return render_admin.rollback_outdated(ui)
    try:
        done = await services.work(services.engine.roll_back)
    except LockedError:
        await services.drafts.note(services.clock(), administrator, "rollback", previous, "refused: a build is running")
        return render_admin.build_busy(ui)
    except StoreError as error:
        _LOG.error("the rollback failed: %s", error)
        await services.drafts.note(services.clock(), administrator, "rollback", previous, "failed: StoreError")
        return render_admin.rollback_failed(ui, reason=str(error))
    _LOG.info("snapshot %s was withdrawn, %s is live", done.withdrawn, done.live)
    await services.drafts.note(services.clock(), administrator, "rollback", done.live, f"withdrew {done.withdrawn}")
    return render_admin.rollback_done(ui, live=done.live, withdrawn=done.withdrawn)
