"""The closed lists of the records. Each word is stored, shown and printed as it stands here."""

from __future__ import annotations

from enum import StrEnum


class StaffRole(StrEnum):
    """What a member of staff does around a meeting."""

    TEAM_MANAGER = "team manager"
    ASSISTANT_TEAM_MANAGER = "assistant team manager"
    SOCIAL_WORKER = "social worker"
    BUSINESS_SUPPORT = "business support"
    LAWYER = "local authority solicitor"
    HEAD_OF_SERVICE = "head of service"
    OTHER = "other staff"


class LegalStatus(StrEnum):
    """A child's legal status on the day."""

    NONE = "no order"
    ACCOMMODATED = "accommodated (section 20)"
    SUPERVISION_ORDER = "supervision order"
    INTERIM_CARE_ORDER = "interim care order"
    CARE_ORDER = "care order"
    UNBORN = "not yet born"
    OTHER = "other order"


class ChildPlan(StrEnum):
    """The plan a child is subject to."""

    NONE = "no plan"
    CHILD_IN_NEED = "child in need plan"
    CHILD_PROTECTION = "child protection plan"


class PersonKind(StrEnum):
    """Why a person who is not staff is in the record."""

    FAMILY = "family"
    LAWYER = "lawyer"
    INTERPRETER = "interpreter"
    ADVOCATE = "advocate"
    PROFESSIONAL = "professional"


class Relation(StrEnum):
    """How a person is related to a child."""

    MOTHER = "mother"
    FATHER = "father"
    STEP_PARENT = "step-parent"
    GRANDPARENT = "grandparent"
    AUNT_OR_UNCLE = "aunt or uncle"
    SIBLING = "brother or sister"
    OTHER = "other family or friend"


class ParentalResponsibility(StrEnum):
    """Whether a person has parental responsibility for a child."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "not known"
    DISPUTED = "disputed"
    AT_BIRTH = "to be recorded at birth"


class Represented(StrEnum):
    """Whether a person has a solicitor."""

    YES = "represented"
    NO = "no solicitor"
    UNKNOWN = "not known"


class MeetingKind(StrEnum):
    """The kinds of meeting; each has its sheet."""

    LEGAL_PLANNING = "legal planning"
    """The authority's and its lawyers' alone: no family is there, nor reads of it."""
    INITIAL = "initial"
    MIDWAY = "midway"
    FINAL = "final"

    @property
    def heading(self) -> str:
        """The kind as a heading: `Initial meeting`, `Midway review`, `Legal planning meeting`."""
        return f"{self.capitalize()} {'review' if self.is_review else 'meeting'}"

    @property
    def sheet(self) -> str:
        """The kind as agenda sheets and settings write it: `legal_planning`."""
        return self.value.replace(" ", "_")

    @property
    def is_review(self) -> bool:
        """Whether it is a review of a plan agreed before."""
        return self in (MeetingKind.MIDWAY, MeetingKind.FINAL)


class MeetingState(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    LIVE = "live"
    CONCLUDED = "concluded"


class Presence(StrEnum):
    """Where someone invited to a sitting stands."""

    INVITED = "invited"
    PRESENT = "present"
    LATE = "late"
    LEFT = "left"
    APOLOGIES = "apologies"
    ABSENT = "absent"


class Attending(StrEnum):
    """How someone takes part."""

    IN_THE_ROOM = "in the room"
    BY_VIDEO = "by video"
    BY_TELEPHONE = "by telephone"


class YesNo(StrEnum):
    """An answer to a plain question, or none yet."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not asked"


class AdviceChoice(StrEnum):
    """What was chosen where a parent has no solicitor, or capacity is in doubt."""

    ADJOURN = "adjourn"
    PROCEED = "proceed at the parent's wish"
    ASSESS_FIRST = "assess first"


