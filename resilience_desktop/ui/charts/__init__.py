"""Months of mood at a glance."""
