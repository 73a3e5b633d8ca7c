from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from resilience_desktop.ui.dialogs.protection import ProtectionDialog, not_protected


@pytest.fixture
def page(home):
    home.window.findChild(QAction, "menu.protection").trigger()
    return home.find("protection", ProtectionDialog)


def words_of(page):
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_that_the_page_about_protection_has_under_400_words(page):
    assert 150 < len(words_of(page).split()) < 400


@pytest.mark.parametrize(
    "limit",
    [
        "harmful program",
        "manages the computer",
        "anyone at the screen",
        "parts of it to the disk",
        "size of its files",
        "when they last changed",
        "older journal",
        "recovery sheet",
        "easy to guess",
        "not encrypted",
        "no passphrase",
        "keyring",
    ],
)
def test_that_the_page_about_protection_names_each_limit(page, limit):
    assert limit in words_of(page)


@pytest.mark.parametrize("way", ["locks after a while", "when they sleep", "Ctrl+L", "F9"])
def test_that_the_page_about_protection_says_how_the_journal_is_locked_and_covered(page, way):
    assert way in words_of(page)


def test_that_every_limit_stands_below_its_heading(page):
    said = [label.text() for label in page.findChildren(QLabel)]
    begins = said.index("What is not protected")
    assert all(said.index(name) > begins for name, _ in not_protected())


def test_that_the_page_about_protection_closes_with_its_button(page, home):
    home.qtbot.keyClick(home.find("protection.close"), " ")
    home.wait_for(lambda: home.find("protection") is None)
