"""How the windows look: roles as colours, type as fonts, one palette and one stylesheet.

A ``Look`` is one state of it. The ``LookKeeper`` holds the present one, follows the system, and
tells whoever paints that it changed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QPalette,
)
from PySide6.QtWidgets import QApplication, QStyle

from resilience_desktop import resources, themes
from resilience_desktop.settings import OWN_WORDS_LIKE_APP, OWN_WORDS_SERIF
from resilience_desktop.ui import icons
from resilience_desktop.ui.fonts import BARE_FAMILY, interface_font, own_font
from resilience_desktop.ui.sides import is_turned

if TYPE_CHECKING:
    from collections.abc import Callable

STYLE = "fusion"
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)
"""What Qt itself moves."""
_TABULAR = QFont.Tag("tnum")


class Look:
    """One set of colours at one text size."""

    def __init__(
        self, theme: themes.Theme, text_size: int = 100, own_words_font: str = OWN_WORDS_SERIF
    ) -> None:
        self.theme = theme
        self.text_size = text_size
        """Per cent, as in the settings."""
        self.own_words_font = own_words_font
        """As in the settings: the serif, like the app, or a family."""
        self._type: dict[str, Any] = themes.tokens()["type"]
        floor: int = self._type["floor_px"]
        self._interface = interface_font()
        lacks_medium = self._interface.family() == BARE_FAMILY
        self._medium = QFont.Weight.DemiBold if lacks_medium else QFont.Weight.Medium
        self._fonts: dict[tuple[str, int, bool], QFont] = {}
        usual = max(QFontInfo(self._interface).pixelSize(), floor)
        self.scale: float = usual / self._type["body"][0] * text_size / 100
        """What grows with the text is this many times its size in the tokens."""

    def color(self, role: str) -> QColor:
        """Return the colour of a role."""
        return QColor(self.theme.role[role])

    def mood_fill(self, value: float) -> QColor:
        """Return the colour of a mood mark."""
        return QColor(self.theme.mood(value))

    def mood_text(self, value: float) -> QColor:
        """Return the colour of the number written on a mood mark."""
        return QColor(self.theme.mood_text[themes.nearest_step(value)])

    def px(self, length: float) -> int:
        """Return a length that grows with the text, in whole pixels."""
        return int(length * self.scale + 0.5)

    def font(self, name: str, *, weight: int = 0, tabular: bool = False) -> QFont:
        """Return one of the fonts in the tokens, such as ``body`` or ``reading``."""
        wanted = (name, weight, tabular)
        if wanted not in self._fonts:
            self._fonts[wanted] = self._make_font(name, weight, tabular)
        return QFont(self._fonts[wanted])

    def _make_font(self, name: str, weight: int, tabular: bool) -> QFont:
        size, _, usual_weight, family = self._type[name]
        font = QFont(self._own_font() if family == "own" else self._interface)
        font.setPixelSize(self.px(size))
        wanted = QFont.Weight(weight or usual_weight)
        font.setWeight(self._medium if wanted == QFont.Weight.Medium else wanted)
        if tabular:
            font.setFeature(_TABULAR, 1)
        return font

    def _own_font(self) -> QFont:
        if self.own_words_font == OWN_WORDS_LIKE_APP:
            return self._interface
        font = own_font()
        if self.own_words_font:
            font.setFamilies([self.own_words_font, *font.families()])
        return font

    def line_height(self, name: str) -> int:
        """Return the distance between two lines of this type."""
        height: int = self._type[name][1]
        return self.px(height)

    def palette(self) -> QPalette:
        """Return the palette, for whatever the stylesheet does not reach."""
        palette, part = QPalette(), QPalette.ColorRole
        for color_role, role in {
            part.Window: "window",
            part.WindowText: "text",
            part.Base: "surface",
            part.AlternateBase: "sunken",
            part.Text: "text",
            part.Button: "surface",
            part.ButtonText: "text",
            part.BrightText: "danger",
            part.Link: "accent",
            part.LinkVisited: "accent",
            part.Highlight: "selection",
            part.HighlightedText: "on_selection",
            part.Accent: "accent",
            part.PlaceholderText: "text_faint",
            part.ToolTipBase: "text",
            part.ToolTipText: "window",
            part.Light: "surface",
            part.Midlight: "rule",
            part.Mid: "rule_strong",
            part.Dark: "stroke",
            part.Shadow: "stroke",
        }.items():
            palette.setColor(color_role, self.color(role))
        for color_role in (part.WindowText, part.Text, part.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, color_role, self.color("text_faint"))
        return palette

    def stylesheet(self) -> str:
        """Return the stylesheet in this look.

        In the source ``@role`` is a colour, ``@medium`` the weight of labels, ``{17}`` a length
        that grows with the text, ``{half 36}`` half of one that has a border, and
        ``@icon(check, on_accent, 2.5)`` a drawing in a colour, with a stroke if one is given.
        """
        sheet = re.sub(r"/\*.*?\*/", "", resources.read_text("themes/style.qss"), flags=re.DOTALL)
        sheet = re.sub(
            r"@icon\(([\w-]+), (\w+)(?:, ([\d.]+))?\)",
            lambda m: f"url({self._drawing(m[1], m[2], float(m[3] or icons.STROKE))})",
            sheet,
        )
        sheet = sheet.replace("@medium", str(self._medium.value))
        sheet = re.sub(
            r"\{half (\d+)\}", lambda m: str((self.px(int(m[1]) - 2) + 2) // 2), sheet
        )  # one pixel more than half would draw square corners
        sheet = re.sub(r"\{(\d+)\}", lambda m: str(self.px(int(m[1]))), sheet)
        sheet = re.sub(r"@(\w+)", lambda m: self.theme.role[m[1]], sheet)
        return _turned(sheet) if is_turned() else sheet

    def _drawing(self, name: str, role: str, stroke: float) -> str:
        return icons.address(name, self.theme.role[role], stroke)


class LookKeeper(QObject):
    """Holds the present look of the app and changes it everywhere at once.

    Widgets that paint take it as ``look`` and paint again on ``look_changed``; for reading it
    answers like the look itself.
    """

    look_changed = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        theme: str = "system",
        text_size: int = 100,
        own_words_font: str = OWN_WORDS_SERIF,
        less_motion: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._theme, self._text_size = theme, text_size
        self._own_words_font = own_words_font
        self._effects = {effect: app.isEffectEnabled(effect) for effect in _EFFECTS}
        self.set_less_motion(less_motion)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._look_again)
        if hasattr(hints, "accessibility"):  # Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._look_again)
        self._tell_system()
        self.current = self._make()
        apply(app, self.current)

    @property
    def theme_setting(self) -> str:
        """What was asked for: ``system``, ``light``, ``dark`` or ``contrast``."""
        return self._theme

    @property
    def text_size(self) -> int:
        """Per cent of the system's text size."""
        return self._text_size

    @property
    def reduced_motion(self) -> bool:
        """Whether the system or the person asks for no animation."""
        if self._less_motion:
            return True
        duration = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._app.style().styleHint(duration) == 0

    def set_theme(self, theme: str) -> None:
        """Follow the system, or stay light, dark or in high contrast."""
        if theme != self._theme:
            self._theme = theme
            self._tell_system()
            self._look_again()

    def set_text_size(self, per_cent: int) -> None:
        """Show all text, and what has to fit it, larger or smaller."""
        self._text_size = per_cent
        self._look_again()

    def set_own_words_font(self, font: str) -> None:
        """Show a person's own words in the serif, like the app, or in a family."""
        self._own_words_font = font
        self._look_again()

    def set_less_motion(self, less: bool) -> None:
        """Move nothing, or what the system lets move."""
        self._less_motion = less
        for effect, usual in self._effects.items():
            self._app.setEffectEnabled(effect, usual and not less)

    def motion(self, name: str) -> int:
        """Return how many milliseconds a ``quick`` or ``gentle`` movement takes: maybe none."""
        milliseconds: int = themes.tokens()["motion"][f"{name}_ms"]
        return 0 if self.reduced_motion else milliseconds

    def follow(self, change: Callable[[], None]) -> None:
        """Do ``change`` now and whenever the look changes; give a method of a widget."""
        self.look_changed.connect(change)
        change()

    # The look itself, so that widgets need not say ``look.current`` in every line.

    def color(self, role: str) -> QColor:
        """Return the colour of a role."""
        return self.current.color(role)

    def mood_fill(self, value: float) -> QColor:
        """Return the colour of a mood mark."""
        return self.current.mood_fill(value)

    def mood_text(self, value: float) -> QColor:
        """Return the colour of the number written on a mood mark."""
        return self.current.mood_text(value)

    def px(self, length: float) -> int:
        """Return a length that grows with the text, in whole pixels."""
        return self.current.px(length)

    def font(self, name: str, *, weight: int = 0, tabular: bool = False) -> QFont:
        """Return one of the fonts in the tokens, such as ``body`` or ``reading``."""
        return self.current.font(name, weight=weight, tabular=tabular)

    def line_height(self, name: str) -> int:
        """Return the distance between two lines of this type."""
        return self.current.line_height(name)

    def _make(self) -> Look:
        return Look(self._make_theme(), self._text_size, self._own_words_font)

    def _make_theme(self) -> themes.Theme:
        if self._system_has_high_contrast():
            self._app.setPalette(QPalette())  # what the system has chosen
            return high_contrast_theme(self._app.palette())
        dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        if self._theme == "contrast":
            return high_contrast_theme(_black_and_white(dark=dark))
        if self._theme != "system":
            return themes.theme(self._theme)
        return themes.theme("dark" if dark else "light")

    def _system_has_high_contrast(self) -> bool:
        hints = self._app.styleHints()
        if not hasattr(hints, "accessibility"):
            return False
        return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast

    def _tell_system(self) -> None:
        """Let the frame of the window match; from Qt 6.8."""
        hints = self._app.styleHints()
        scheme = {
            "light": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
        }.get(self._theme, Qt.ColorScheme.Unknown)
        if hasattr(hints, "setColorScheme"):
            hints.setColorScheme(scheme)

    def _look_again(self) -> None:
        made, before = self._make(), self.current
        if (made.theme, made.scale, made.own_words_font) == (
            before.theme,
            before.scale,
            before.own_words_font,
        ):
            return
        self.current = made
        apply(self._app, made)
        self.look_changed.emit()


