import datetime as dt
import io
from dataclasses import replace

import pikepdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from resilience_desktop.errors import ResilienceError
from resilience_desktop.reports import typeset
from resilience_desktop.reports.document import Document
from resilience_desktop.reports.protect import LONGEST_PASSWORD, protect
from resilience_desktop.reports.recovery import recovery_sheet
from resilience_desktop.reports.summary import SummaryReport, summary_document
from resilience_desktop.reports.wording import BOX
from tests.conftest import examples
from tests.reports.reading import text_of

MADE = dt.date(2026, 11, 22)
PNG = b"\x89PNG\r\n\x1a\n"
NOWHERE = "\U000102a0"
"""A Carian letter. Where a computer has a font for it after all, the tests about boxes skip."""


def report(words):
    made = SummaryReport(first=MADE, last=MADE, made_on=MADE, how_it_has_been=words)
    return summary_document(made)


def without_font(letter):
    if not typeset.fit(report(letter)).unprintable:
        pytest.skip("this computer has a font for every letter used here")


@pytest.mark.parametrize(
    "words",
    [
        "😀 👨\u200d👩\u200d👧 🇩🇪 1\ufe0f\u20e3 👍🏽",
        "今日は悪い日。한국어 漢字",
        "आज हिन्दी में",
        "كان يومي صعبا and then 123",
        "היה יום קשה",
        "abc \u202e turned \u2067 x",
        "e\u0301\u0323 Z\u0351\u036b a\u0334 é\u20e3 o\u0488",
        "a\ud83d b \udc00 c",
        "a\x00b\x01c\x1b[31m\x7f\x85d\ufffef\U0001ffff",
        "\ue000 private \U000f0001",
        "วันนี้เป็นวันที่ไม่ดี",
        '"`x`" \\u{1f600} the text `"a"` ' + NOWHERE,
        "W" * 100_000,
        "a" + "\u0301" * 70_000,
        "a" + "\u200d\u2060" * 40_000,
        "\u00a0" * 50_000,
    ],
    ids=lambda words: ascii(words)[:24],
)
def test_that_anything_someone_writes_can_be_printed(words):
    fitted = typeset.fit(report(words))
    assert fitted.pdf.startswith(b"%PDF")
    with pikepdf.open(io.BytesIO(fitted.pdf)) as opened:
        assert opened.pages


@settings(max_examples=examples(60))
@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_that_no_mixture_of_characters_stops_it(words):
    assert typeset.fit(report(words)).pdf


def test_that_a_long_note_is_all_there():
    note = " ".join(f"word{number}" for number in range(6_000))
    found = text_of(typeset.pdf(report(note)))
    assert "word0 word1 " in found
    assert "word5999" in found


def test_that_only_what_has_no_font_becomes_a_box_and_is_named():
    without_font(NOWHERE)
    fitted = typeset.fit(report(f"before {NOWHERE} after, äöü ß"))
    assert fitted.unprintable == (NOWHERE,)
    assert f"before {BOX} after, äöü ß" in text_of(fitted.pdf)


def test_that_what_has_a_font_is_printed():
    fitted = typeset.fit(report("Ελληνικά, кириллица, → ½ “so”"))
    assert fitted.unprintable == ()
    assert "Ελληνικά, кириллица, → ½ “so”" in text_of(fitted.pdf)


def test_that_a_digit_stays_when_only_its_frame_has_no_font():
    fitted = typeset.fit(report("press 1\u20e3 and 1"))
    found = text_of(fitted.pdf)
    assert "press 1" in found
    assert "and 1" in found


def test_that_a_picture_joined_of_several_is_named_once():
    family = "\U000102a0\u200d\U000102a1"
    without_font("\U000102a0")
    without_font("\U000102a1")
    assert typeset.fit(report(family)).unprintable == (family,)


def test_that_a_private_character_is_boxed_with_or_without_a_font():
    assert typeset.fit(report("a \ue000 b"), lasting=False).unprintable == ("\ue000",)


@pytest.mark.parametrize(
    ("named", "first"),
    [
        (["é", "\\u{20e3}", "\\u{200d}"], {"\u20e3"}),
        (["é", "\\u{200d}", "1"], {"é"}),
        (["1", "\\u{200d}", "\\u{fe0f}", BOX], {"\u200d", "\ufe0f"}),
        (["1"], set()),
    ],
)
def test_that_accents_go_before_letters_and_letters_before_joiners(named, first):
    diagnostic = "\n".join(f'error: the text `"{name}"` could not be displayed' for name in named)
    assert typeset._without_font(diagnostic) == first


