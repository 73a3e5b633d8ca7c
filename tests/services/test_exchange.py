import dataclasses
import datetime as dt
import io
import json
import operator
import traceback
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st
from PIL import Image

from resilience_desktop.domain.details import Picture
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.journal_settings import JournalSettings, Template
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.own_scale import OwnScale
from resilience_desktop.domain.progress import Progress
from resilience_desktop.domain.record_form import Form, Step
from resilience_desktop.domain.tag import PEOPLE, Tag
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.domain.timeline_filter import SavedFilter, TimelineFilter
from resilience_desktop.errors import CancelledError, NotUnderstoodError
from resilience_desktop.exchange import importing, journal_json
from resilience_desktop.services import exchange
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.exchange import (
    Answers,
    Scale,
    export,
    file_head,
    file_heads,
    plan_import,
    read_file,
    read_files,
)
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.pictures import made_small
from tests.conftest import examples
from tests.promises.undoing import undone
from tests.strategies import (
    cards,
    contacts,
    early_signs,
    entries,
    helpers,
    insights,
    journal_settings,
    json_values,
    month_looks,
    own_patterns,
    own_skills,
    practices,
    report_profiles,
    reports_made,
    sessions,
    sheets,
    small_goals,
    tags,
    texts,
    thought_records,
    times_of_change,
    toolkits,
    words,
    worries,
)

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
DAYLIO = "full_date,date,weekday,time,mood,activities,note_title,note\n"
GERMAN = {"Super": 4, "Gut": 2, "Ok": 0, "Schlecht": -2, "Lausig": -4}
ZONE = "Europe/London"
MOMENT = Moment.from_wall(dt.datetime(2026, 5, 1, 9), ZONE)


@pytest.fixture
def shared():
    def path(name):
        if not (SHARED / name).exists():
            pytest.skip("the shared data folder is not beside this checkout")
        return SHARED / name

    return path


def bring(journal, path, answers=None):
    reading = read_file(path, ZONE, answers or Answers())
    plan = plan_import(journal, [(path.name, reading)])
    journal.add(plan.contents)
    return plan


def written(folder, name, content):
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


# Plans


def test_that_a_plan_says_what_would_be_done_and_does_nothing(journal, tmp_path):
    path = written(
        tmp_path,
        "d.csv",
        DAYLIO
        + "2024-05-18,,,09:00,good,walk,,\n2024-05-18,,,10:00,odd,,,\nnever,,,09:00,good,,,\n",
    )
    before = journal.contents()
    plan = plan_import(journal, [(path.name, read_file(path, ZONE, Answers()))])
    assert (plan.rows, plan.added, plan.already_there) == (3, 1, 0)
    assert [(name, problem.line) for name, problem in plan.problems] == [("d.csv", 3), ("d.csv", 4)]
    assert plan.unmapped_moods == (("odd", 1),)
    assert journal.contents() == before


def test_that_the_same_file_twice_adds_nothing(journal, tmp_path):
    path = written(tmp_path, "d.csv", DAYLIO + "2024-05-18,,,09:00,good,walk,,\n" * 2)
    assert bring(journal, path).added == 2
    before = journal.contents()
    again = bring(journal, path)
    assert (again.added, again.already_there) == (0, 2)
    assert journal.contents() == before


def test_that_the_same_file_named_twice_at_once_counts_once(journal, tmp_path):
    path = written(tmp_path, "d.csv", DAYLIO + "2024-05-18,,,09:00,good,walk,,\n")
    reading = read_file(path, ZONE, Answers())
    plan = plan_import(journal, [("a.csv", reading), ("b.csv", reading)])
    assert (plan.rows, plan.added, plan.already_there) == (2, 1, 1)
    assert len(journal.add(plan.contents).entries) == 1


def test_that_a_row_left_out_can_be_brought_in_once_its_mood_has_a_number(journal, tmp_path):
    path = written(
        tmp_path, "d.csv", DAYLIO + "2024-05-18,,,09:00,odd,,,\n2024-05-19,,,09:00,good,,,\n"
    )
    assert bring(journal, path).added == 1
    again = bring(journal, path, Answers(moods={"Odd": 3}))
    assert (again.added, again.already_there) == (1, 1)
    assert sorted(e.mood for e in journal.contents().entries) == [2, 3]


