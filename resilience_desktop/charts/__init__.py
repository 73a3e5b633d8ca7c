"""Charts as functions that draw on a matplotlib Figure: one for the window, paper and tests.

``series`` and ``style`` are light; the other modules import matplotlib, which takes a while, so
whoever uses them imports them when a chart is first wanted.
"""
