"""Articles by an administrator's hand: a file or an address sent in private, /article and /remove."""

from __future__ import annotations

import asyncio
import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING

from bot.chat import admin, ask, outbox, render_desk
from bot.chat.addressed import is_private, question_of_command
from bot.chat.desk_values import WrongValueError, changed
from bot.chat.drafts import Draft
from bot.chat.remembered import new_token
from bot.chat.render import not_administrator
from bot.chat.render_text import clip
from bot.chat.replying import reply, typing
from bot.chat.timeline.source_screens import several_files, with_short_form
from bot.errors import ArticleError, NoSnapshotError
from bot.feeds.lookup import find_file, short_id
from bot.feeds.naming import publishers_file
from bot.feeds.worker import Job
from bot.model import Article, Filters

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.chat.context import Context
    from bot.chat.drafts import Asked
    from bot.chat.i18n import Catalogue
    from bot.chat.screen import Screen
    from bot.feeds.worker import Piece
    from bot.ingest.raw import RawArticle

_LOG = logging.getLogger(__name__)
MAX_FILE = 20 * 1024 * 1024
"""Bytes; Telegram's limit for what a bot may download from its cloud."""

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
# The nearest to the new one's headline, and to its opening words (a copy may have another headline), are compared.
_COPIES_ASKED = 5
_OPENING = 300  # characters


async def by_file(update: Update, context: Context) -> None:
    """Read a file that an administrator sends; anybody else's is what it always was: its caption, or nothing."""
    message = update.message
    if message is None or message.document is None:
        return
    if not context.is_admin(message.from_user):
        await (ask.by_message if message.caption else ask.invite)(update, context)
        return
    if not await ask.is_admitted(context, message):
        return
    ui, document = context.ui(message.from_user), message.document
    if (document.file_size or 0) > MAX_FILE:
        await reply(context, message, render_desk.sentence(ui, "draft-too-large"))
        return
    async with typing(context, message):
        file = await context.bot.get_file(document)
        data = bytes(await file.download_as_bytearray())
        screen = await _understand(context, message, _job(context, document.file_name or "file"), data)
    await reply(context, message, screen)


async def by_text(update: Update, context: Context) -> None:
    """Take an administrator's text for an address or for what the bot asked; everything else is a question."""
    message = update.message
    if message is None:
        return
    text = (message.text or "").strip()
    if not context.is_admin(message.from_user):
        await ask.by_message(update, context)
    elif _ADDRESS.fullmatch(text):
        if await ask.is_admitted(context, message):
            await _by_address(context, message, text)
    elif (asked := await context.services.drafts.asked(message.chat_id)) is not None:
        await take_value(context, message, text, asked)
    else:
        await ask.by_message(update, context)


async def article(update: Update, context: Context) -> None:
    """Show one article of the corpus folder, with the short form that shows it again."""
    message = update.message
    if message is not None and await is_allowed_here(context, message):
        screen, article_id = await _shown(context, message)
        if article_id:
            screen = with_short_form(context.ui(message.from_user), screen, short_id(article_id))
        await reply(context, message, screen)


async def remove(update: Update, context: Context) -> None:
    """Ask whether one article is really to be taken out."""
    message = update.message
    if message is None or not await is_allowed_here(context, message):
        return
    screen, article_id = await _shown(context, message)
    if article_id:
        token, now = new_token(), context.services.clock()
        await context.services.drafts.keep(token, message.chat_id, Draft(article_id=article_id), now)
        screen = render_desk.removal(context.ui(message.from_user), token, screen)
    await reply(context, message, screen)


async def is_allowed_here(context: Context, message: Message) -> bool:
    """Tell whether articles may be shown: to an administrator, in private."""
    if not await admin.is_allowed(context, message):
        return False
    if not is_private(message):
        await reply(context, message, not_administrator(context.ui(message.from_user)))
        return False
    return True


async def _shown(context: Context, message: Message) -> tuple[Screen, str]:
    """Return an article's screen and its id; a sentence and no id where there is none, or several."""
    ui = context.ui(message.from_user)
    name = question_of_command(message, context.me)
    if not name:
        return render_desk.sentence(ui, "draft-name-missing"), ""
    corpus = Path(context.services.config.corpus.path)
    try:
        files = await asyncio.to_thread(find_file, corpus, name)
        if len(files) > 1:
            return several_files(ui, files), ""
        article_id = files[0].id
        pieces = await asyncio.to_thread(_read_path, context, article_id, files[0].path)
    except ArticleError as error:
        return render_desk.unreadable(ui, error.reason), ""
    first = next((piece for piece in pieces if piece.article), None)
    if first is None or first.article is None:
        return render_desk.unreadable(ui, pieces[0].reason if pieces else "empty"), article_id
    return render_desk.article(ui, article_id, first.article, first.passages), article_id