def test_that_no_repr_holds_what_was_read(journal, tmp_path):
    path = written(
        tmp_path, "d.csv", DAYLIO + "2024-05-18,,,09:00,CANARY,x,,\n2024-05-18,,,09:00,bad,,,CANARY"
    )
    answers = Answers(columns={"CANARY": "note"}, moods={"CANARY": 1})
    plan = plan_import(journal, [(path.name, read_file(path, ZONE, Answers()))])
    assert plan.unmapped_moods == (("CANARY", 1),)
    for thing in (plan, answers, exchange.FileHead("x.csv", (("CANARY", "note"),))):
        assert "CANARY" not in repr(thing)


# Files


def test_that_a_file_that_cannot_be_read_is_said_by_its_name_alone(tmp_path):
    for path in (tmp_path / "missing.csv", tmp_path):
        with pytest.raises(NotUnderstoodError, match="could not be read") as caught:
            read_file(path, ZONE, Answers())
        assert str(tmp_path.parent) not in str(caught.value)


def test_that_no_more_is_read_of_a_file_than_can_be_used(tmp_path, monkeypatch):
    monkeypatch.setattr(importing, "MOST_BYTES", 70)
    monkeypatch.setattr(importing, "MOST_BYTES_WITH_PICTURES", 200)
    path = tmp_path / "large"
    path.write_bytes(b"x" * 1000)
    assert len(exchange.file_bytes(path)) == 71
    path.write_bytes(b"\xef\xbb\xbf {" + b"x" * 1000)
    assert len(exchange.file_bytes(path)) == 201
    path.write_bytes(b"{}")
    assert exchange.file_bytes(path) == b"{}"


def test_that_the_columns_of_a_table_can_be_asked_about(tmp_path):
    path = written(tmp_path, "t.csv", "Tag der Messung,mood, ,Notes\n2024-05-18,3,,hello\n")
    head = file_head(path)
    assert head.name == "t.csv"
    assert head.columns == (("Tag der Messung", "date"), ("mood", "mood"), ("Notes", "note"))


@pytest.mark.parametrize("content", [DAYLIO + "2024-05-18,,,09:00,good,,,\n", "", "\0\1"])
def test_that_nothing_is_asked_about_a_known_or_unreadable_file(tmp_path, content):
    assert file_head(written(tmp_path, "d.csv", content)).columns == ()


def test_that_nothing_is_asked_about_our_own_export(tmp_path):
    path = tmp_path / "journal.json"
    path.write_bytes(export(Contents()))
    assert file_head(path).columns == ()


def test_that_columns_moods_and_scale_are_passed_on(journal, tmp_path):
    path = written(
        tmp_path, "t.csv", "when,how,felt\n2024-05-18,80,calm\n2024-05-19,fine,\n2024-05-20,300,\n"
    )
    answers = Answers(
        "columns",
        {"when": "date", "how": "mood", "felt": "feelings"},
        {"fine": 1},
        Scale(0, 100),
    )
    plan = bring(journal, path, answers)
    assert [e.mood for e in journal.contents().entries] == [3, 1]
    assert [problem.line for _, problem in plan.problems] == [4]


# Everything out and in again


def unique(found):
    """Give each thing an id and a source of its own, as in every journal."""
    return [
        dataclasses.replace(
            thing,
            id=f"{place}-{thing.id}",
            **({"source": f"{place}{thing.source}"} if isinstance(thing, Entry) else {}),
        )
        for place, thing in enumerate(found)
    ]


by_word, by_id = operator.attrgetter("word"), operator.attrgetter("id")
by_name = operator.attrgetter("pattern")
by_begun = operator.attrgetter("begun", "id")


def picture(mode, size, format_="PNG"):
    file = io.BytesIO()
    Image.effect_noise(size, 60).convert(mode).save(file, format_)
    return file.getvalue()


PICTURES = [made_small(picture("RGB", (40, 30))), made_small(picture("LA", (30, 40)))]


def plain_settings(chosen):
    """Return what a copy takes along of settings."""
    return {name: value for name, value in chosen.to_plain().items() if name != "memories_away"}


kept_settings = st.one_of(
    st.dictionaries(texts, json_values, max_size=2), journal_settings.map(plain_settings)
)


