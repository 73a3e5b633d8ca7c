"""The settings: one dialog, a section each in its own file."""
