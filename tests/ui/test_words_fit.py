"""Every place of the app in longer words, in larger text, and laid out from right to left.

The places are those of the showcase: whatever is added there is looked at here too.
"""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from resilience_desktop import app, content, i18n, pseudo
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.moment import Moment
from resilience_desktop.paths import Places
from resilience_desktop.services.clock import local_zone
from resilience_desktop.services.demo import demo_contents
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.spelling import languages
from resilience_desktop.settings import Settings
from resilience_desktop.showcase import camera
from resilience_desktop.showcase.after_thought import record_in_full
from resilience_desktop.showcase.dialogs import DIALOGS
from resilience_desktop.showcase.doors import DOORS
from resilience_desktop.showcase.everything import EVERYTHING, EVERYTHING_SCALE
from resilience_desktop.showcase.fair_thought import RECORD as FAIR
from resilience_desktop.showcase.marking_changes import MARKED
from resilience_desktop.showcase.naming_patterns import MINE, RECORD
from resilience_desktop.showcase.noting_signs import NOTED
from resilience_desktop.showcase.pages import PAGES
from resilience_desktop.showcase.sessions import OWN_WORDS
from resilience_desktop.showcase.skills_in_writing import CHOIR
from resilience_desktop.showcase.wider_view import MATTERS
from resilience_desktop.showcase.worksheets import HARD, OWN
from resilience_desktop.showcase.worksheets import RECORD as BUS
from resilience_desktop.ui.fonts import interface_font, own_font
from resilience_desktop.ui.settings.spelling import language_name
from tests.conftest import THOROUGH

from .fitting import clipped, misplaced, untranslated

WIDE, NARROW = (1280, 800), (900, 600)
WITH, WITHOUT = "with", "without"
"""A journal that is there, and one that is still to be made."""
_SOON_MS = 500
_LOOKS = 5


@pytest.fixture(scope="module")
def made_up(tmp_path_factory):
    """The places of the made-up person, with some of their entries and one half written."""
    places = Places.inside(tmp_path_factory.mktemp("made_up"))
    journal, _ = Journal.create(places.journal, None)
    contents = demo_contents(journal.today(), local_zone())
    journal.add(replace(contents, entries=contents.entries[-60:]))
    draft = Entry(
        at=Moment.now(local_zone()),
        mood=-2,
        feelings=(Feeling("worried", 60), Feeling("tense")),
        note="Rain.",
    )
    journal.drafts.keep("entry:new", draft)
    journal.close()
    return places


@pytest.fixture
def unchanged(qapp, made_up, tmp_path):
    """What is the same in every language: a person's own words, and names."""
    journal = Journal.open(made_up.journal)
    contents, scales = journal.contents(), journal.settings().scales
    journal.close()
    entries, records = contents.entries, contents.thought_records
    own = {feeling.word for item in (*entries, *records) for feeling in item.feelings}
    own |= {tag for item in (*entries, *records) for tag in item.tags}
    own |= {felt.word for item in (*entries, *records) for felt in item.sensations}
    own |= {trigger.word for item in (*entries, *records) for trigger in item.triggers}
    own |= {thought.text for record in records for thought in record.thoughts}
    own |= {words for r in records for words in (r.situation, r.label) if words}
    own |= {record_in_full().situation, RECORD.situation, FAIR.situation, BUS.situation} - {""}
    own |= set(OWN_WORDS)
    own |= {goal.words for goal in contents.goals} | {"zeppelin"}  # which is looked for
    own |= {"worried", "tense"}  # of the draft
    own |= {MINE.pattern, *(thought.text for thought in RECORD.thoughts)}
    own |= {thought.text for thought in FAIR.thoughts} | {f.word for f in FAIR.feelings}
    own |= {felt.word for felt in FAIR.sensations}
    own |= {thought.text for record in (BUS, HARD) for thought in record.thoughts}
    own |= {OWN.name, BUS.label, *BUS.tags}
    own |= {value.name for value in MATTERS} | {CHOIR}
    own |= {skill.name for skill in contents.own_skills}
    own |= {words for one in contents.helpers for words in (one.name, one.reach, one.note)} - {""}
    own |= {trigger.word for trigger in BUS.triggers}
    said, scale = EVERYTHING, EVERYTHING_SCALE
    own |= {trigger.word for trigger in said.triggers} | {felt.word for felt in said.sensations}
    own |= {*said.tags, said.went_well, scale.name, scale.low_words, scale.high_words}
    own |= {name for name, *_ in MARKED} | {sign.name for sign in NOTED}
    own |= {words for scale in scales for words in (scale.name, scale.low_words, scale.high_words)}
    people = {"Mara", "my sister, any time", "Jonas", "evenings"}
    people |= {"Dr Okafor’s practice", "weekdays, 8 to 18"}
    files = {str(tmp_path / folder / "journal") for folder in (WITH, WITHOUT)}
    files |= {"example.csv", "cloudy", "good"}  # the last two are moods of another app
    files |= {"Dropbox", "garden-laptop"}
    places = {"London, Europe"}  # of another time zone
    services = {line.name for line in content.country("GB").lines} | {"SHOUT to 85258"}
    own_font(), interface_font()  # which the settings offer, once they are loaded
    fonts = set(QFontDatabase.families())
    dictionaries = {language_name(name) for name in languages()}
    return own | people | files | places | services | fonts | dictionaries | {"English"}


