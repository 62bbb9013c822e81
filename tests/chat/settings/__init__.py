"""Tests of `bot/chat/settings`."""
