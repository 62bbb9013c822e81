"""The tests mirror `bot/`; `botapi/` is a strict stand-in for Telegram's server, `quality/` holds floors."""
