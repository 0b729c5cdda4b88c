"""The Bramleys' way to legal planning: the referral, an expert, the help so far, what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.copies_words import WithheldKind
from agenda.legal_planning_words import ConferenceStage, ThresholdForum
from agenda.letter_words import TakenUp
from agenda.records import new_key
from plo_tui.store.verbs import experts, help_given, referrals, safety

if TYPE_CHECKING:
    from plo_tui.demo.author import Author
    from plo_tui.demo.bramley import Bramleys


def refer(author: Author, family: Bramleys) -> None:
    """Write the referral: submitted, and waiting for the head of service.

    One expert has named a cost and not yet a time, so that the findings have work.
    """
    author.do(
        referrals.record_referral,
        family.episode,
        new_key(),
        None,
        {
            "completed_on": author.working_day(author.today, -3),
            "summary": (
                "We ask to begin pre-proceedings for Ivy and Finn. The child protection plan has "
                "run for seven months and the harm goes on. The family can be worked with: "
                "Ms Bramley has asked for help, and Mr Aziz sees Finn each week."
            ),
            "chronology_to": author.working_day(author.today, -4),
            "assessment": "Child and family assessment",
            "assessment_on": author.working_day(author.today, -10),
            "submitted_on": author.working_day(author.today, -2),
            "threshold_forum": ThresholdForum.AREA,
            "threshold_on": author.working_day(author.today, -6),
            "threshold_with": "David Price and Helen Ward",
            "threshold_said": "Threshold is likely to be met for both children.",
            "conference": ConferenceStage.REFERRED,
            "conference_on": author.working_day(author.today, -20),
            "expert_needed": True,
        },
    )
    author.new_in(
        experts.add_expert,
        family.episode,
        {
            "expert": "Dr Lotte Brandt",
            "field": "psychology",
            "contacted_on": author.working_day(author.today, -7),
            "cost_pence": 320_000,
        },
    )


def help_so_far(author: Author, family: Bramleys) -> None:
    """Write the help that was given, also before the years from which examples are taken."""
    for days, what, taken_up, came_of, person in (
        (1_150, "Health visitor's parenting course", TakenUp.YES,
         "Ms Bramley went to all six mornings", family.mother),
        (420, "Food vouchers and help with debts", TakenUp.YES,
         "The rent was paid again from then on", None),
        (200, "A worker from the domestic abuse service", TakenUp.PARTLY,
         "Ms Bramley saw her three times of eight", family.mother),
        (150, "A course for men who have hurt a partner", TakenUp.NO,
         "Mr Doyle said that he does not need it", family.doyle),
        (60, "An early years worker at home, each Monday", TakenUp.YES,
         "Finn speaks more words", None),
    ):  # fmt: skip
        author.new_in(
            help_given.add_help_given,
            family.episode,
            {
                "on": author.ago(days),
                "what": what,
                "taken_up": taken_up,
                "came_of": came_of,
                "person_id": person,
            },
        )


def keep_safe(author: Author, family: Bramleys, address: str) -> None:
    """Withhold the mother's address and the nursery from Mr Doyle, and keep the two apart."""
    for words, kind in (
        (address, WithheldKind.ADDRESS),
        ("Little Acorns Nursery", WithheldKind.SCHOOL),
    ):
        is_address = kind is WithheldKind.ADDRESS
        author.new_in(
            safety.withhold,
            family.case,
            {
                "person_id": family.mother if is_address else None,
                "child_id": None if is_address else family.finn,
                "kind": kind,
                "words": words,
                "from_person_id": family.doyle,
                "why": "Violence; she moved in September",
            },
        )
    author.new_in(
        safety.keep_apart,
        family.case,
        family.mother,
        family.doyle,
        "Violence: they do not meet, nor arrive at the same time",
    )
