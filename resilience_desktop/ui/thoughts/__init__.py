"""Thought records: the list and the worksheet."""
