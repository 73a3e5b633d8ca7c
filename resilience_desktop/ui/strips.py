"""What there is to know about the journal as a whole, said above its pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from resilience_desktop.ui.cloud_notice import CloudNotice, look_for_cloud
from resilience_desktop.ui.sheet_notice import SheetNotice, look_for_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.frame import Frame
    from resilience_desktop.ui.window_dialogs import WindowDialogs


def look_for_strips(
    context: UiContext, frame: Frame, dialogs: WindowDialogs, *, is_first_time: bool
) -> None:
    """Say what has to be said; whoever has just begun has other things to think about."""
    look_for_cloud(context, frame, partial(say_cloud, context, frame, dialogs))
    if not is_first_time:
        look_for_sheet(context, frame, partial(say_sheet, context, frame, dialogs))


def say_cloud(context: UiContext, frame: Frame, dialogs: WindowDialogs, service: str) -> QWidget:
    """Say that a service copies the journal's folder, until somebody leaves it at that."""
    notice = CloudNotice(context, service)
    notice.more_requested.connect(dialogs.show_move)
    frame.add_strip(notice)
    return notice


def say_sheet(context: UiContext, frame: Frame, dialogs: WindowDialogs) -> QWidget:
    """Say that the recovery sheet may not be kept yet."""
    notice = SheetNotice(context)
    notice.more_requested.connect(lambda: dialogs.show_settings("safety"))
    frame.add_strip(notice)
    return notice
