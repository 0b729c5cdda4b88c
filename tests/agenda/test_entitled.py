"""Who gets letters and copies, worked out in one place: above all while it is disputed."""

from __future__ import annotations

import pytest
from letters_family import DAYS
from minuting_papers import at
from reed_family import ReedPapers

from agenda import records as r
from agenda.copy_edition import copy_of
from agenda.copy_for import reader_of
from agenda.copy_named import parents_named, why_not_whole
from agenda.edition import Edition
from agenda.entitled import (
    DISPUTED,
    disputed_findings,
    people_with_papers,
    waiting_for_legal,
    why_entitled,
)
from agenda.letter_given import why_not_given
from agenda.letter_of import letter_of
from agenda.letter_words import LetterKind
from agenda.letters_owed import letters_owed
from agenda.minutes import fingerprint, freeze
from agenda.pack import envelopes_of
from agenda.recipients import recipients_of
from agenda.safety_rules import safety_findings
from agenda.words import (
    MeetingState,
    MinutesState,
    ParentalResponsibility,
    PersonKind,
    Relation,
)


class WithGran(ReedPapers):
    """The family with a grandmother of Isla's, of whom a test says what responsibility she has."""

    def __init__(self, responsibility: ParentalResponsibility) -> None:
        super().__init__()
        self.gran = self._person("Rose Holt", "Mrs Holt", "rh", address="9 Fern Way\nSM1 1AA")
        self.add(
            r.Relationship(
                person_id=self.gran.id,
                child_id=self.isla.id,
                relation=Relation.GRANDPARENT,
                parental_responsibility=responsibility,
            )
        )

    def legal_says_yes(self) -> None:
        self.add(
            r.ExceptionalReason(
                case_id=self.case.id,
                rule=DISPUTED.key,
                about=self.gran.id,
                reason="Grace Hill: the order of 2021 names her",
                by_staff_id=self.solicitor.id,
                at=at("12:00"),
            )
        )

    def legal_says_no(self) -> None:
        self.add(
            r.LetterLeftOut(
                episode_id=self.episode.id,
                kind=LetterKind.BEFORE_PROCEEDINGS,
                person_id=self.gran.id,
                why="The court said so",
                by_staff_id=self.solicitor.id,
                at=at("12:00"),
            )
        )

    def named(self) -> list[str]:
        return [one.name for one in recipients_of(self.papers()) if one.reader]

    def owed(self) -> list[str]:
        self.meeting.state, self.episode.decided_on = MeetingState.PLANNED, at("09:00").date()
        found = [one.person.known_as for one in letters_owed(self.papers(), DAYS)]
        self.meeting.state = MeetingState.LIVE
        return found


@pytest.mark.parametrize(
    ("responsibility", "letter", "copy", "why"),
    [
        (ParentalResponsibility.YES, True, True, "has parental responsibility for IR"),
        (ParentalResponsibility.NO, False, False, ""),
        (ParentalResponsibility.UNKNOWN, False, False, ""),
        (
            ParentalResponsibility.DISPUTED, True, False,
            "parental responsibility for IR is disputed: ask legal",
        ),
    ],
)  # fmt: skip
def test_who_gets_what_and_why(
    responsibility: ParentalResponsibility, letter: bool, copy: bool, why: str
) -> None:
    reeds = WithGran(responsibility)
    assert ("Mrs Holt" in reeds.owed()) is letter
    assert ("Mrs Holt" in reeds.named()) is copy
    assert why_entitled(reeds.papers(), reeds.gran) == why
    assert why_entitled(reeds.papers(), reeds.jess) == ""


def test_while_it_is_disputed_it_is_asked_of_legal_and_nobody_is_forgotten() -> None:
    reeds = WithGran(ParentalResponsibility.DISPUTED)
    papers = reeds.papers()
    assert waiting_for_legal(papers) == [reeds.gran]
    [found] = [one for one in safety_findings(papers) if one.rule is DISPUTED]
    assert found.about == reeds.gran.id
    assert "Mrs Holt has parental responsibility for IR" in found.sentence
    assert "Ask our solicitor" in found.sentence


def test_legals_reason_gives_her_a_copy_cut_for_her_child_and_says_why() -> None:
    reeds = WithGran(ParentalResponsibility.DISPUTED)
    reeds.legal_says_yes()
    papers = reeds.papers()
    assert disputed_findings(papers) == []
    assert reeds.named()[-1] == "Mrs Holt"
    reader = reader_of(papers, reeds.gran.id)
    assert reader.children == ("IR", "Isla Reed")
    edition = edition_of(reeds)
    assert "Noah" not in repr(copy_of(edition, reader).minutes)
    [hers] = [one for one in envelopes_of(papers, edition) if one.recipient.name == "Mrs Holt"]
    assert hers.recipient.why == ("parental responsibility for IR is disputed: legal said yes")


def test_until_then_a_parent_of_one_child_reads_nothing_of_the_disputed_one() -> None:
    reeds = WithGran(ParentalResponsibility.NO)
    reeds.add(
        r.Relationship(
            person_id=reeds.dean.id,
            child_id=reeds.noah.id,
            relation=Relation.STEP_PARENT,
            parental_responsibility=ParentalResponsibility.DISPUTED,
        )
    )
    papers = reeds.papers()
    assert waiting_for_legal(papers) == [reeds.dean]
    assert reader_of(papers, reeds.dean.id).other_children == ("NR", "Noah Reed")
    assert "Mr Holt" in reeds.named()


def test_where_legal_says_no_she_gets_nothing_and_it_is_not_asked_again() -> None:
    reeds = WithGran(ParentalResponsibility.DISPUTED)
    reeds.legal_says_no()
    papers = reeds.papers()
    assert disputed_findings(papers) == []
    assert "Mrs Holt" not in reeds.named()


def test_the_whole_is_not_given_to_her_by_her_name() -> None:
    reeds = WithGran(ParentalResponsibility.DISPUTED)
    papers, edition = reeds.papers(), edition_of(reeds)
    assert [one.known_as for one in parents_named(papers, "mrs holt")] == ["Mrs Holt"]
    envelopes = envelopes_of(papers, edition)
    assert "Ask our solicitor" in why_not_whole(papers, edition, envelopes, "Mrs Holt")


def test_her_letter_is_searched_as_every_other() -> None:
    reeds = WithGran(ParentalResponsibility.DISPUTED)
    draft = reeds.add(
        r.LetterDraft(
            episode_id=reeds.episode.id,
            kind=LetterKind.BEFORE_PROCEEDINGS,
            person_id=reeds.gran.id,
            opening="We met at the Acorn Centre.",
        )
    )
    letter = letter_of(reeds.papers(), draft)
    reeds.jess.safe_contact = "Acorn Centre"  # since then
    assert why_not_given(reeds.papers(), draft, letter, "Mrs Holt").startswith(
        "This letter tells something that is kept private"
    )


def test_who_holds_it_gets_papers_whatever_they_are_in_the_record_as() -> None:
    reeds = WithGran(ParentalResponsibility.YES)
    reeds.gran.kind = PersonKind.PROFESSIONAL
    assert reeds.gran in people_with_papers(reeds.papers())
    assert "Mrs Holt" in reeds.owed()
    assert "Mrs Holt" in reeds.named()


def edition_of(reeds: ReedPapers) -> Edition:
    minutes = reeds.minutes()
    return Edition(minutes, MinutesState.APPROVED, fingerprint(freeze(minutes)))