class EntryKind(StrEnum):
    """What a minuted paragraph is.

    An aside is the author's own note: it stands in no document, and courts can still order it.
    A privileged entry is legal advice and belongs to the legal planning record alone.
    """

    NOTE = "note"
    VIEW = "view"
    AGREED = "agreed"
    DISPUTED = "disputed"
    CONSEQUENCE = "consequence explained"
    DOCUMENT = "document tabled"
    ADVICE_BREAK = "advice break"
    PAUSE = "pause"
    URGENT = "urgent"
    ASIDE = "aside"
    PRIVILEGED = "privileged"


KEPT_OUT = frozenset({EntryKind.ASIDE, EntryKind.PRIVILEGED})
"""Entries that no document of a meeting may hold."""


class LineKind(StrEnum):
    """The kinds of line in a plan; what each needs differs."""

    ACTION = "action"
    VISIT = "visit"
    ASSESSMENT = "assessment"
    SERVICE = "service"
    AGREEMENT = "agreement"
    BOTTOM_LINE = "bottom line"


class LineState(StrEnum):
    """What the meeting did with a drafted line."""

    DRAFT = "draft"
    AGREED = "agreed"
    AMENDED = "amended"
    DROPPED = "dropped"


class LineOutcome(StrEnum):
    """What became of a line, as a review finds it."""

    DONE = "done"
    PARTLY = "partly done"
    NOT_STARTED = "not started"
    NOT_NEEDED = "no longer needed"


class HelpCame(StrEnum):
    """Whether the help we promised with a line came."""

    ON_TIME = "on time"
    LATE = "late"
    NOT_AT_ALL = "it did not come"
    NONE_PROMISED = "none was promised"


class ParentAnswer(StrEnum):
    """A parent's own answer to one line of the plan."""

    AGREED = "agreed"
    WITH_CONDITIONS = "agreed with conditions"
    NOT_AGREED = "not agreed"
    NO_ANSWER = "no answer today"


class OfferAnswer(StrEnum):
    """The family's answer to the offer of family group decision making."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    THINKING = "thinking about it"
    NOT_ASKED = "not asked"


class ConsentPurpose(StrEnum):
    """What a person is asked to consent to."""

    RECORDS = "sharing records"
    TESTING = "drug or alcohol testing"
    ASSESSMENT = "assessment"


class ApprovalRole(StrEnum):
    """In whose role minutes are approved."""

    CHAIR = "chair"
    LEGAL = "legal"


class GivenDocument(StrEnum):
    """What is given out. `minutes` are those issued to someone; a copy is a document of them."""

    ISSUED = "minutes"
    MINUTES = "copy of the minutes"
    FAMILY_PLAN = "plan for the family"
    ANNEX = "annex to the minutes"
    PAGE = "page to take home"
    WHY = "why"
    LETTER = "letter"
    EASY_READ = "easy-read copy"
    COVERING_NOTE = "covering note"
    GIVEN_LIST = "list of what went to whom"
    INVITATION = "calendar invitation"
    LEGAL_PLANNING = "legal planning record"

    @property
    def in_words(self) -> str:
        """What it is, as a list of what was given out says it."""
        return "minutes" if self is GivenDocument.MINUTES else self.value


class MinutesState(StrEnum):
    """Where a meeting's minutes stand."""

    NONE = "none"
    """The meeting is not concluded."""
    DRAFT = "draft"
    CHAIR = "chair"
    """Approved by the chair, not yet by legal."""
    APPROVED = "approved"
    ISSUED = "issued"

    @property
    def in_words(self) -> str:
        """The state as the screen and every page say it."""
        return {
            MinutesState.NONE: "no minutes yet",
            MinutesState.DRAFT: "DRAFT – not approved",
            MinutesState.CHAIR: "DRAFT – approved by the chair, not yet by legal",
            MinutesState.APPROVED: "Approved by chair and legal",
            MinutesState.ISSUED: "Approved and issued",
        }[self]

    @property
    def is_draft(self) -> bool:
        """Whether a page must say DRAFT across it: until both approvals."""
        return self not in (MinutesState.APPROVED, MinutesState.ISSUED)
