"""Charts: what is shown when there is little or nothing, and by which keys it is reached."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from .samples import entry, fill, moment, today

DAYS_AGO = [0, 1, 2, 3, 20, 21, 40]


@pytest.fixture
def some(places, home_of):
    """Somebody who wrote on some days, once without a mood, and long ago."""
    entries = [entry(f"Day {n}", n, n % 5 - 2) for n in DAYS_AGO]
    fill(places, *entries, entry("no number", 5, None), entry("twice", 0, 4), entry("old", 300, -1))
    person = home_of()
    person.go("charts")
    person.wait_for(lambda: bool(person.see("charts.mood").marks))
    return person


def days(person):
    return person.see("charts.mood").marks


def test_that_a_day_without_a_mood_is_neither_a_mark_nor_a_row(some):
    expected = sorted(today() - dt.timedelta(days=n) for n in DAYS_AGO)
    assert days(some) == expected
    some.press("charts.mood.as_table")
    model = some.see("charts.mood.table").model()
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert len(shown) == len(DAYS_AGO)
    assert "" not in shown


def test_that_two_entries_of_a_day_are_one_mark_between_them(some):
    assert "+1.0" in some.see("charts.mood").drawing.tell(today()).shown


def test_that_arrows_tell_one_day_and_enter_opens_it(some):
    chart = some.see("charts.mood")
    chart.setFocus()
    some.key(Qt.Key.Key_End)
    some.key(Qt.Key.Key_Left)
    day = some.see("charts.mood.day").text()
    assert "\N{MINUS SIGN}1.0" in day
    assert chart.accessibleDescription() == day.split(":")[0] + ", minus one"
    some.key(Qt.Key.Key_Home)
    some.key(Qt.Key.Key_Return)
    assert some.find("journal")
    rows = some.see("journal.timeline").rows.rows()
    assert rows[0].words[0][0] == "Day 40"


def test_that_ranges_are_chosen_by_arrows_and_all_reaches_back(some):
    some.see("charts.range").setFocus()
    some.key(Qt.Key.Key_End)
    some.key(Qt.Key.Key_Left)
    assert some.see("charts.range").chosen == "all"
    some.wait_for(lambda: len(days(some)) == len(DAYS_AGO) + 1)
    assert "8" in some.see("charts.mood.summary").text()
    some.key(Qt.Key.Key_Home)
    some.wait_for(lambda: len(days(some)) < len(DAYS_AGO))


def test_that_a_new_entry_is_a_new_mark(some):
    some.go("journal")
    some.press("journal.when.change")
    some.write("journal.when.edit.field", moment(10).day.isoformat())
    some.choose("journal.mood", -5)
    some.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    some.go("charts")
    some.wait_for(lambda: moment(10).day in days(some))


def test_that_colours_chosen_elsewhere_reach_the_chart(some):
    chart = some.see("charts.mood")
    light = chart._image.copy()
    some.go("journal")
    some.window.findChild(object, "menu.theme_dark").trigger()
    some.go("charts")
    some.wait_for(lambda: chart._image != light)


def test_that_a_range_without_entries_says_so_and_where_they_are(places, home_of):
    fill(places, entry("long ago", 900))
    person = home_of()
    person.go("charts")
    person.wait()
    assert "There are no entries" in person.see("charts.mood.summary").text()
    assert person.find("charts.mood") is None
    assert person.find("charts.mood.save") is None
    person.press("charts.show_everything")
    person.wait_for(lambda: person.find("charts.mood") is not None)
    assert person.see("charts.range").chosen == "all"
    assert person.find("charts.show_everything") is None


def test_that_the_chart_is_one_stop_with_a_name_and_a_description(some):
    chart = some.see("charts.mood")
    assert chart.accessibleName() == "Mood"
    assert chart.accessibleDescription() == some.see("charts.mood.summary").text()
    assert QApplication.focusWidget() is not None


def test_that_the_window_loads_nothing_heavy_itself_whatever_view_is_opened(tmp_path):
    code = """
import sys, threading
from pathlib import Path

here = threading.main_thread()

class Watch:
    def find_spec(self, name, path=None, target=None):
        heavy = name.partition('.')[0] in ('numpy', 'matplotlib', 'scipy')
        if heavy and threading.current_thread() is here:
            print('loaded by the window:', name)

sys.meta_path.insert(0, Watch())
from resilience_desktop import app
from resilience_desktop.paths import Places
from resilience_desktop.services.views.choosing import VIEWS
from resilience_desktop.showcase.camera import settle

places = Places.inside(Path(sys.argv[1]))
app.demo_journal(places).close()
parts = app.build(places)
parts.window.start()
parts.window.show()
settle(parts)
page = parts.window.page('charts')
settle(parts)
for view in VIEWS:
    page.views.choose(view.key)
    settle(parts)
while not page.panels():
    settle(parts)
print('matplotlib' in sys.modules, 'scipy' in sys.modules)
parts.window.close()
parts.tasks.close()
"""
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines() == ["True True"]
