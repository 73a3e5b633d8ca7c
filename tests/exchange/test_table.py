from __future__ import annotations

import csv

import pytest

from resilience_desktop.errors import NotUnderstoodError
from resilience_desktop.exchange import table as table_module
from resilience_desktop.exchange.table import read_header, read_table

NAME = "days.csv"


def read(words, encoding="utf-8"):
    return read_table(words.encode(encoding), name=NAME)


def cells(words, encoding="utf-8"):
    return [row.cells for row in read(words, encoding).rows]


def refusal(data):
    with pytest.raises(NotUnderstoodError) as caught:
        read_table(data, name=NAME)
    # A chained error would carry the file's contents into a report.
    assert caught.value.__context__ is None
    sentence = str(caught.value)
    assert sentence.endswith(("Nothing was changed.", "nothing was changed."))
    return sentence


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_that_every_usual_encoding_is_read(encoding):
    assert cells("tag,notiz\nmüde,schön\n", encoding) == [("müde", "schön")]
    assert read_header("tag,notiz\nx,y\n".encode(encoding), name=NAME) == ("tag", "notiz")


def test_that_utf_16_of_the_other_byte_order_is_read():
    assert cells("\ufeffa,b\nć,d\n", "utf-16-be") == [("ć", "d")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_that_the_delimiter_is_found(delimiter):
    words = "a,b,c\n1,2,3\n".replace(",", delimiter)
    assert cells(words) == [("1", "2", "3")]


def test_that_commas_in_numbers_and_notes_do_not_mislead():
    assert cells("day;mood, now;note\n1;3,5;well, yes\n2;4;no\n") == [
        ("1", "3,5", "well, yes"),
        ("2", "4", "no"),
    ]


def test_that_the_hint_for_excel_is_followed_and_is_no_header():
    assert read("sep=;\na,x;b\n1;2\n") == table_module.Table(
        ("a,x", "b"), (table_module.Row(3, ("1", "2")),)
    )


def test_that_quotes_and_lines_inside_cells_are_kept_with_true_line_numbers():
    words = 'a,b\r\n\r\n1,"he said ""no"""\r\n2,"two\r\nlines"\r\n3,\u2028\x85\r\n'
    found = read(words).rows
    assert [row.cells[1] for row in found] == ['he said "no"', "two\r\nlines", "\u2028\x85"]
    assert [row.line for row in found] == [3, 4, 6]


def test_that_old_mac_line_ends_are_read():
    assert cells("a,b\r1,2\r3,4") == [("1", "2"), ("3", "4")]


def test_that_rows_of_another_width_are_listed_with_their_lines():
    table = read("a,b,c\n1,2\n1,2,3\n1,2,3,4\n1,2,3,,\n")
    assert [row.line for row in table.rows] == [3, 5]
    assert table.rows[1].cells == ("1", "2", "3")
    assert [(p.line, p.reason) for p in table.problems] == [
        (2, "The row has 2 columns, the first line has 3."),
        (4, "The row has 4 columns, the first line has 3."),
    ]


def test_that_a_quotation_mark_without_an_end_does_not_swallow_rows_silently():
    table = read('a,b\n1,2\n3,"oh\n4,5\n')
    assert [row.cells for row in table.rows] == [("1", "2")]
    assert table.problems[0].line == 3
    assert "quotation mark" in table.problems[0].reason


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_that_quoting_against_formulas_is_undone(start):
    assert cells(f'a,b\n1,"\'{start}x"\n') == [("1", f"{start}x")]


def test_that_other_apostrophes_stay():
    assert cells("a,b\n',''=\n") == [("'", "''=")]


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR,,,\n",
        b"%PDF-1.7\na,b\n1,2\n",
        b"PK\x03\x04\x14\0,\n,",
        b"a,b\n1,\0\n",
        b"a,b\n\x01\x02\x03,\x04\n",
        b"a,b\n\x81\x8d,1\n",
        b"\xff\xfea\x00\x00\xd8",
    ],
)
def test_that_what_is_no_text_is_refused(data):
    assert "is not a text file" in refusal(data)


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\r\n"])
def test_that_an_empty_file_is_refused(data):
    assert "is empty" in refusal(data)


@pytest.mark.parametrize(
    "data", [b"Dear diary\nall is well\n", b"sep=;\n", b'"a\nb"\n1\n', b"\n,,\n"]
)
def test_that_a_text_without_columns_is_refused(data):
    assert "not a table" in refusal(data)


def test_that_a_header_alone_is_refused():
    assert "no rows below" in refusal(b"a,b\n\n,\n")


def test_that_a_file_beyond_a_limit_is_refused(monkeypatch):
    monkeypatch.setattr(table_module, "MOST_BYTES", 1024**2)
    assert "larger than 1 MB" in refusal(b"a" * (1024**2 + 1))
    monkeypatch.setattr(table_module, "MOST_ROWS", 2)
    assert "more than 2 rows" in refusal(b"a,b\n1,2\n1,2,3\n1,2\n")


def test_that_a_cell_beyond_the_limit_is_refused_and_the_limit_is_put_back():
    before = csv.field_size_limit()
    assert "starts on line 2" in refusal(b"a,b\n1," + b"x" * (1024**2 + 1) + b"\n")
    assert len(cells("a,b\n1," + "x" * 1024**2)[0][1]) == 1024**2
    assert csv.field_size_limit() == before


def test_that_messages_and_reprs_hold_nothing_from_the_file():
    table = read("canary,b\ncanary,1\n1\n")
    assert "canary" not in repr(table)
