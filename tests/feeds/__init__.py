"""Tests of following feeds, against a real HTTP server that misbehaves on purpose."""
