from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.exchange.markup import plain


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("one<br>two<BR/>three<br />four", "one\ntwo\nthree\nfour"),
        ("<b>Bold</b> and <i>slanted</i>", "Bold and slanted"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("one<div><br></div><div>two</div>", "one\n\ntwo"),
        ("<p class='x'>one</p>\n<p>two</p>", "one\n\ntwo"),
        ("Today:<ul><li>walk</li><li><b>rest</b></li></ul>Good.", "Today:\n- walk\n- rest\nGood."),
        ("<ol><li>a</li></ol>", "- a"),
        ("above<hr>below", "above\nbelow"),
        ("caf&eacute; &amp; &lt;b&gt; &#8364;&nbsp;5", "café & <b> € 5"),
        ("&#0;&#xD800;", "\ufffd\ufffd"),
    ],
)
def test_that_a_rich_note_becomes_lines(markup, text):
    assert plain(markup) == text


@pytest.mark.parametrize(
    "words",
    [
        "I <3 you",
        "a < b and b > c",
        "x<y",
        "<- this <one day",
        "R&D, AT&T, R&notes; &c",
        "<script>no</script> <!-- nor --> <?this?> <![CDATA[that]]>",
        "<br",
        "two\nlines  with\u00a0spaces",
        "ends with &",
    ],
)
def test_that_text_which_only_looks_like_markup_survives(words):
    assert plain(words) == words


def test_that_line_ends_are_made_alike():
    assert plain("\r\na\r\nb\rc\n") == "a\nb\nc"


@given(st.text("<>&;/ab r=\"'!-#x3\n"))
def test_that_any_text_can_be_made_plain(words):
    assert "<br>" not in plain(words) or "&" in words


@given(st.text(st.characters(exclude_characters="<&\r")))
def test_that_text_without_markup_is_only_trimmed(words):
    assert plain(words) == words.strip()
