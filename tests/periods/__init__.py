"""Tests of the periods in questions and sentences."""
