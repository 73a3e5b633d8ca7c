"""The pages as a reader has them: structure, order, bookmarks, literal words, two pages."""

from __future__ import annotations

import datetime as dt
import io

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.domain.thought_record import Share
from resilience_desktop.reports import typeset
from resilience_desktop.reports.document import PAPERS
from resilience_desktop.reports.mood_part import ChartNote, MoodPart
from resilience_desktop.reports.sections import (
    Bar,
    Bars,
    Cell,
    Column,
    Said,
    Sentences,
    Table,
    Words,
    laid_out,
)
from resilience_desktop.reports.summary import (
    SummaryReport,
    summary_document,
)
from resilience_desktop.reports.wording import NARROW, clean, narrow
from resilience_desktop.services.reporting.compose import compose
from tests.insights.made_up import entry
from tests.reports.reading import structure, text_of
from tests.reports.test_summary import EMPTY, RECORD, SVG
from tests.services.reporting.made import choice, demo, record, titles

LAST = dt.date(2026, 11, 22)
ODD = "#let x = 1 $y$ *z* _a_ `b` @c <d> \\ \"e\" 'f' [g] {h} //i /*j*/ ~ -- --- 1. = k"
TABLE = Table(
    title="Low spells",
    columns=(Column("Started", is_number=False), Column("Lowest", is_main=True)),
    rows=((Cell("29 June"), Cell("-4.5")), (Cell("walk", own=True), Cell("-3.0"))),
    note="A note below.",
)
BARS = Bars(
    title="Feelings",
    columns=("Feeling", "Days"),
    rows=(Bar(Cell("calm"), 12), Bar(Cell("wobbly", own=True), 4)),
)


def report(*sections, **fields):
    return SummaryReport(first=LAST, last=LAST, made_on=LAST, sections=sections, **fields)


def pdf(*sections, **fields):
    return typeset.pdf(summary_document(report(*sections, **fields)))


@pytest.fixture(scope="module")
def whole():
    """The demo's half year with everything that can be chosen."""
    return compose(
        demo(),
        choice(
            parts=frozenset(ReportPart),
            how_it_has_been="Steadier.",
            note="Thank you.",
            story=(("hard", "The winter."),),
            record_ids=tuple(one.id for one in demo().records[:2]),
            card_ids=("card",),
            country="GB",
        ),
    )


@pytest.fixture(scope="module")
def paper(whole):
    return typeset.pdf(summary_document(whole))


def tags(pdf):
    return [tag.strip("/") for tag, _ in structure(pdf)]


@pytest.mark.parametrize("size", PAPERS)
def test_that_a_half_year_is_two_pages(size):
    words = "Steadier than the summer. July was the worst week in a long time."
    report = compose(
        demo(),
        choice(
            paper=size,
            country="GB",
            name="Robin",
            how_it_has_been=words,
            to_talk_about=words,
            question="How do I tell a hard week from the start of something longer?",
        ),
    )
    made = typeset.pdf(summary_document(report))
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert len(opened.pages) == 2


def test_that_every_section_is_a_bookmark_in_the_order_of_the_paper(whole, paper):
    with pikepdf.open(io.BytesIO(paper)) as opened, opened.open_outline() as outline:
        (top,) = outline.root
        assert top.title == "Journal summary"
        assert [part.title for part in top.children] == titles(whole)


def test_that_headings_tables_and_pictures_are_tagged(whole, paper):
    found = tags(paper)
    assert found.count("H1") == 1
    assert found.count("H2") == len(titles(whole))
    # Sleep, basics, low spells, better days, feelings, patterns, skills; ratings of two records.
    assert found.count("Table") == 9
    assert found.count("THead") == found.count("TBody") == 9
    assert found.count("TH") == 4 + 3 + 5 + 5 + 3 + 3 + 5 + 3 + 2
    pictures = [alt for tag, alt in structure(paper) if tag == "/Figure"]
    assert pictures
    assert all(pictures)


def test_that_every_row_of_a_table_has_as_many_cells_as_its_head(paper):
    with pikepdf.open(io.BytesIO(paper)) as opened:
        rows = _rows(opened.Root.StructTreeRoot.K)
    assert rows
    for table in rows:
        assert len({len(row) for row in table}) == 1
        assert set(table[0]) == {"/TH"}
        assert all(set(row) == {"/TD"} for row in table[1:])


def _rows(node):
    """The tables below a node, each as rows of tags."""
    if isinstance(node, pikepdf.Array):
        return [table for inner in node for table in _rows(inner)]
    if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
        return []
    if str(node.S) == "/Table":
        return [[[str(cell.S) for cell in _kids(row)] for row in _found(node, "/TR")]]
    return _rows(node.get("/K", pikepdf.Array()))