@st.composite
def journals(draw):
    things = unique(draw(st.lists(entries() | thought_records(), max_size=8)))
    binned = {thing.id for thing in things if draw(st.booleans())}

    def some(kind, inside):
        return tuple(t for t in things if isinstance(t, kind) and (t.id in binned) is inside)

    contents = Contents(
        some(Entry, False),
        some(ThoughtRecord, False),
        some(Entry, True),
        some(ThoughtRecord, True),
        tuple(sorted(draw(st.dictionaries(texts, entries(), max_size=2)).items())),
        tuple(sorted(draw(st.dictionaries(texts, words, max_size=2)).items())),
        tuple(draw(st.lists(contacts, max_size=5, unique=True))),
        tuple(sorted(draw(kept_settings).items())),
        tuple(sorted(draw(st.lists(tags, max_size=3, unique_by=by_word)), key=by_word)),
        tuple(sorted(draw(st.lists(small_goals, max_size=3, unique_by=by_id)), key=by_begun)),
    )
    named = [id_ for id_ in contents.named_pictures() if draw(st.booleans())]
    return dataclasses.replace(
        contents,
        pictures=tuple((id_, draw(st.sampled_from(PICTURES))) for id_ in named),
        cards=tuple(sorted(draw(st.lists(cards, max_size=3, unique_by=by_id)), key=by_id)),
        insights=tuple(sorted(draw(st.lists(insights, max_size=3, unique_by=by_id)), key=by_id)),
        patterns=tuple(
            sorted(draw(st.lists(own_patterns, max_size=3, unique_by=by_name)), key=by_name)
        ),
        times_of_change=tuple(
            sorted(draw(st.lists(times_of_change(), max_size=3, unique_by=by_id)), key=by_id)
        ),
        sessions=tuple(sorted(draw(st.lists(sessions, max_size=2, unique_by=by_id)), key=by_id)),
        report_profiles=tuple(
            sorted(draw(st.lists(report_profiles(), max_size=2, unique_by=by_id)), key=by_id)
        ),
        reports_made=tuple(
            sorted(draw(st.lists(reports_made(), max_size=2, unique_by=by_id)), key=by_id)
        ),
        month_looks=tuple(
            sorted(draw(st.lists(month_looks, max_size=3, unique_by=by_id)), key=by_id)
        ),
        early_signs=tuple(
            sorted(draw(st.lists(early_signs(), max_size=3, unique_by=by_id)), key=by_id)
        ),
        practices=tuple(
            practice
            for practice in sorted(
                draw(st.lists(practices, max_size=2, unique_by=by_id)),
                key=lambda practice: (practice.at.day, practice.at.utc),
            )
            if practice.id not in {thing.id for thing in things}
        ),
        own_skills=tuple(
            sorted(draw(st.lists(own_skills, max_size=2, unique_by=by_id)), key=by_id)
        ),
        toolkit=tuple(draw(st.lists(toolkits, max_size=1))),
        sheets=tuple(sorted(draw(st.lists(sheets, max_size=2, unique_by=by_id)), key=by_id)),
        worries=tuple(sorted(draw(st.lists(worries, max_size=2, unique_by=by_id)), key=by_id)),
        helpers=tuple(sorted(draw(st.lists(helpers, max_size=2, unique_by=by_id)), key=by_id)),
    )


@effort(max_examples=examples(25))
@given(journals())
def test_that_an_export_brought_into_an_empty_journal_gives_an_equal_one(
    tmp_path_factory, contents
):
    folder = tmp_path_factory.mktemp("round")
    first, _ = Journal.create(folder / "first", None)
    first.add(contents)
    assert first.contents() == contents
    path = folder / "everything.json"
    path.write_bytes(export(first.contents()))
    second, _ = Journal.create(folder / "second", None)
    plan = bring(second, path)
    assert plan.problems == ()
    assert second.contents() == first.contents()
    assert bring(second, path).added == 0
    assert second.contents() == first.contents()
    assert second.verify() == first.verify()
    first.close()
    second.close()


