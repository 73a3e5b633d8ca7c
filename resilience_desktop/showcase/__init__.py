"""Everything there is on the screen, and pictures of it drawn without one.

``pages``, ``dialogs`` and ``doors`` list every place and how to get there. The pictures go through
them, and so do the tests of names, sizes, order and longer words.
"""
