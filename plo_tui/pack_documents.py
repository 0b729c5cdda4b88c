"""The documents of an envelope, each made and searched before anything of it is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agenda.covering_note import covering_note_of
from agenda.letter_of import letter_of
from agenda.pack import leaked
from agenda.printed import Printed, printed_edition, printed_letter, printed_value
from agenda.take_away import usual_ring
from agenda.words import GivenDocument
from exports.safe_file import write_whole
from plo_tui.file_names import apart, in_a_name, word_name
from plo_tui.letter_document import letter_document
from plo_tui.store.problems import Refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from agenda.edition import Edition
    from agenda.pack import Envelope
    from agenda.pack_letters import PackLetter
    from agenda.papers import Papers
    from agenda.policy import Policy


@dataclass(frozen=True, slots=True)
class PackLook:
    """How documents are made.

    Attributes:
        today: today in London.
        policy: the authority's, for an easy-read copy's hard words.
        template: the authority's own Word file; our own look where None.
        draft: whether minutes that are not approved may be written, marked so on every page.
    """

    today: date
    policy: Policy
    template: Path | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True)
class MadeDocument:
    """A document that is ready.

    Attributes:
        folder: the name of its recipient's folder in a pack.
        name: its file's name.
        content: its bytes; nothing that is withheld from its reader is in them.
        printed: what its line says.
        to: whom it is handed or sent to.
    """

    folder: str
    name: str
    content: bytes
    printed: Printed
    to: str


class EnvelopeMaking:
    """Makes envelopes' documents; the whole minutes, which several get, once only."""

    def __init__(self, papers: Papers, look: PackLook) -> None:
        """Make ready.

        Args:
            papers: the meeting's papers.
            look: how documents are made.
        """
        self._papers = papers
        self._look = look
        self._ring = usual_ring(papers)
        self._kept: dict[tuple[GivenDocument, str], bytes] = {}

    def all_of(self, envelope: Envelope, number: int) -> list[MadeDocument]:
        """Return all that goes into an envelope, the covering note last.

        Raises:
            Refused: where a document, its name or its folder holds what is withheld.
            NotApproved, TemplateNotWord: as the exporters raise them.
        """
        made = [*(self.one_of(envelope, what, number) for what in envelope.documents)]
        made += [self._letter(envelope, one, number) for one in envelope.enclosed_letters]
        made.append(self._note(envelope, number))
        names = apart(one.name for one in made)
        return [
            MadeDocument(one.folder, name, one.content, one.printed, one.to)
            for one, name in zip(made, names, strict=True)
        ]

    def one_of(self, envelope: Envelope, what: GivenDocument, number: int = 0) -> MadeDocument:
        """Return one document of an envelope.

        Raises:
            Refused, NotApproved, TemplateNotWord: as `all_of`.
        """
        edition = envelope.edition
        key = (what, edition.fingerprint)
        if key not in self._kept:
            self._kept[key] = self._bytes(what, edition)
        printed = printed_copy(envelope, what, self._papers.meeting.id)
        name = copy_name(envelope, printed)
        return self._looked_at(envelope, name, self._kept[key], printed, number)

    def _bytes(self, what: GivenDocument, edition: Edition) -> bytes:
        """Return a document's bytes; the exporters are loaded only where one is made."""
        from exports.annex import annex_made
        from exports.easy_read import EasyRead, easy_read_made
        from exports.family_plan import family_plan_made
        from exports.minutes import minutes_made

        look = self._look
        if what is GivenDocument.EASY_READ:
            return easy_read_made(EasyRead(edition, self._ring, look.policy), look.template)
        if what is GivenDocument.ANNEX:
            return annex_made(edition, look.template)
        if what is GivenDocument.FAMILY_PLAN:
            return family_plan_made(edition, look.template)
        return minutes_made(edition, look.template, draft=look.draft)

    def _note(self, envelope: Envelope, number: int) -> MadeDocument:
        from exports.covering_note import covering_note_made

        papers, look = self._papers, self._look
        meeting_id = papers.meeting.id
        enclosed, letters = envelope.documents, envelope.letters
        note = covering_note_of(
            papers, envelope.recipient, look.today, self._ring, enclosed, letters
        )
        printed = _sent(envelope, printed_value(GivenDocument.COVERING_NOTE, note, meeting_id))
        name, content = copy_name(envelope, printed), covering_note_made(note, look.template)
        return self._looked_at(envelope, name, content, printed, number)

    def _letter(self, envelope: Envelope, one: PackLetter, number: int) -> MadeDocument:
        """Return a cleared letter, through the door by which it goes on its own."""
        papers, draft = self._papers, one.draft
        assert draft is not None  # noqa: S101 - a letter that is enclosed was begun
        content = letter_document(papers, draft, envelope.to, self._look.template)
        printed = _sent(envelope, printed_letter(letter_of(papers, draft), draft))
        printed["meeting_id"] = papers.meeting.id
        name = word_name(papers.case.reference, f"{one.called} to {envelope.recipient.name}")
        return self._looked_at(envelope, name, content, printed, number)

    def _looked_at(
        self, envelope: Envelope, name: str, content: bytes, printed: Printed, number: int
    ) -> MadeDocument:
        """Return a document once nothing withheld was found in it, its name or its folder."""
        folder = in_a_name(envelope.recipient.name)
        made = MadeDocument(f"{number} {folder}".strip(". "), name, content, printed, envelope.to)
        reader = envelope.recipient.reader
        if reader is None:
            return made
        for place, looked_at in (("name", f"{made.folder}\n{name}"), ("text", content)):
            if found := leaked(self._papers, reader, looked_at):
                raise Refused(
                    f"Nothing was written: the {place} of the {printed['what'].in_words} for "
                    f"{reader.name} holds {found[0]}. Say it in other words where it was "
                    "recorded, then try again."
                )
        return made


def write_copy(
    papers: Papers,
    envelope: Envelope,
    what: GivenDocument,
    look: PackLook,
    to: Path,
    template: Path | None,
    *,
    first: Callable[[], None],
) -> None:
    """Write one document of an envelope to a file of its own.

    Raises:
        Refused, NotApproved, TemplateNotWord: as `EnvelopeMaking.all_of`.
        CannotWrite: where the file cannot be written.
    """
    made = EnvelopeMaking(papers, replace(look, template=template)).one_of(envelope, what)
    if found := leaked_name(papers, envelope, to.name):
        raise Refused(f"The file's name holds {found}. Choose another.", "file")
    write_whole(made.content, to, first)


def leaked_name(papers: Papers, envelope: Envelope, name: str) -> str:
    """Return which detail a file's name holds that is withheld from whom it is for, by name."""
    reader = envelope.recipient.reader
    return next(iter(leaked(papers, reader, name)), "") if reader else ""


def printed_copy(envelope: Envelope, what: GivenDocument, meeting_id: UUID) -> Printed:
    """Return what the line of one document of an envelope says."""
    return _sent(envelope, printed_edition(what, envelope.edition, meeting_id))


def _sent(envelope: Envelope, printed: Printed) -> Printed:
    printed["how"] = envelope.way
    if envelope.person_id:
        printed["to_person_id"] = envelope.person_id
    return printed


def copy_name(envelope: Envelope, printed: Printed) -> str:
    """Return a copy's file name: reference, meeting, document, version, draft, whom it is for."""
    minutes = envelope.edition.minutes
    draft = " DRAFT" if printed.get("is_draft") else ""
    what = f"{minutes.kind.heading.lower()} {printed['what'].in_words} v{minutes.version}{draft}"
    return word_name(minutes.reference, f"{what} for {envelope.recipient.name}")
