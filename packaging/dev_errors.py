"""What the developer's commands say when they cannot go on."""


class DevError(Exception):
    """Carries sentences for the person at the keyboard, who is shown them without a traceback."""
