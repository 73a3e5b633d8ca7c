"""Taking a report out: a larger page, a password, and the other ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from resilience_desktop.showcase.camera import Shot, dialog, found, press, settle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit, QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.ui.share.page import SharePage
    from resilience_desktop.ui.share.switch_page import SwitchPage

_PHRASE = "walnut harbor saddle pencil meadow"


def _share(parts: Parts) -> SharePage:
    pages = cast("SwitchPage", parts.window.page("share"))
    pages.switch.set_chosen("pdf")
    settle(parts)
    pages.report.choices.add_password.set_open(is_open=False)
    return pages.report


def _larger(parts: Parts) -> QWidget:
    """Show the second page larger than it is on paper."""
    share = _share(parts)
    share.preview.page.size_wanted.emit(150)
    share.preview.on.click()
    for _ in range(3):  # until it is set as sharp as it is large
        settle(parts)
    return parts.window


def _password(parts: Parts) -> QWidget:
    share = _share(parts)
    share.preview.page.size_wanted.emit(None)
    share.choices.add_password.set_open(is_open=True)
    field = cast("QLineEdit", found(parts, "share.password"))
    press(parts, "share.suggest")
    field.setText(_PHRASE)
    settle(parts)
    return parts.window


def _more(parts: Parts) -> None:
    """Open the menu as it is while there is a password."""
    _password(parts)
    press(parts, "share.more")


WAYS_OUT = (Shot("share-larger", _larger), Shot("share-password", _password))
WAYS_OUT_DIALOGS = (Shot("share-more", dialog("share.more.menu", _more)),)