@effort(max_examples=40)
@given(
    thought_records(),
    st.lists(cards, max_size=2, unique_by=by_id),
    st.lists(insights, max_size=2, unique_by=by_id),
    st.lists(own_patterns, max_size=2, unique_by=by_name),
    journal_settings,
)
def test_that_every_part_of_a_record_and_what_goes_with_it_comes_back(
    two_journals, tmp_path, record, kept, seen, known, wishes
):
    first, second = two_journals
    path = tmp_path / "e.json"
    with undone(first), undone(second):
        first.keep_thought_record(record)
        for card in kept:
            first.cards.keep(card)
        for insight in seen:
            first.insights.keep(insight)
        for pattern in known:
            first.patterns.keep(pattern)
        first.keep_settings(wishes)
        assert first.thought_record(record.id) == record
        path.write_bytes(export(first.contents()))
        plan = plan_import(second, [("e.json", read_file(path, "UTC", Answers()))])
        assert plan.problems == ()
        second.add(plan.contents)
        found = second.thought_record(record.id)
        for part in dataclasses.fields(record):
            assert getattr(found, part.name) == getattr(record, part.name), part.name
        assert set(second.cards.all()) == set(kept)
        assert {*second.insights.all(), *second.insights.stories()} == set(seen)
        assert second.contents().patterns == first.contents().patterns
        assert set(second.contents().patterns) == set(known)
        assert second.settings() == dataclasses.replace(wishes, memories_away="")
        assert second.drafts.get("entry:new") is None


@pytest.fixture(scope="module")
def two_journals(tmp_path_factory):
    """Two empty journals that everything is rolled back in."""
    folder = tmp_path_factory.mktemp("two")
    found = [Journal.create(folder / name, None)[0] for name in ("first", "second")]
    yield found
    for journal in found:
        journal.close()


def test_that_own_forms_are_joined_and_those_that_are_there_stay(journal):
    here = Form("mine", "Short", (Step.THOUGHT, Step.BALANCED))
    journal.keep_settings(JournalSettings(forms=(here,)))
    more = Form("more", "Long", tuple(reversed(Step)))
    other = JournalSettings(forms=(dataclasses.replace(here, name="Other"), more))
    journal.add(Contents(settings=tuple(other.to_plain().items())))
    assert journal.settings().forms == (here, more)


def bring_plain(journal, folder, plain):
    return bring(journal, written(folder, "e.json", json.dumps(plain)))


def with_a_picture(body):
    entry = Entry(at=MOMENT, note="x", pictures=(Picture("one", "a heron"),))
    return entry, json.loads(export(Contents((entry,), pictures=(("one", body),))))


def test_that_a_picture_with_more_than_pixels_is_made_small_on_the_way_in(journal, tmp_path):
    body = picture("RGB", (2000, 20))
    entry, plain = with_a_picture(body)
    assert bring_plain(journal, tmp_path, plain).problems == ()
    assert journal.pictures.get("one") == made_small(body)
    assert journal.entry(entry.id) == entry


@pytest.mark.parametrize("body", [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"", b"\x89PNG"])
def test_that_what_is_no_picture_stays_outside_and_its_entry_comes_in(journal, tmp_path, body):
    entry, plain = with_a_picture(body)
    ((_, problem),) = bring_plain(journal, tmp_path, plain).problems
    assert "cannot be read" in problem.reason
    assert journal.pictures.get("one") is None
    assert journal.entry(entry.id) == entry


def test_that_a_picture_nothing_names_stays_outside_and_one_that_was_lost_comes_back(
    journal, tmp_path
):
    entry, plain = with_a_picture(PICTURES[0])
    journal.keep_entry(entry)
    plain["pictures"].append({**plain["pictures"][0], "id": "of nothing"})
    plan = bring_plain(journal, tmp_path, plain)
    assert (plan.added, plan.already_there) == (0, 1)
    assert journal.pictures.get("one") == PICTURES[0]
    assert journal.pictures.get("of nothing") is None
    journal.pictures.store.pictures.put("one", b"another")
    assert journal.pictures.get("one") == PICTURES[0]


def test_that_looking_into_pictures_can_be_stopped(tmp_path):
    _, plain = with_a_picture(PICTURES[0])
    path = written(tmp_path, "e.json", json.dumps(plain))

    class AfterReading(Progress):
        def check(self):
            if any(line.name == "_with_safe_pictures" for line in traceback.extract_stack()):
                self.cancel()
            super().check()

    with pytest.raises(CancelledError):
        read_file(path, ZONE, Answers(), AfterReading())


