"""The main job, end to end, as a person does it: first start to a saved PDF, and again tomorrow."""

from __future__ import annotations

import io

import pypdf
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from .sharing import put_in

PASSPHRASE = "quiet river stone lamp"


def first_start(person):
    person.write("first_run.passphrase", PASSPHRASE)
    person.write("first_run.again", PASSPHRASE)
    person.press("first_run.create")
    page = person.see("recovery")
    for place in page.asked:
        person.write(f"recovery.group{place + 1}", page._groups[place].lower())
    person.press("recovery.open")
    person.press("beginning.open")


def note_a_mood(person):
    scale = person.see("journal.mood")
    scale.setFocus()
    person.qtbot.keyClick(scale, "-")
    person.qtbot.keyClick(scale, "2")
    person.choose_feeling("journal.feelings", "worried")
    person.write("journal.note", "Stomach already knows about the meeting.")
    person.shortcut(Qt.Key.Key_Return)


def fill_in_a_thought_record(person):
    person.begins_records_with("five")
    person.shortcut(Qt.Key.Key_T)
    person.write("thoughts.situation_words", "Presenting the budget, I lost my thread.")
    person.press("thoughts.next")
    person.choose_feeling("thoughts.feelings_before", "tense")
    person.rate("thoughts.feelings_before.strength.rating1", 70)
    person.press("thoughts.next")
    person.write("thoughts.thought1.words", "They all saw that I cannot do this job.")
    person.rate("thoughts.thought1.belief", 85)
    person.press("thoughts.next")
    assert "cannot do this job" in person.see("thoughts.kept.words").text()
    person.tick("thoughts.pattern.mind_reading")
    person.press("thoughts.next")
    assert "cannot do this job" in person.see("thoughts.balanced_beside.words").text()
    person.write("thoughts.balanced_words", "It was ten seconds, and the budget went through.")
    person.rate("thoughts.balanced_belief", 65)
    person.press("thoughts.next")
    visible = [
        w.text()
        for w in person.window.findChildren(QWidget)
        if hasattr(w, "text") and w.isVisible() and callable(w.text)
    ]
    assert not any("85" in words or "70" in words for words in visible)
    person.rate("thoughts.again.belief0", 40)
    person.rate("thoughts.again.emotion0", 35)
    person.press("thoughts.next")
    person.see("thoughts.finished.ratings")


def save_the_pdf(person, target):
    person.monkeypatch.setattr("resilience_desktop.ui.files.ask_where_to_save", lambda *_: target)
    person.shortcut(Qt.Key.Key_5)
    person.write("share.to_talk_about", "I say yes before I have thought.")
    assert not person.see("share.records", QCheckBox).isChecked()
    put_in(person, "records", 0)
    person.qtbot.waitUntil(lambda: person.see("share.preview")._count == 2, timeout=20_000)
    person.press("share.save")
    person.qtbot.waitUntil(target.exists, timeout=20_000)
    person.wait()


def test_that_a_person_gets_from_the_first_start_to_a_pdf(person, tmp_path):
    first_start(person)
    note_a_mood(person)
    timeline = person.see("journal.timeline").rows.rows()
    assert [row.mood for row in timeline] == [-2]
    fill_in_a_thought_record(person)

    person.shortcut(Qt.Key.Key_3)
    person.qtbot.waitUntil(lambda: bool(person.see("charts.mood").marks), timeout=20_000)
    assert "1 day so far" in person.see("charts.mood.summary").text()

    target = tmp_path / "for-my-therapist.pdf"
    save_the_pdf(person, target)
    reader = pypdf.PdfReader(io.BytesIO(target.read_bytes()))
    words = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
    for expected in (
        "I say yes before I have thought.",
        "Presenting the budget, I lost my thread.",
        "They all saw that I cannot do this job.",
        "Mind reading",
        "It was ten seconds, and the budget went through.",
        "85",
        "40",
        "70",
        "35",
        "Self-report",
    ):
        assert expected in words
    assert "Stomach already knows" not in words  # entries were not ticked

    person.quit()
    person.start()
    person.write("unlock.passphrase", "something else entirely")
    person.press("unlock.open")
    assert "did not open" in person.see("unlock.remark").text()
    person.see("unlock.passphrase").clear()
    person.write("unlock.passphrase", PASSPHRASE)
    person.press("unlock.open")
    person.shortcut(Qt.Key.Key_1)
    rows = person.see("journal.timeline").rows.rows()
    assert [row.kind for row in rows] == ["thought_record", "entry"] or len(rows) == 2
    person.shortcut(Qt.Key.Key_5)
    person.wait()
    assert person.see("share.to_talk_about").words() == "I say yes before I have thought."
