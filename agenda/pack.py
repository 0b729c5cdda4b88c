"""The pack: for each recipient the documents they get, cut for them, and what is left out.

No sentence made here holds a withheld word: a detail is named by whose and what it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from agenda.copy_edition import copy_of
from agenda.copy_for import leaks
from agenda.day_names import day_text
from agenda.edition import CHANGED
from agenda.london import london_date
from agenda.minuting_words import in_a_row
from agenda.own_times import NOT_SET
from agenda.pack_letters import LetterStands, pack_letters
from agenda.recipients import Through, recipients_of
from agenda.safety import for_a_list, whose_words
from agenda.safety_rules import UNMARKED, safety_findings
from agenda.steps import Step
from agenda.who_may import why_closed_to_minutes
from agenda.words import GivenDocument, PersonKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agenda.copy_for import Reader
    from agenda.edition import Edition
    from agenda.minutes import Minutes
    from agenda.pack_letters import PackLetter
    from agenda.papers import Papers
    from agenda.recipients import CopyRecipient
    from agenda.records import Disclosure


@dataclass(frozen=True, slots=True)
class Envelope:
    """What one recipient gets.

    Attributes:
        recipient: who, and by which way.
        to: whom it is handed or sent to, as a list says it.
        route: the way in words, as a list says it.
        edition: the minutes as they may have them: cut for them, or whole for our own.
        documents: what is made for them, in the order it is enclosed.
        left_out: what their copy lacks, in words; nothing where it lacks nothing.
        given_before: which of the documents they were given before, and when, in words.
        letters: their own letters that belong to the meeting, enclosed or not.
    """

    recipient: CopyRecipient
    to: str
    route: str
    edition: Edition
    documents: tuple[GivenDocument, ...]
    left_out: tuple[str, ...]
    given_before: tuple[str, ...]
    letters: tuple[PackLetter, ...] = ()

    @property
    def enclosed_letters(self) -> list[PackLetter]:
        """The letters that go in: those that legal has cleared and that were not given yet."""
        return [one for one in self.letters if one.stands is LetterStands.ENCLOSED]

    @property
    def person_id(self) -> UUID | None:
        """Whose copy it is, where they are in the family's record."""
        reader = self.recipient.reader
        return UUID(reader.person_id) if reader and reader.person_id else None

    @property
    def way(self) -> str:
        """By which way it goes, in words."""
        recipient = self.recipient
        if recipient.through is Through.LEGAL:
            return "through our legal team"
        if recipient.through is Through.OWN:
            return "for our own file" if recipient.child_id else "within the authority"
        hand = "in person" if recipient.in_person else "by hand"
        return f"{hand}, by the social worker"


def envelopes_of(papers: Papers, edition: Edition) -> tuple[Envelope, ...]:
    """Return what each recipient of a meeting's documents gets.

    Args:
        papers: the meeting's papers.
        edition: its minutes, whole.
    """
    return tuple(envelope_of(papers, edition, one) for one in recipients_of(papers))


def envelope_of(papers: Papers, edition: Edition, recipient: CopyRecipient) -> Envelope:
    """Return what one recipient gets."""
    reader = recipient.reader
    theirs = copy_of(edition, reader) if reader else edition
    documents = list(recipient.documents)
    if theirs.annex:
        documents.append(GivenDocument.ANNEX)
    left_out = _left_out(papers, edition.minutes, theirs.minutes, reader) if reader else ()
    to, route = (for_a_list(papers, words) for words in (recipient.to, recipient.route))
    key = reader.person_id if reader else None
    letters = pack_letters(papers, UUID(key)) if key else ()
    before = (*_given_before(papers, reader, to, documents), *_packed_before(papers, letters))
    return Envelope(recipient, to, route, theirs, tuple(documents), left_out, before, letters)


def is_cut(envelope: Envelope, whole: Edition) -> bool:
    """Whether a recipient's copy lacks anything that the whole minutes say."""
    theirs = replace(envelope.edition.minutes, copy_for="", leaves_out=False)
    return theirs != whole.minutes


def envelope_lines(envelope: Envelope) -> list[str]:
    """Return an envelope to read: whom it is for, then a line for each thing to know of it."""
    recipient, route = envelope.recipient, envelope.route
    gets = [what.in_words for what in envelope.documents]
    gets += [letter.called for letter in envelope.enclosed_letters]
    told = [
        f"{route[:1].upper()}{route[1:]}",
        recipient.note,
        recipient.why,
        f"gets: {in_a_row(gets)}",
        f"left out: {'; '.join(envelope.left_out)}" if envelope.left_out else "",
        *(f"{letter.called}, {letter.how}" for letter in envelope.letters),
        *envelope.given_before,
    ]
    return [recipient.name, *filter(None, told)]


