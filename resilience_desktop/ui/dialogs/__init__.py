"""Doors and dialogs: first start, unlocking, help, bringing entries in."""
