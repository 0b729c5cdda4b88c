"""Writing a document of a meeting: for whom it is cut, which one, where to, in whose look."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from agenda.copy_named import is_to_the_family, why_not_whole
from agenda.edition import CHANGED, changed_sentences
from agenda.printed import printed_edition
from agenda.words import GivenDocument
from plo_tui.file_names import word_name
from plo_tui.pack_documents import PackLook, copy_name, printed_copy, write_copy
from plo_tui.screens.word_form import WordForm
from plo_tui.store.problems import Refused
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, LineField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from agenda.edition import Edition
    from agenda.pack import Envelope
    from agenda.printed import Printed
    from plo_tui.desk import Desk
    from plo_tui.screens.copies_reading import Copies
    from plo_tui.screens.word_form import Writer


class Document(StrEnum):
    """What can be written of a meeting."""

    MINUTES = "the minutes"
    FAMILY_PLAN = "the plan for the family, in plain words"
    EASY_READ = "the easy-read copy of minutes and plan"
    ANNEX = "the annex: corrections asked for, and the replies"

    @property
    def given(self) -> GivenDocument:
        """What the document is, where it is kept that it was given out."""
        return GivenDocument[self.name]


class ExportForm(WordForm):
    """Writes one document of an edition, and ends with the file it is in.

    A copy for a parent is cut for them. Where one of them must not have the whole, the copies
    are offered first, and the whole is written for none of them.
    """

    def __init__(
        self,
        desk: Desk,
        copies: Copies,
        document: Document = Document.MINUTES,
        folder: Path | None = None,
        chosen: Envelope | None = None,
    ) -> None:
        """Offer to write a document.

        Args:
            desk: the desk; its settings name the authority's template.
            copies: the meeting's minutes, and what each recipient gets of them.
            document: what is offered first.
            folder: where it goes at first; the user's documents where None.
            chosen: whose copy is offered first; a parent's where details are withheld or people
                kept apart, else the whole.
        """
        self.edition = copies.edition
        self._copies = copies
        self._document = document
        self._named_whole = ""
        kept = copies.papers.withheld or copies.papers.kept_apart
        self._first = chosen or next(iter(copies.of_family if kept else ()), None)
        name = file_name(self.edition, document)
        super().__init__(desk, copies.papers, folder or documents_folder(), name)
        self.title = f"Write a Word document: {self.edition.minutes.kind.heading.lower()}"

    def fields(self) -> Iterable[FormField]:
        """Which document, for whom it is cut, which file, which template."""
        yield ChoiceField("document", "Document", self._offered(self._first), self._document)
        whose = [(f"a copy for {one.recipient.name}", one) for one in self._copies.of_family]
        yield ChoiceField(
            "copy",
            "Which copy",
            [*whose, *_WHOLE] if self._first else [*_WHOLE, *whose],
            self._first,
            help_text="A copy for a parent leaves out what is withheld from them, the other "
            "children, and whoever they are kept apart from. The whole is for the authority, the "
            "court, or lawyers who are named as getting the whole.",
        )
        yield from super().fields()

    def on_mount(self) -> None:
        """Say what the copy that is offered leaves out, and where a draft will show."""
        self._show_copy()
        self._at_first = self._typed()

    @property
    def _chosen(self) -> Envelope | None:
        chosen: Envelope | None = self.field("copy").value
        return chosen

    @on(FormField.Edited)
    def _edited(self, event: FormField.Edited) -> None:
        """Follow whose copy it is, and which document."""
        if event.field.key in ("copy", "document"):
            self._show_copy()

    def _show_copy(self) -> None:
        """Offer what belongs to this copy: its documents, its file name; say what is left out."""
        chosen, documents = self._chosen, self.field("document")
        assert isinstance(documents, ChoiceField)  # noqa: S101 - as `fields` made it
        documents.offer(self._offered(chosen))
        self.field("to").display = chosen is None
        self.field("copy").note(_told(chosen) if chosen else "")
        self._offer_file()
        self._say_draft()

    def _offer_file(self) -> None:
        """Offer the file name that goes with copy and document, unless one was typed."""
        file = self.field("file")
        if isinstance(file, LineField) and file.typed == self.offered:
            chosen, document = self._chosen, self.field("document").value
            name = file_name(self.edition, document)
            if chosen:
                name = copy_name(chosen, self._printed_copy(chosen, document))
            self.offered = str(self.folder / name)
            file.input.value = self.offered

    def _offered(self, chosen: Envelope | None) -> list[tuple[str, Document]]:
        """Return what can be written: an annex only where something is annexed."""
        edition = chosen.edition if chosen else self.edition
        return [
            (one.value, one)
            for one in Document
            if (one is not Document.ANNEX or edition.annex)
            and (one is not Document.EASY_READ or chosen)
        ]

    def _say_draft(self) -> None:
        for said in changed_sentences(self.edition)[:1]:
            self.field("document").note(f"{said} {CHANGED} will stand across every page.")
            return
        if self.edition.state.is_draft:
            self.field("document").note(
                f"{self.edition.state.in_words}. DRAFT will stand across every page."
            )

    # --- writing

    def whom(self) -> str:
        """Whom it is for: whose copy it is, or who is typed.

        Raises:
            Refused: where the whole would go to a parent whose copy lacks anything; once, where
                it would go to who acts for one.
        """
        if chosen := self._chosen:
            return chosen.to
        typed = super().whom()
        papers, envelopes = self._copies.papers, self._copies.envelopes
        why = why_not_whole(papers, self.edition, envelopes, typed)
        is_theirs = is_to_the_family(papers, typed)
        if why and (is_theirs or typed != self._named_whole):
            self._named_whole = typed
            once_more = "" if is_theirs else ", or save again to give the whole"
            raise Refused(f"{why} Choose the copy above{once_more}.", "to")
        return typed

    def printed(self) -> Printed:
        """What the document that is chosen is."""
        document: Document = self.field("document").value
        if chosen := self._chosen:
            return self._printed_copy(chosen, document)
        return printed_edition(document.given, self.edition, self._copies.papers.meeting.id)

    def _printed_copy(self, chosen: Envelope, document: Document) -> Printed:
        return printed_copy(chosen, document.given, self._copies.papers.meeting.id)

    def writer(self) -> Writer:
        """What writes the document that is chosen."""
        document: Document = self.field("document").value
        if chosen := self._chosen:
            desk, draft = self.desk, self.edition.state.is_draft
            look = PackLook(desk.today(), desk.policy, draft=draft)
            return partial(write_copy, self._copies.papers, chosen, document.given, look)
        return partial(_write, self.edition, document)


_WHOLE: list[tuple[str, Envelope | None]] = [
    ("the whole, uncut: for us, the court, or lawyers named as whole", None)
]


def _told(envelope: Envelope) -> str:
    """Return by which way a copy goes, and what it leaves out."""
    left = f" Left out: {'; '.join(envelope.left_out)}." if envelope.left_out else ""
    return f"{envelope.route[:1].upper()}{envelope.route[1:]}.{left}"


def documents_folder() -> Path:
    """Return the user's documents folder, or their home where there is none."""
    from platformdirs import user_documents_path

    folder = user_documents_path()
    return folder if folder.is_dir() else Path.home()


def file_name(edition: Edition, document: Document) -> str:
    """Return a name that every system takes: reference, meeting, document, version, draft."""
    minutes = edition.minutes
    draft = f" {CHANGED}" if edition.is_changed else " DRAFT" if edition.state.is_draft else ""
    kind = minutes.kind.heading.lower()
    return word_name(
        minutes.reference, f"{kind} {document.given.in_words} v{minutes.version}{draft}"
    )


def _write(
    edition: Edition,
    document: Document,
    to: Path,
    template: Path | None,
    *,
    first: Callable[[], None],
) -> None:
    """Write it; the exporters are loaded here, because only an export needs them."""
    from exports.annex import write_annex
    from exports.family_plan import write_family_plan
    from exports.minutes import write_minutes

    if document is Document.MINUTES:
        draft = edition.state.is_draft
        write_minutes(edition, to, template=template, draft=draft, first=first)
    elif document is Document.ANNEX:
        write_annex(edition, to, template=template, first=first)
    else:
        write_family_plan(edition, to, template=template, first=first)
