"""Every screen of the bot, rendered from its real messages: `python -m tests.chat.screens` writes `docs/bot.md`."""
