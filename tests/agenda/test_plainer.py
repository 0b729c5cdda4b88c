"""A plainer word stands where the hard one stood, in its form, with its capital letter."""

from __future__ import annotations

import pytest

from agenda.plainer import plainer_words, with_plainer
from agenda.policy import default_policy

CHANGED = [
    ("You commence the course.", "You start the course."),
    ("Commencing on Monday.", "Starting on Monday."),
    ("She commenced it, prior to May.", "She started it, before May."),
    ("We notified you.", "We told you."),
    ("He  RESIDES here.", "He  Lives here."),
    ("Facilitating visits", "Helping visits"),
    ("You go\nin relation to school.", "You go\nabout school."),
    ("This is appropriate.", "This is right."),
]


@pytest.mark.parametrize(("text", "plain"), CHANGED)
def test_the_hard_words_give_way_in_their_form(text: str, plain: str) -> None:
    for written, instead in plainer_words(text, default_policy()):
        text = with_plainer(text, written, instead)
    assert text == plain


def test_only_the_first_gives_way_and_no_part_of_another_word() -> None:
    assert with_plainer("Cease. Ceaseless; cease.", "cease", "stop") == "Stop. Ceaseless; cease."
    assert with_plainer("It ends.", "cease", "stop") == "It ends."