@pytest.fixture
def tour(qtbot, qapp, tmp_path, made_up, monkeypatch):
    """Go to every place in every size of the window, and say what is wrong there."""
    monkeypatch.setattr(camera, "QUIET_MS", 5)

    def settle(parts):
        def is_still():
            timers = parts.window.findChildren(QTimer)
            soon = [
                t for t in timers if t.isActive() and t.isSingleShot() and t.interval() < _SOON_MS
            ]
            return not parts.tasks.is_busy and not soon

        QApplication.processEvents()
        qtbot.waitUntil(is_still, timeout=20_000)
        QApplication.processEvents()

    def seen(parts, shown, checks):
        """Look again before complaining: something may just be on its way to its place."""
        found = look(parts, shown, checks)
        for _ in range(_LOOKS):
            if found:
                qtbot.wait(150)
                found = look(parts, shown, checks)
        return found

    def look(parts, shown, checks):
        settle(parts)
        return [problem for check in checks for problem in check(shown)]

    def go(checks, folder, shots, sizes, settings):
        places = Places.inside(tmp_path / folder)
        if folder == WITH:
            shutil.copytree(made_up.journal, places.journal)
        settings.write(places.settings)
        parts = app.build(places)
        try:
            parts.window.resize(*sizes[0])
            parts.window.start()
            parts.window.show()
            settle(parts)
            for shot in shots:
                shown = None
                for width, height in sizes:
                    parts.window.resize(width, height)
                    if shown is not parts.window:  # a dialog takes its size when it opens
                        shown = shot.show(parts)
                    for problem in seen(parts, shown, checks):
                        yield problem, f"{shot.name} {width} x {height}"
                    if shown is not parts.window:
                        camera.put_away(shown, parts.window)
                        _delete_now(shown)
        finally:
            parts.window.close()
            parts.tasks.close()
            parts.window.deleteLater()
            _delete_now(parts.window)

    def everywhere(*checks, sizes=(WIDE,), language="", text_size=100):
        settings = Settings(language=language, text_size=text_size, country="GB", theme="light")
        there = (*PAGES, *DIALOGS)
        found = {}
        for folder, shots in ((WITH, there), (WITHOUT, DOORS)):
            for problem, place in go(checks, folder, shots, sizes, settings):
                found.setdefault(problem, []).append(place)
        return "\n".join(f"{problem}: {', '.join(places)}" for problem, places in found.items())

    yield everywhere
    i18n.use_language("en")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _delete_now(widget):
    """Delete what is to be deleted: a new look would be put on all that is still there."""
    QApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


def test_that_every_sentence_is_translated_and_longer_words_fit(tour, unchanged):
    def hard_coded(shown):
        return untranslated(shown, unchanged)

    sizes = (WIDE, NARROW)
    found = tour(hard_coded, clipped, misplaced, sizes=sizes, language=pseudo.LEFT_TO_RIGHT)
    assert not found, found


LARGE = [(150, (WIDE, NARROW)), (200, (WIDE,))] if THOROUGH else [(150, (NARROW,))]


@pytest.mark.parametrize(("text_size", "sizes"), LARGE)
def test_that_large_text_fits(tour, text_size, sizes):
    found = tour(clipped, misplaced, sizes=sizes, text_size=text_size)
    assert not found, found


def test_that_everything_fits_from_right_to_left(tour):
    found = tour(clipped, misplaced, language=pseudo.RIGHT_TO_LEFT)
    assert not found, found
