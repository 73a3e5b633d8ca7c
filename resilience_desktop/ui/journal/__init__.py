"""Entries: writing one, and everything written so far."""
