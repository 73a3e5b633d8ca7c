from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QFile, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QRadioButton

from resilience_desktop import content, resources, themes
from resilience_desktop.ui import icons
from resilience_desktop.ui.theme import Look, LookKeeper, high_contrast_theme

SIZES = [85, 100, 115, 133, 150, 200]
SVG = "{http://www.w3.org/2000/svg}"
WANTED = [
    "search",
    "help",
    "menu",
    "more",
    "lock",
    "eye",
    "eye-off",
    "plus",
    "check",
    "close",
    "arrow-left",
    "arrow-right",
    "chevron-left",
    "chevron-right",
    "chevron-down",
    "record",
    "pencil",
    "trash",
    "calendar",
    "table",
    "picture",
    "printer",
    "download",
    "upload",
    "key",
    "copy",
    "wind",
    "book",
    "info",
    "warning",
    "disk",
    "computer",
    "leaf",
    "shield",
    "phone",
    "page",
    "undo",
    "question",
    "star",
]


def luminance(color):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(color[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", themes.NAMES)
@pytest.mark.parametrize(("front", "back", "least"), themes.tokens()["contrast"]["pairs"])
def test_that_colours_can_be_told_apart(name, front, back, least):
    role = themes.theme(name).role
    assert contrast(role[front], role[back]) >= least


@pytest.mark.parametrize("name", themes.NAMES)
def test_that_the_number_on_every_mood_can_be_read(name):
    theme = themes.theme(name)
    for value, fill in theme.mood_fill.items():
        assert contrast(theme.mood_text[value], fill) >= 4.5


def test_that_both_themes_have_the_same_roles():
    assert set(themes.theme("light").role) == set(themes.theme("dark").role)


@pytest.mark.parametrize("name", themes.NAMES)
@pytest.mark.parametrize("size", SIZES)
def test_that_the_stylesheet_is_complete(qapp, name, size):
    sheet = Look(themes.theme(name), size).stylesheet()
    assert "@" not in sheet
    assert not re.search(r"\{(half )?\d+\}", sheet)
    for address in re.findall(r"url\((.*?)\)", sheet):
        assert QFile.exists(address), address


def test_that_every_role_in_the_stylesheet_exists():
    sheet = re.sub(r"/\*.*?\*/", "", resources.read_text("themes/style.qss"), flags=re.DOTALL)
    drawn = re.findall(r"@icon\(([\w-]+), (\w+)", sheet)
    assert {name for name, _ in drawn} <= set(icons.names())
    used = set(re.findall(r"@(\w+)", sheet)) - {"icon", "medium"} | {role for _, role in drawn}
    assert used <= set(themes.theme("light").role)


def test_that_the_stylesheet_has_no_colour_of_its_own():
    sheet = resources.read_text("themes/style.qss")
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b(?![\w-]*[^{}]*\{)", sheet)


@pytest.mark.parametrize("size", SIZES)
def test_that_no_corner_is_rounder_than_half_the_height(look, qtbot, size):
    look.set_text_size(size)
    radio, pill = QRadioButton(), QPushButton("Help now")
    pill.setProperty("kind", "help")
    for widget in (radio, pill):
        qtbot.addWidget(widget)
        widget.show()
    picture = pill.grab().toImage()
    corner, middle = picture.pixelColor(0, 0), picture.pixelColor(0, picture.height() // 2)
    assert corner != middle  # a corner that is too round is drawn square
    assert pill.height() % 2 or pill.height() >= 31
    assert not radio.grab().isNull()


def test_that_lengths_and_type_grow_together(qapp):
    usual, large = Look(themes.theme("light"), 100), Look(themes.theme("light"), 200)
    assert (usual.px(36), large.px(36)) == (36, 72)
    for name in ("display", "title", "heading", "body", "label", "small", "reading", "quote"):
        assert large.font(name).pixelSize() == 2 * usual.font(name).pixelSize()
        assert large.line_height(name) == 2 * usual.line_height(name)
    assert usual.font("body").pixelSize() == 15
    assert usual.font("small").pixelSize() == 13


def test_that_the_two_voices_have_two_families(qapp):
    look = Look(themes.theme("light"))
    assert QFontInfo(look.font("reading")).family() == "Source Serif Pro"
    assert QFontInfo(look.font("body")).family() == "Source Sans Pro"
    assert QFontInfo(look.font("heading")).weight() == 600


def test_that_a_weight_and_equal_digits_can_be_asked_for(qapp):
    look = Look(themes.theme("light"))
    font = look.font("small", weight=600, tabular=True)
    assert font.weight() == 600
    assert font.featureTags()


def test_that_a_change_reaches_the_whole_app(qapp, look, qtbot):
    with qtbot.waitSignal(look.look_changed):
        look.set_theme("dark")
    assert look.theme_setting == "dark"
    assert qapp.palette().color(QPalette.ColorRole.Window) == look.color("window")
    assert look.color("window") == QColor(themes.theme("dark").role["window"])
    with qtbot.waitSignal(look.look_changed):
        look.set_text_size(150)
    assert look.text_size == 150
    assert qapp.font().pixelSize() == look.font("body").pixelSize()
    assert look.mood_fill(-4.5) == QColor(themes.theme("dark").mood_fill[-5])
    assert look.mood_text(5) == QColor(themes.theme("dark").mood_text[5])


def test_that_no_change_is_not_told(look, qtbot):
    with qtbot.assertNotEmitted(look.look_changed):
        look.set_theme("light")
        look.set_text_size(100)


def test_that_the_system_is_followed(qapp, look, monkeypatch):
    class Hints:
        def colorScheme(self):  # noqa: N802
            return Qt.ColorScheme.Dark

    look.set_theme("system")
    assert look.color("window") == QColor(themes.theme("light").role["window"])
    monkeypatch.setattr(look._app, "styleHints", Hints)
    look._look_again()
    assert look.color("window") == QColor(themes.theme("dark").role["window"])
    monkeypatch.undo()
    look._look_again()


def test_that_high_contrast_of_the_system_wins(look, monkeypatch, qtbot):
    monkeypatch.setattr(look, "_system_has_high_contrast", lambda: True)
    with qtbot.waitSignal(look.look_changed):
        look._look_again()
    assert look.current.theme.name == "contrast"
    assert "@" not in look.current.stylesheet()
    monkeypatch.undo()
    look._look_again()
    assert look.current.theme.name == "light"


def test_that_high_contrast_has_no_tints_and_readable_pairs(qapp):
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#FFFFFF"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#1AEBFF"))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#000000"))
    theme = high_contrast_theme(palette)
    assert set(theme.role) == set(themes.theme("light").role)
    assert set(theme.role.values()) == {"#000000", "#ffffff", "#1aebff"}
    for front, back, least in themes.tokens()["contrast"]["pairs"]:
        assert contrast(theme.role[front], theme.role[back]) >= least, (front, back)
    assert contrast(theme.mood_text[-5], theme.mood_fill[-5]) == pytest.approx(21)


def test_that_movement_stops_when_the_system_asks(look, monkeypatch):
    assert look.motion("gentle") in (0, 200)
    monkeypatch.setattr(LookKeeper, "reduced_motion", property(lambda _: True))
    assert look.motion("gentle") == 0
    monkeypatch.setattr(LookKeeper, "reduced_motion", property(lambda _: False))
    assert look.motion("quick") == 120


def test_that_a_checked_box_has_a_mark(look, qtbot):
    box = QCheckBox("Mood chart")
    qtbot.addWidget(box)
    box.setChecked(True)
    box.show()
    picture = box.grab().toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(20) for y in range(box.height())}
    assert look.color("accent").name() in colors
    assert look.color("on_accent").name() in colors


def test_that_all_drawings_are_there():
    assert set(WANTED) <= set(icons.names())


def test_that_every_skill_has_a_drawing_of_its_own():
    drawings = [skill.drawing for skill in content.all_skills()]
    assert {*drawings, "footprints"} <= set(icons.names())
    assert len(set(drawings)) == len(drawings)


@pytest.mark.parametrize("name", [name for name in icons.names() if name != icons.APP])
def test_that_every_drawing_has_our_grid_and_stroke(name):
    root = ET.fromstring(resources.read_text(f"icons/{name}.svg"))  # noqa: S314
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke-width") == str(icons.STROKE)
    assert root.get("stroke") == "currentColor"
    assert root.get("fill") == ("currentColor" if name.endswith("-filled") else "none")
    assert root.get("stroke-linecap") == root.get("stroke-linejoin") == "round"
    for part in root.iter():
        assert {part.get("fill"), part.get("stroke")} <= {None, "none", "currentColor"}


@pytest.mark.parametrize("name", icons.names())
def test_that_every_drawing_can_be_drawn(qapp, look, name):
    renderer = QSvgRenderer(icons.drawing(name, "#1E2825").encode())
    assert renderer.isValid()
    assert not icons.icon(name, look).pixmap(18, 18).isNull()


def test_that_the_picture_of_the_app_uses_colours_of_the_tokens():
    used = set(re.findall(r"#[0-9A-F]{6}", resources.read_text("icons/app.svg")))
    assert used
    assert used <= set(themes.tokens()["base"].values())
    assert not icons.app_icon().isNull()


def test_that_a_drawing_takes_the_colour_of_its_role(look):
    picture = icons.icon("menu", look, "danger").pixmap(48, 48).toImage()
    colors = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert colors == {look.color("danger").name()}


def test_that_a_drawing_is_crisp_at_any_ratio(look):
    made = icons.icon("lock", look)
    for ratio in (1.0, 1.25, 2.0, 3.0):
        pixmap = made.pixmap(QSize(18, 18), ratio)
        assert pixmap.devicePixelRatio() == pytest.approx(ratio)


def test_that_an_unknown_drawing_is_a_mistake():
    with pytest.raises(ValueError, match="no drawing"):
        icons.address("unicorn", "#000000")


def test_that_one_app_has_one_style(qapp, look):
    assert QApplication.instance().property("look_style") == "fusion"
