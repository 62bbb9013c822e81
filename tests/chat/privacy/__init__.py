"""Tests of what is stored and erased."""
