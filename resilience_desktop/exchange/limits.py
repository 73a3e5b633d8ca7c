"""How much of a file from elsewhere is read at most."""

MOST_BYTES = 50 * 1024**2
MOST_BYTES_WITH_PICTURES = 1024**3
"""Of our own export. Its pictures aside, it keeps to ``MOST_BYTES`` like any other file."""
MOST_BYTES_OF_A_PICTURE = 5 * 1024**2
MOST_ROWS = 200_000
LONGEST_TEXT = 1024**2
"""Characters in one cell or one text; with the two above, what a hostile file can cost."""