def test_that_an_export_can_be_stopped_between_pictures():
    progress = Progress()
    entry, _ = with_a_picture(PICTURES[0])

    def pictures():
        yield "one", PICTURES[0]
        progress.cancel()
        yield "two", PICTURES[0]

    with pytest.raises(CancelledError):
        journal_json.dump([entry], pictures=pictures(), progress=progress)


def test_that_lists_of_wishes_are_joined_and_what_is_there_wins(journal):
    pain, stress = OwnScale("Pain", id="pain"), OwnScale("Stress", id="stress")
    here = JournalSettings(
        asks=("energy",),
        scales=(pain,),
        filters=(SavedFilter("Rain", TimelineFilter(words="rain")),),
        templates=(Template("Evening", "here"),),
    )
    there = JournalSettings(
        asks=("feelings",),
        scales=(dataclasses.replace(pain, name="Ache"), stress),
        filters=(SavedFilter("Rain", TimelineFilter(words="wet")),),
        templates=(Template("Evening", "there"), Template("Morning", "there")),
    )
    journal.keep_settings(here)
    offered = Contents(settings=(*there.to_plain().items(), ("other", [1])))
    assert dict(journal.add(offered).settings).keys() == {"scales", "templates", "other"}
    assert journal.settings() == dataclasses.replace(
        here,
        scales=(pain, stress),
        templates=(Template("Evening", "here"), Template("Morning", "there")),
    )
    assert journal.add(offered).settings == ()
    odd = Contents(settings=(("scales", "none"), ("templates", [None, 3])))
    journal.add(odd)
    assert journal.settings().scales == (pain, stress)


def test_that_tags_known_here_keep_their_groups(journal):
    journal.tags.keep(Tag("Ann", PEOPLE))
    added = journal.add(Contents(tags=(Tag("Ann", "other"), Tag("tea", archived=True, used=4))))
    assert added.tags == (Tag("tea", archived=True),)
    assert journal.tags.all() == [Tag("Ann", PEOPLE), Tag("tea", archived=True)]


def test_that_an_export_names_its_format_and_the_app():
    plain = json.loads(export(Contents()))
    assert (plain["format"], plain["version"]) == ("resilience-journal", 1)
    assert plain["app"].startswith("Resilience Desktop ")


@pytest.mark.parametrize("part", [None, "words", {"part": "question"}, {"part": 1, "words": "x"}])
def test_that_words_for_a_report_that_are_none_are_left_out(journal, tmp_path, part):
    plain = json.loads(export(Contents(report_words=(("question", "How?"),))))
    plain["report_words"].append(part)
    plan = bring(journal, written(tmp_path, "e.json", json.dumps(plain)))
    assert [(problem.line) for _, problem in plan.problems] == [2]
    assert journal.report_words() == {"question": "How?"}


# Long work


class Watched(Progress):
    """Notes what it is told, and stops itself once it has come so far."""

    def __init__(self, at=2.0):
        super().__init__()
        self.seen, self._at = [], at

    def tell(self, done, of):
        super().tell(done, of)
        self.seen.append((self.words, self.fraction))
        if self.fraction >= self._at:
            self.cancel()


def test_that_planning_tells_how_far_it_is(journal, tmp_path):
    rows = "2024-05-18,,,09:00,good,walk,,\n" * 10
    paths = [written(tmp_path, f"{n}.csv", DAYLIO + rows) for n in range(2)]
    progress = Watched()
    assert [head.name for head in file_heads(paths, progress)] == ["0.csv", "1.csv"]
    readings = read_files(paths, ZONE, Answers(), progress)
    plan = plan_import(journal, readings, progress)
    assert (plan.rows, plan.added) == (20, 10)
    fractions = [fraction for _, fraction in progress.seen]
    assert fractions == sorted(fractions)
    assert {words for words, _ in progress.seen} == {"Reading the files"}
    assert progress.words == "Looking for what is new"
    assert [r.name for r in file_heads(paths)] == ["0.csv", "1.csv"]
    assert [name for name, _ in read_files(paths[:1], ZONE, Answers())] == ["0.csv"]


