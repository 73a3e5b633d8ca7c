"""The views of the charts, worked out from entries and records without a window."""
