from __future__ import annotations

import pytest

HEADER = "full_date,date,weekday,time,mood,activities,note_title,note\n"


@pytest.fixture
def dialog(home):
    home.window.show_import()
    home.wait()
    return home.see("import")


def bring(home, dialog, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    dialog.plan_files([path])
    home.wait()
    return path


def rows(home):
    home.wait()
    return home.window.page("journal").timeline.list.rows.rows()


def test_that_own_mood_words_are_asked_for_and_brought_in(home, dialog, tmp_path):
    content = HEADER + '2026-05-01,1 May,Friday,19:40,cloudy,work | walk,,"<b>Long</b> day"\n'
    bring(home, dialog, tmp_path, "daylio.csv", content)
    assert not home.see("import.bring_in").isEnabled()
    box = home.see("import.mood1")
    box.setCurrentIndex(box.findData(-1))
    home.wait()
    home.press("import.bring_in")
    (row,) = rows(home)
    assert (row.mood, row.words[0][0]) == (-1, "Long day")
    assert "#work" in row.foot


def test_that_a_table_comes_in_by_its_columns(home, dialog, tmp_path):
    bring(home, dialog, tmp_path, "own.csv", "day;how;text\n2026-05-01;10;Market\n")
    home.see("import.column1").setCurrentIndex(1)  # date
    home.see("import.column2").setCurrentIndex(3)  # mood
    home.see("import.column3").setCurrentIndex(5)  # note
    home.wait()
    home.press("import.bring_in")
    (row,) = rows(home)
    assert (row.mood, row.words[0][0]) == (5, "Market")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not a text file"),
        ("empty.csv", b"", "is empty"),
        ("odd.csv", b"a,b\n1,2\n", "date"),
        ("other.json", b'{"x": 1}', "not an export"),
    ],
)
def test_that_bad_files_get_a_sentence_and_change_nothing(
    home, dialog, tmp_path, name, content, sentence
):
    bring(home, dialog, tmp_path, name, content)
    assert sentence in home.see("import.said").text()
    assert not home.see("import.bring_in").isEnabled()
    dialog.reject()
    assert rows(home) == []


def test_that_the_same_file_twice_adds_nothing(home, dialog, tmp_path):
    content = HEADER + "2026-05-01,1 May,Friday,19:40,good,,,\n"
    path = bring(home, dialog, tmp_path, "daylio.csv", content)
    home.press("import.bring_in")
    home.window.show_import()
    home.wait()
    home.see("import").plan_files([path])
    home.wait()
    assert "1 are there already" in home.see("import.said").text()
    assert not home.see("import.bring_in").isEnabled()
    home.see("import").reject()