def why_no_pack(papers: Papers, edition: Edition, *, draft: bool) -> str:
    """Return why no pack may be made now; empty where one may.

    Args:
        papers: the meeting's papers.
        edition: its minutes.
        draft: whether the marked draft was asked for.
    """
    if edition.is_changed:
        return (
            f"{CHANGED}: these are no longer the words that were approved, so no copy of them "
            "goes out. Begin a new version in sign-off."
        )
    why = why_closed_to_minutes(Step.FINAL_DOCUMENT, edition.state)
    if why and not draft:
        return why
    unmarked = [one for one in safety_findings(papers) if one.rule is UNMARKED]
    return unmarked[0].sentence if unmarked else ""


def leaked(papers: Papers, reader: Reader, made: str | bytes) -> list[str]:
    """Return which details withheld from a reader stand in what was made for them, by name.

    Args:
        papers: the meeting's papers.
        reader: whom it is for.
        made: a file's name, or a file's bytes.

    Returns:
        Such as `the address of Ms Reed`; never the words themselves.
    """
    found = leaks(made, reader)
    names = [name for name, words in _named(papers) if words.strip() in found]
    return list(dict.fromkeys(names)) or ["a withheld detail"][: len(found)]


def _named(papers: Papers) -> list[tuple[str, str]]:
    """Return what each detail is called, and its words."""
    details = [
        (f"the {row.kind} of {whose_words(papers, row)}", row.words) for row in papers.withheld
    ]
    family = [one for one in papers.people if one.kind is PersonKind.FAMILY]
    private = [(f"the address of {one.known_as}", one.address) for one in family]
    contacts = [(f"the safe contact of {one.known_as}", one.safe_contact) for one in family]
    return [*details, *private, *contacts]


def _left_out(papers: Papers, whole: Minutes, theirs: Minutes, reader: Reader) -> tuple[str, ...]:
    """Return what a copy lacks, in words."""
    gone = [child.initials for child in whole.children if child not in theirs.children]
    kept = {sitting.number for sitting in theirs.sittings}
    apart = [one.called or f"{one.number}" for one in whole.sittings if one.number not in kept]
    withheld = [
        f"{row.kind} of {whose_words(papers, row)} withheld"
        for row in papers.withheld
        if row.words.strip() in reader.withheld
    ]
    untold = [row.what.lower() for row in theirs.dates if row.place == NOT_SET]
    return (
        *dict.fromkeys(withheld),
        *(f"nothing of {initials}" for initials in gone),
        *(f"without the sitting {called}" for called in apart),
        *_fewer("paragraph", len(whole.paragraphs) - len(theirs.paragraphs)),
        *_fewer("line of the plan", len(whole.plan) - len(theirs.plan)),
        *(f"no time of their own yet for the {what}" for what in untold),
    )


def _fewer(what: str, count: int) -> tuple[str, ...]:
    first, _, rest = what.partition(" ")
    many = f"{first}{'s' if count > 1 else ''} {rest}".strip()
    return (f"{count} {many} fewer",) if count > 0 else ()


def _given_before(
    papers: Papers, reader: Reader | None, to: str, documents: list[GivenDocument]
) -> list[str]:
    """Return which documents of this meeting were given before, the last time of each."""
    last: dict[GivenDocument, Disclosure] = {}
    for row in sorted(papers.standing("Disclosure"), key=lambda row: (row.at, row.id)):
        same = str(row.to_person_id) == reader.person_id if reader else row.to == to
        if same and row.meeting_id == papers.meeting_id and not row.not_written_at:
            last[row.what] = row
    return [
        f"{what.in_words} of version {row.of_version} given before, {day_text(london_date(row.at))}"
        for what in documents
        if (row := last.get(what))
    ]


def _packed_before(papers: Papers, letters: Iterable[PackLetter]) -> Iterator[str]:
    """Give which letters that go in were written for the same person before, and when."""
    for letter in letters:
        if letter.draft and letter.stands is LetterStands.ENCLOSED:
            days = [
                london_date(row.at)
                for row in papers.standing("Disclosure")
                if row.letter_id == letter.draft.id
                and row.to_person_id == letter.draft.person_id
                and not row.not_written_at
            ]
            if days:
                yield f"{letter.called} written for them before, {day_text(max(days))}"