@pytest.mark.parametrize("at", [0.0, 0.3, 0.7])
def test_that_reading_can_be_stopped(journal, tmp_path, at):
    journal.add(Contents(tuple(Entry(at=MOMENT, note=str(n)) for n in range(9))))
    paths = [
        written(tmp_path, "d.csv", DAYLIO + "2024-05-18,,,09:00,good,walk,,\n" * 9),
        written(tmp_path, "c.csv", "date,mood\n" + "2024-05-18,1\n" * 9),
        written(tmp_path, "e.json", export(journal.contents()).decode()),
    ]
    for path in paths:
        with pytest.raises(CancelledError):
            plan_import(journal, read_files([path], ZONE, Answers(), p := Watched(at)), p)


def test_that_looking_at_a_file_can_be_stopped(tmp_path):
    progress = Watched()
    progress.cancel()
    path = written(tmp_path, "c.csv", "date,mood\n2024-05-18,1\n")
    for look in (file_head, lambda *given: file_heads([given[0]], given[1])):
        with pytest.raises(CancelledError):
            look(path, progress)


def test_that_an_export_tells_how_far_it_is_and_can_be_stopped(journal):
    journal.add(Contents(tuple(Entry(at=MOMENT, note=str(n)) for n in range(9))))
    progress, contents = Watched(), journal.contents()
    made = export(contents, progress)
    assert json.loads(made)["entries"] == json.loads(export(contents))["entries"]
    assert [words for words, _ in progress.seen] == ["Writing the file"] * 10
    for at in (0.0, 0.8):
        with pytest.raises(CancelledError):
            export(contents, Watched(at))


# Real files


def test_that_real_moods_can_be_stopped_anywhere_and_brought_in_afterwards(journal, shared):
    path = shared("mood/niplav_mood_2021-2023.csv")
    answers = Answers("columns", {"date": "date", "happy": "mood"}, {}, Scale(0, 100))
    readings = read_files([path], ZONE, answers)
    plan = plan_import(journal, readings)
    for at in (0.0, 0.05, 0.5, 0.99, 1.0):
        with pytest.raises(CancelledError):
            journal.add(plan.contents, Watched(at))
        assert plan_import(journal, readings).added == plan.added
    journal.add(plan.contents, progress := Watched())
    assert [f for _, f in progress.seen] == sorted(f for _, f in progress.seen)
    assert plan_import(journal, readings).added == 0


def test_that_three_years_of_real_moods_come_in(journal, shared):
    path = shared("mood/niplav_mood_2021-2023.csv")
    answers = Answers("columns", {"date": "date", "happy": "mood"}, {}, Scale(0, 100))
    plan = bring(journal, path, answers)
    assert plan.rows == 2165
    assert plan.rows == plan.added + len(plan.problems)
    contents = journal.contents()
    assert len({entry.at.day for entry in contents.entries if entry.mood is not None}) == 579
    assert all(entry.converted_from.endswith(" on 0..100") for entry in contents.entries)
    assert bring(journal, path, answers).added == 0


@pytest.mark.parametrize(
    ("name", "moods", "rows"),
    [
        (
            "daylio_currin_multiple_moods.csv",
            {"OK": 0, "ok but sleepy": -1, "Anxious": -2, "Refreshed": 3},
            7,
        ),
        ("daylio_currin_sample.csv", {"average": 0, "sad": -2}, 3),
        ("daylio_staticf0x_test_data.csv", {}, 32),
        ("daylio_german_mock.csv", GERMAN, 700),
    ],
)
def test_that_real_daylio_files_come_in(journal, shared, name, moods, rows):
    path = shared(f"formats/{name}")
    plan = bring(journal, path, Answers(moods=moods))
    assert (plan.rows, plan.added, plan.problems) == (rows, rows, ())
    assert bring(journal, path, Answers(moods=moods)).added == 0
    assert journal.verify().entries == rows


def test_that_a_german_file_says_which_moods_need_a_number(journal, shared):
    plan = bring(journal, shared("formats/daylio_german_mock.csv"))
    assert plan.added == 0
    assert {label for label, _ in plan.unmapped_moods} == set(GERMAN)
    assert sum(count for _, count in plan.unmapped_moods) == len(plan.problems) == plan.rows
