"""Pictures: made small and bare on the way in, kept as long as something names them."""

import dataclasses
import datetime as dt
import io
import zlib

import pytest
from PIL import Image

from resilience_desktop.domain.details import Picture
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.errors import NotUnderstoodError
from resilience_desktop.services import pictures
from resilience_desktop.services.backups import Finding, check_all
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.pictures import LONGEST_SIDE, as_kept, made_small

NOON = Moment.from_wall(dt.datetime(2026, 11, 22, 12), "Europe/London")
RED, BLUE = (200, 30, 30), (30, 30, 200)
GPS, DESCRIPTION, ORIENTATION = 0x8825, 0x010E, 0x0112


def halves(width=60, height=40, mode="RGB"):
    """A picture that is red on the left and blue on the right."""
    picture = Image.new(mode, (width, height), RED)
    picture.paste(BLUE, (width // 2, 0, width, height))
    return picture


def saved(picture, format_="JPEG", **more):
    file = io.BytesIO()
    picture.save(file, format_, **more)
    return file.getvalue()


def opened(body):
    picture = Image.open(io.BytesIO(body))
    picture.load()
    return picture


def is_near(colour, other):
    return all(abs(a - b) < 12 for a, b in zip(colour, other, strict=True))


# Made small


def with_everything(format_):
    """A picture of 60 by 40 that lies on its side, with place, camera and words."""
    exif = Image.Exif()
    exif[DESCRIPTION] = "CANARY"
    exif[ORIENTATION] = 6  # to be turned a quarter to the right
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (51.0, 30.0, 26.0)
    return saved(halves(), format_, exif=exif, xmp=b"<x>CANARY</x>")


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_that_place_and_camera_are_gone_and_the_picture_stands_upright(format_):
    before = with_everything(format_)
    assert opened(before).getexif().get_ifd(GPS) or format_ == "TIFF"  # Pillow writes none there
    assert b"CANARY" in before
    after = made_small(before)
    picture = opened(after)
    assert picture.format == "JPEG"
    assert picture.size == (40, 60)
    assert is_near(picture.getpixel((20, 10)), RED)
    assert is_near(picture.getpixel((20, 50)), BLUE)
    assert not picture.getexif()
    assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"CANARY" not in after
    assert b"Exif" not in after


@pytest.mark.parametrize(
    ("size", "small"),
    [((4000, 3000), (1600, 1200)), ((300, 4800), (100, 1600)), ((80, 50), (80, 50))],
)
def test_that_the_longest_side_is_that_of_a_page_and_nothing_is_made_larger(size, small):
    for format_ in ("JPEG", "PNG"):
        picture = opened(made_small(saved(halves(*size), format_)))
        assert picture.size == small
        assert max(picture.size) <= LONGEST_SIDE


def test_that_one_can_still_see_through_where_one_could():
    picture = halves(mode="RGBA")
    picture.paste((0, 0, 0, 0), (0, 0, 20, 20))
    for body in (saved(picture, "PNG"), saved(picture, "WEBP", lossless=True)):
        small = opened(made_small(body))
        assert (small.format, small.mode) == ("PNG", "RGBA")
        assert small.getpixel((5, 5))[3] == 0
        assert small.getpixel((50, 30)) == (*BLUE, 255)


def test_that_a_picture_that_only_could_be_seen_through_becomes_a_jpeg():
    small = opened(made_small(saved(halves(mode="RGBA"), "PNG")))
    assert small.format == "JPEG"
    assert is_near(small.getpixel((50, 30)), BLUE)


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "I;16", "LA"])
def test_that_pictures_of_every_kind_of_colour_come_out_as_one_of_two(mode):
    picture = Image.new(mode, (30, 20))
    format_ = "TIFF" if mode == "CMYK" else "PNG"
    assert opened(made_small(saved(picture, format_))).size == (30, 20)


def test_that_of_a_moving_picture_the_first_is_kept():
    body = saved(halves(), "GIF", save_all=True, append_images=[Image.new("RGB", (60, 40))])
    picture = opened(made_small(body))
    assert is_near(picture.getpixel((10, 10)), RED)


def test_that_what_comes_out_is_never_larger_than_what_can_be_brought_back(monkeypatch):
    noise = Image.effect_noise((900, 600), 90).convert("RGBA")
    noise.putalpha(Image.effect_noise((900, 600), 90))
    whole = made_small(saved(noise, "PNG"))
    monkeypatch.setattr(pictures, "MOST_BYTES_OF_ONE", len(whole) // 3)
    less = made_small(saved(noise, "PNG"))
    assert len(less) <= len(whole) // 3
    assert opened(less).mode == "RGBA"


def a_bomb():
    """A PNG of a few hundred bytes that says it is 60,000 by 60,000."""

    def chunk(kind, data):
        crc = zlib.crc32(kind + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + kind + data + crc

    head = (60_000).to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0])
    body = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def cut(body):
    return body[: len(body) // 2]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "cannot be read"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "cannot be read"),
        (b"<html><img src='https://example.org/x.png'></html>", "cannot be read"),
        (cut(saved(halves(400, 300))), "cannot be read"),
        (cut(saved(Image.effect_noise((90, 90), 90), "PNG")), "cannot be read"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "cannot be read"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n", "cannot be read"),
        (a_bomb(), "too large"),
    ],
)
def test_that_what_is_no_picture_damaged_or_huge_is_refused_in_words(body, sentence):
    for make in (made_small, as_kept):
        with pytest.raises(NotUnderstoodError, match=sentence) as caught:
            make(body)
        assert caught.value.__cause__ is None


