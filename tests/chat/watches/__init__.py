"""Tests of watches and corrections."""
