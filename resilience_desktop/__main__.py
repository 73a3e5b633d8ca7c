"""Entry point: a window by default, a headless command when one is named."""

from __future__ import annotations

import os
import sys

from resilience_desktop import cli, hardening


def main() -> int:
    """Start what the arguments ask for and return its exit code."""
    options = cli.parser().parse_args()
    hardening.harden()
    if options.command:
        return cli.run(options)
    # Late: a command needs no window.
    if options.demo and _has_no_screen():
        from resilience_desktop.showcase import demo_into_files

        return demo_into_files()
    from resilience_desktop.app import run

    return run(options)


def _has_no_screen() -> bool:
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return True
    if sys.platform in ("win32", "darwin"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