def test_that_a_file_that_is_too_large_is_not_even_opened(monkeypatch):
    body = saved(halves())
    monkeypatch.setattr(pictures, "MOST_BYTES", len(body) - 1)
    with pytest.raises(NotUnderstoodError, match="too large"):
        made_small(body)


# From an export


def test_that_a_picture_of_ours_stays_as_it_is():
    see_through = halves(mode="RGBA")
    see_through.putalpha(100)
    for body in (saved(halves(3000, 2000)), saved(see_through, "PNG")):
        ours = made_small(body)
        assert as_kept(ours) == ours


@pytest.mark.parametrize(
    "body",
    [
        with_everything("JPEG"),
        with_everything("PNG"),
        saved(halves(), "GIF"),
        saved(halves(2000, 10)),
        saved(halves(), comment=b"CANARY"),
    ],
)
def test_that_any_other_picture_is_made_small_on_the_way_in(body):
    kept = as_kept(body)
    assert kept == made_small(body)
    assert b"CANARY" not in kept


# In a journal


@pytest.fixture
def at_a_later_opening(folder):
    """Opens the journal again, as on a later day, and begins that day."""
    journals = []

    def reopened():
        for journal in journals:
            journal.close()
        journal = Journal.open(folder) if folder.exists() else Journal.create(folder, None)[0]
        journals.append(journal)
        journal.begin_day()
        return journal

    yield reopened
    journals[-1].close()


def test_that_a_picture_comes_back_and_one_that_never_was_does_not(journal):
    body = made_small(saved(halves()))
    id_ = journal.pictures.add(body)
    assert journal.pictures.get(id_) == body
    assert journal.pictures.get("never") is None
    assert journal.pictures.add(body) != id_


def test_that_a_picture_is_kept_while_anything_names_it(at_a_later_opening):
    journal = at_a_later_opening()
    names = ("entry", "binned", "sealed", "draft", "version", "nothing")
    ids = {name: journal.pictures.add(name.encode()) for name in names}

    def entry(name):
        return Entry(at=NOON, note=name, pictures=(Picture(ids[name], "what it shows"),))

    binned, sealed, changed = entry("binned"), entry("sealed"), entry("version")
    for one in (entry("entry"), binned, sealed, changed):
        journal.keep_entry(one)
    journal.bin.put(binned.id)
    journal.marks.seal(sealed.id)
    journal.drafts.keep("entry:new", entry("draft"))
    journal.keep_entry(dataclasses.replace(changed, pictures=()))
    journal.begin_day()
    assert journal.pictures.get(ids["nothing"]) == b"nothing"
    journal = at_a_later_opening()
    assert {name for name in names if journal.pictures.get(ids[name])} == {*names} - {"nothing"}
    journal.drafts.keep("entry:new", None)
    journal = at_a_later_opening()
    assert journal.pictures.get(ids["draft"]) is None
    assert journal.pictures.get(ids["version"])


def test_that_a_picture_just_added_is_there_when_its_entry_is_kept(folder, journal):
    journal.keep_entry(Entry(at=NOON, note="before"))
    id_ = journal.pictures.add(b"x")
    journal.begin_day()
    assert journal.pictures.get(id_) == b"x"


def test_that_deleting_for_good_takes_the_pictures_along_but_not_those_of_others(journal):
    alone, shared, earlier = (journal.pictures.add(body) for body in (b"1", b"2", b"3"))
    gone = Entry(at=NOON, pictures=(Picture(alone), Picture(shared), Picture(earlier)))
    journal.keep_entry(gone)
    gone = dataclasses.replace(gone, pictures=(Picture(alone), Picture(shared)))
    journal.keep_entry(gone)
    journal.keep_entry(Entry(at=NOON, pictures=(Picture(shared),)))
    new = journal.pictures.add(b"4")
    journal.bin.delete_for_good([gone.id])
    assert journal.pictures.get(alone) == b"1"  # it was not in the bin
    journal.bin.put(gone.id)
    journal.bin.delete_for_good([gone.id])
    kept = {alone: None, shared: b"2", earlier: None, new: b"4"}
    assert {id_: journal.pictures.get(id_) for id_ in kept} == kept


def test_that_pictures_are_in_a_backup_and_a_journal_with_them_is_sound(journal):
    id_ = journal.pictures.add(bytes(range(256)) * 4000)
    journal.keep_entry(Entry(at=NOON, pictures=(Picture(id_),)))
    assert journal.back_up().is_new
    assert not journal.back_up().is_new
    assert [one.finding for one in check_all(journal)] == [Finding.SOUND]
    assert journal.verify().problems == ()
