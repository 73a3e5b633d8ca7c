"""Entry point: a window by default, a headless command when one is named."""

from __future__ import annotations

import sys

from resilience_desktop import cli, hardening


def main() -> int:
    """Start what the arguments ask for and return its exit code."""
    options = cli.parser().parse_args()
    hardening.harden()
    if options.command:
        return cli.run(options)
    from resilience_desktop import app  # late: a command needs no window

    return app.run(options)


if __name__ == "__main__":
    sys.exit(main())
