"""Feeds that are followed: asked politely and in time, their new articles stored as files of the corpus."""
