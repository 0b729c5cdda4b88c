"""The closed lists of safe copies. Each word is stored, shown and printed as it stands here."""

from __future__ import annotations

from enum import StrEnum


class WithheldKind(StrEnum):
    """What kind of detail is withheld."""

    ADDRESS = "address"
    TELEPHONE = "telephone"
    SCHOOL = "school or nursery"
    WORK = "place of work"
    CARER = "who a child lives with"
    OTHER = "other detail"
