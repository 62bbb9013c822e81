"""Tests of `bot/chat`; most drive the real bot against the strict stand-in for Telegram's server."""