def _read_path(context: Context, article_id: str, path: Path) -> list[Piece]:
    """Read a file of the corpus; blocks. Raises ArticleError."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise ArticleError(article_id, f"larger than {MAX_FILE:,} bytes; it can't be shown here")
        return context.services.reader.read(_job(context, article_id), path.read_bytes())
    except OSError as error:
        raise ArticleError(article_id, f"can't be read: {error.strerror}") from error


async def _by_address(context: Context, message: Message, address: str) -> None:
    ui = context.ui(message.from_user)
    async with typing(context, message):
        try:
            got = await context.services.fetcher.get(address)
        except ArticleError as error:
            screen = render_desk.unreadable(ui, error.reason)
        else:
            job = _job(context, address, url=got.address, charset=got.charset)
            screen = await _understand(context, message, job, got.body)
    await reply(context, message, screen)


def _job(context: Context, name: str, *, url: str | None = None, charset: str | None = None) -> Job:
    config = context.services.config
    return Job(
        name,
        "file",
        url=url,
        charset=charset,
        today=context.services.clock().date(),
        publishers=str(publishers_file(config.corpus)),
        words=config.passages.words,
        max_words=config.passages.max_words,
        columns=config.corpus.columns.named(),
    )


async def _understand(context: Context, message: Message, job: Job, data: bytes) -> Screen:
    """Read what was sent, keep it as a draft, and return what to show."""
    ui, services = context.ui(message.from_user), context.services
    try:
        pieces = await asyncio.to_thread(services.reader.read, job, data)
    except ArticleError as error:
        return render_desk.unreadable(ui, error.reason)
    read = [piece for piece in pieces if piece.article is not None]
    articles = tuple(piece.article for piece in read if piece.article is not None)
    if not articles:
        return render_desk.unreadable(ui, pieces[0].reason if pieces else "empty")
    copies = await services.work(_copies, context, articles[0]) if len(articles) == 1 else ()
    draft = Draft(articles, read[0].passages, len(pieces) - len(read), copies)
    return await _keep(context, message, ui, new_token(), draft)


async def _keep(context: Context, message: Message, ui: Catalogue, token: str, draft: Draft) -> Screen:
    await context.services.drafts.keep(token, message.chat_id, draft, context.services.clock())
    return render_desk.draft(ui, token, draft)


def _copies(context: Context, found: RawArticle) -> tuple[str, ...]:
    """Return the titles of the articles of which the new one is a copy, among the nearest; blocks."""
    from bot.index.copies import copies_among  # noqa: PLC0415 - loads what only the running engine needs

    fresh = Article("", found.title or "", found.text, found.language or "und", found.publisher_name, found.date)
    asked = dict.fromkeys((fresh.title, clip(fresh.text, _OPENING)))
    near = {article.id: article for question in asked for article in _nearest(context, question)}
    return tuple(one.title for one in copies_among(fresh, list(near.values())))


def _nearest(context: Context, question: str) -> list[Article]:
    """Return the articles that the engine finds nearest to a text, and their copies; blocks."""
    services = context.services
    try:
        everything = Filters(ignore_period=True)
        hits = services.engine.ask(question, now=services.clock(), filters=everything, limit=_COPIES_ASKED).hits
    except NoSnapshotError:
        return []
    return [article for hit in hits for article in (hit.passage.article, *hit.also)]


async def take_value(context: Context, message: Message, text: str, asked: Asked) -> None:
    """Change what was asked for, and show the article again; say what is allowed where the value is none."""
    ui, services = context.ui(message.from_user), context.services
    try:
        fresh = changed(asked.draft, asked.asking, text, services.clock().date(), services.config.corpus)
    except WrongValueError as error:
        await reply(context, message, render_desk.sentence(ui, error.key))
        return
    screen = await _keep(context, message, ui, asked.token, fresh)
    await services.drafts.note(services.clock(), message.chat_id, f"change {asked.asking}", "draft", "changed")
    await outbox.send(context.bot, message.chat_id, screen)