def _kids(node):
    kids = node.get("/K", pikepdf.Array())
    kids = kids if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _found(node, tag):
    return [
        found for kid in _kids(node) for found in ([kid] if str(kid.S) == tag else _found(kid, tag))
    ]


def test_that_words_are_read_in_the_order_of_the_paper(whole, paper):
    found = text_of(paper)
    places = [found.index(title) for title in titles(whole)]
    assert places[0] < places[1]
    for before, after in (
        ("In my words", "Steadier."),
        ("Steadier.", "A note for you"),
        ("Low spells", "Even steady mood shows"),
        ("Feelings named most", "Mind reading"),
        ("For the next session", "Appendix, chosen record by record"),
        ("It is a wave.", "The winter."),
        ("The winter.", "How the numbers were made"),
    ):
        assert found.index(before) < found.rindex(after)


def test_that_every_page_says_what_it_is(paper):
    with pikepdf.open(io.BytesIO(paper)) as opened:
        pages = len(opened.pages)
    found = text_of(paper)
    line = "Made on 22 November 2026. Self-report. Not monitored, not a diagnosis."
    assert found.count(line) == pages
    assert f"Page {pages} of {pages}" in found
    assert found.count("Need help now?") == pages


def test_that_the_head_says_what_made_it():
    assert "Data format 1" in text_of(pdf(data_format=1))
    assert "Data format" not in text_of(pdf())


def test_that_the_same_choice_is_the_same_file(whole, paper):
    assert typeset.pdf(summary_document(whole)) == paper


def test_that_odd_words_are_printed_as_they_are_in_every_place():
    found = text_of(
        pdf(
            Words(title=ODD, rows=(Said(ODD, ODD, ODD),), note=ODD),
            Sentences(title=ODD, paragraphs=(ODD,), note=ODD),
            mood=MoodPart(SVG, ODD, ODD, notes=(ChartNote(1, LAST, ODD),)),
            left_out=ODD,
            cards=(ODD,),
            story=(("hard", ODD),),
            methods=((ODD, ODD),),
            name=ODD,
            how_it_has_been=ODD,
            note=ODD,
        )
    )
    assert found.count(ODD) == 18


def test_that_ten_thousand_letters_are_all_there():
    words = [f"unforgettable{n}" for n in range(640)]
    found = text_of(pdf(note=" ".join(words))).split()
    assert [word for word in found if word.startswith("unforget")] == words


@pytest.mark.parametrize("own", [True, False])
def test_that_odd_words_in_a_table_are_printed_as_they_are(own):
    odd = Cell('#a $b$ *c* @d "e"', own=own)
    table = Table(title="T", columns=(Column("#a"), Column("$b$")), rows=((odd, odd),), note=ODD)
    bars = Bars(title="B", columns=("*c*", "@d"), rows=(Bar(odd, 3),), note=ODD)
    found = text_of(pdf(table, bars))
    assert found.count(odd.words) == 3
    for head in ("#a $b$", "*c*", "@d"):
        assert head in found


def test_that_narrow_sections_stand_side_by_side_in_pairs():
    kinds = [part["kind"] for part in laid_out((TABLE, BARS, BARS, BARS, TABLE, BARS))]
    assert kinds == ["table", "beside", "beside", "table", "beside"]
    halves = [len(part["parts"]) for part in laid_out((BARS, BARS, BARS, TABLE)) if "parts" in part]
    assert halves == [2, 1]
    found = text_of(pdf(BARS, TABLE))
    assert "calm 12 wobbly 4" in found
    assert "Started Lowest 29 June -4.5 walk -3.0 A note below." in found


@pytest.mark.parametrize(
    ("rows", "letters", "whole"), [(4, 200, True), (5, 1, False), (1, 801, False)]
)
def test_that_a_few_words_stay_on_one_page(rows, letters, whole):
    words = Words(title="T", rows=(Said("Label", "x" * letters),) * rows)
    assert words.plain()["whole"] is whole


def test_that_a_few_words_go_to_the_next_page_together_with_their_heading():
    long = Words(title="Long", rows=(Said("Label", "word\n" * 34),))
    few = Words(title="Few", rows=(Said("One", "a\nb\nc\nd"), Said("Two", "e\nf\ng\nh")))
    with pikepdf.open(io.BytesIO(pdf(long, few))) as opened:
        assert len(opened.pages) == 2
        with opened.open_outline() as outline:
            _, last = outline.root[0].children
        assert last.destination[0].objgen == opened.pages[1].obj.objgen


def test_that_the_longest_bar_is_the_commonest():
    assert [row["share"] for row in BARS.plain()["rows"]] == [1, 4 / 12]


