"""What the journal promises, put to the test: `dev.py stress` runs these.

A promise is one module here with a ``PROMISE``. Its trials try to break the real thing. Its
control does the same to something that is broken on purpose (a setting taken away, a naive way of
doing it), and must be caught: a promise whose control is not caught has proved nothing.
"""