def apply(app: QApplication, look: Look) -> None:
    """Give the whole app this look."""
    if app.property("look_style") != STYLE:  # the stylesheet hides which style is below it
        app.setStyle(STYLE)
        app.setProperty("look_style", STYLE)
    app.setFont(look.font("body"))
    app.setPalette(look.palette())
    app.setStyleSheet(look.stylesheet())


def _turned(sheet: str) -> str:
    """Return a stylesheet with room and borders at the other side, which Qt leaves as they are."""
    other = {"left": "right", "right": "left"}
    sheet = re.sub(
        r"(padding|border|margin)-(left|right)", lambda m: f"{m[1]}-{other[m[2]]}", sheet
    )
    return re.sub(
        r"(padding|margin): (\S+) ([^\s;]+) ([^\s;]+) ([^\s;]+)(?=;| })", r"\1: \2 \5 \4 \3", sheet
    )


def high_contrast_theme(palette: QPalette) -> themes.Theme:
    """Return the system's own colours: no tints, the shapes and borders stay."""
    part = QPalette.ColorRole
    page, words = palette.color(part.Window).name(), palette.color(part.WindowText).name()
    chosen, on_chosen = palette.color(part.Highlight), palette.color(part.HighlightedText)
    grounds = ("window", "surface", "sunken", "spell", "chart_band", "on_accent", "on_danger")
    role = {
        name: page if name.startswith(grounds) or "_soft" in name else words
        for name in themes.theme("light").role
    }
    role |= {"selection": chosen.name(), "on_selection": on_chosen.name()}
    role |= {"on_accent_soft": words, "spell_line": words, "scrim": "#000000"}
    moods = themes.theme("light").mood_fill
    return themes.Theme("contrast", role, dict.fromkeys(moods, page), dict.fromkeys(moods, words))


def _black_and_white(*, dark: bool) -> QPalette:
    """Return the plainest palette, for systems that have no high contrast of their own."""
    part = QPalette.ColorRole
    page, words = (QColor("black"), QColor("white")) if dark else (QColor("white"), QColor("black"))
    palette = QPalette()
    palette.setColor(part.Window, page)
    palette.setColor(part.WindowText, words)
    palette.setColor(part.Highlight, words)
    palette.setColor(part.HighlightedText, page)
    return palette