def test_that_the_chart_tells_what_its_numbers_and_colours_are():
    notes = (ChartNote(1, LAST, "Said yes again."),)
    found = text_of(pdf(mood=MoodPart(SVG, "Alt.", has_spells=True, notes=notes)))
    assert "Shaded: low spells. Numbers: the notes below. 1 22 November Said yes again." in found
    two_years = SummaryReport(
        first=LAST - dt.timedelta(days=700),
        last=LAST,
        made_on=LAST,
        mood=MoodPart(SVG, "Alt.", notes=notes),
    )
    said = text_of(typeset.pdf(summary_document(two_years)))
    assert "1 22 November 2026 Said yes again." in said
    assert "Shaded" not in said


@pytest.mark.parametrize("in_full", [True, False])
def test_that_what_is_no_record_begins_on_its_own_page_behind_records(in_full):
    made = summary_document(
        report(
            thought_records=(RECORD,) if in_full else (),
            cards=("A wave.",),
            methods=(("Mood.", "The mean."),),
        )
    )
    parts = made.values["parts"]
    assert [part.get("new_page") for part in parts[-2:]] == [in_full, False]
    with pikepdf.open(io.BytesIO(typeset.pdf(made))) as opened:
        assert len(opened.pages) == (3 if in_full else 1)


def pages(**fields):
    """The words of each page, with any white space as one space."""
    reader = PdfReader(io.BytesIO(pdf(**fields)))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def note(number, words):
    return entry(number // 3, hour=9 + number % 3, note=words)


def test_that_a_short_day_is_never_divided():
    found = pages(entries=tuple(note(n, f"Begin{n}. {'Rain. ' * 60} End{n}.") for n in range(30)))
    assert len(found) > 2
    for number in range(30):
        title = f"{1 + number // 3} June 2026"
        (page,) = [page for page in found if f"End{number}." in page]
        assert f"Begin{number}." in page
        assert title in page


def test_that_a_day_that_goes_over_the_page_repeats_its_date():
    found = pages(entries=tuple(note(n, "Rain. " * 900) for n in range(3)))
    written = [page for page in found if "Rain." in page]
    assert len(written) > 2
    assert all("Monday 1 June 2026" in page for page in written)
    assert sum(page.count("Rain.") for page in found) == 2700


def short_record(number):
    words = {"situation": f"Begin{number}.", "label": f"End{number}."}
    return record(number, share=Share.FULL, **words)


def test_that_records_follow_one_another_and_none_that_fits_is_cut():
    found = pages(thought_records=tuple(short_record(number) for number in range(9)))
    assert len(found) < 9
    for number in range(9):
        (page,) = [page for page in found if f"Begin{number}." in page]
        assert f"End{number}." in page
        assert f"Thought record, {1 + number} June 2026" in page
    assert sum("Appendix, chosen record by record" in page for page in found) == 1


def test_that_a_record_longer_than_a_page_goes_on_and_loses_nothing():
    long = record(1, situation="Rain. " * 2000, share=Share.FULL)
    found = pages(thought_records=(short_record(0), long, short_record(2)))
    assert sum(page.count("Rain.") for page in found) == 2000
    assert "End2." in found[-1]


def test_that_how_numbers_were_made_follows_what_is_in_full():
    found = pages(thought_records=(short_record(0),), methods=(("Mood.", "The mean."),))
    assert "How the numbers were made" in next(page for page in found if "End0." in page)


def test_that_a_report_does_not_show_what_was_counted_in_its_repr():
    secret = "CANARY"
    made = report(
        Words(title="T", rows=(Said(secret, secret, secret),), note=secret),
        Bars(title="T", columns=("a", "b"), rows=(Bar(Cell(secret), 1),), note=secret),
        Table(title="T", columns=(), rows=((Cell(secret),),), note=secret),
        Sentences(title="T", paragraphs=(secret,), note=secret),
        cards=(secret,),
        note=secret,
        mood=MoodPart(SVG, secret, notes=(ChartNote(1, LAST, secret),)),
    )
    assert secret not in repr(made) + "".join(map(repr, made.sections)) + repr(made.mood)
    assert secret not in repr(made.mood.notes) + repr(made.sections[1].rows[0])


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_that_words_in_a_cell_can_break_anywhere_and_lose_nothing(words):
    found = "".join(part["text"] for part in narrow(words))
    assert found.replace("\u200b", "") == " ".join(clean(words).split()).replace("\u200b", "")
    pieces = found.replace("\u200b", " ").split()
    assert all(len(piece) <= NARROW for piece in pieces if piece.isascii())


def test_that_a_cell_without_words_is_empty():
    assert narrow(" \n") == []
    assert narrow("שלום")[0]["rtl"]
    assert EMPTY.sections == ()