def test_that_a_fault_of_a_template_is_told_without_words_of_the_person(monkeypatch):
    def refuse(*_, **__):
        error = typst.TypstError("unknown variable", "")
        error.message = "unknown variable: `CANARY` here"
        error.diagnostic = "error: `CANARY`"
        raise error

    monkeypatch.setattr(typst, "compile", refuse)
    with pytest.raises(RuntimeError, match="unknown variable") as caught:
        typeset.pdf(report("x"))
    assert "CANARY" not in str(caught.value)


def test_that_a_stop_inside_typst_is_an_ordinary_error_without_words(monkeypatch):
    class PanicException(BaseException):
        pass

    def stop(problem):
        def compile_nothing(*_, **__):
            raise problem

        return compile_nothing

    monkeypatch.setattr(typst, "compile", stop(PanicException("CANARY")))
    with pytest.raises(RuntimeError) as caught:
        typeset.pdf(report("x"))
    assert "CANARY" not in str(caught.value)
    monkeypatch.setattr(typst, "compile", stop(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        typeset.pdf(report("x"))


def test_that_pages_are_pictures_of_the_same_pages():
    one = typeset.pages(report("short"), 50)
    many = report("line\n" * 300)
    assert [page[:8] for page in one] == [PNG]
    assert len(typeset.pages(many, 30)) == typeset.page_count(typeset.pdf(many)) > 1


def test_that_boxes_reach_lists_and_leave_other_values():
    without_font(NOWHERE)
    document = report(NOWHERE)
    fitted = typeset.fit(replace(document, values=document.values | {"extra": [1, None, NOWHERE]}))
    assert fitted.document.values["extra"] == [1, None, BOX]


GROUPS = ("7QK4", "M2XD", "0WTR", "9H3B", "ZC5N", "6VJE", "P8AF")


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_that_the_recovery_sheet_is_one_page_with_numbered_groups(paper):
    pdf = typeset.pdf(recovery_sheet(GROUPS, MADE, paper))
    assert typeset.page_count(pdf) == 1
    found = text_of(pdf)
    assert "Recovery sheet Resilience journal, made 22 November 2026" in found
    for number, group in enumerate(GROUPS, 1):
        assert f"{number} {group}" in found
    assert "keep them apart" in found
    assert "Where the journal is kept" in found


def test_that_a_recovery_code_is_not_in_a_repr():
    assert "7QK4" not in repr(recovery_sheet(GROUPS, MADE))


def test_that_a_document_hides_its_values():
    assert "CANARY" not in repr(Document("summary", {"x": "CANARY"}, MADE, {"a.svg": b"CANARY"}))


@pytest.fixture(scope="module")
def plain():
    return typeset.pdf(report("CANARY-7431"), lasting=False)


def test_that_a_protected_file_opens_with_its_password_only(plain):
    protected = protect(plain, "Therapie für Bär 42!")
    assert "CANARY-7431" in text_of(protected, "Therapie für Bär 42!")
    for wrong in ("", "Therapie fur Bar 42!"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(protected), password=wrong)


def test_that_a_protected_file_holds_no_word_in_the_open(plain):
    protected = protect(plain, "secret")
    for word in (b"CANARY-7431", b"Journal summary", b"Resilience"):
        assert word not in protected


def test_that_protection_is_aes_256_and_lets_screen_readers_read(plain):
    with pikepdf.open(io.BytesIO(protect(plain, "secret")), password="secret") as opened:
        assert opened.encryption.R == 6
        assert opened.encryption.bits == 256
        assert opened.allow.accessibility
        assert opened.user_password_matched
        assert not opened.owner_password_matched
        assert "/StructTreeRoot" in opened.Root
        with opened.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert "pdfaid:part" not in metadata


def test_that_a_password_typed_with_other_accents_is_the_same(plain):
    protected = protect(plain, "Ba\u0308r")
    assert text_of(protected, "Bär")


@pytest.mark.parametrize("password", ["", "x" * (LONGEST_PASSWORD + 1), "ä" * 64, "a\ud83d"])
def test_that_a_password_a_pdf_cannot_have_is_refused(plain, password):
    with pytest.raises(ResilienceError):
        protect(plain, password)


@pytest.mark.parametrize("password", ["smile 😀", "bell\x07", "שלום 1", "שalomש"])
def test_that_a_password_that_some_reader_refuses_is_refused(plain, password):
    with pytest.raises(ResilienceError, match="plain letters"):
        protect(plain, password)


@pytest.mark.parametrize(
    ("chosen", "typed"),
    [
        ("plain\N{NO-BREAK SPACE}words", "plain words"),
        ("a\N{SOFT HYPHEN}b", "ab"),
        ("שלום", "שלום"),
    ],
)
def test_that_what_nobody_sees_in_a_password_makes_no_difference(plain, chosen, typed):
    assert text_of(protect(plain, chosen), typed)


def test_that_the_longest_password_works(plain):
    assert text_of(protect(plain, "x" * LONGEST_PASSWORD), "x" * LONGEST_PASSWORD)
