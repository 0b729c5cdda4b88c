"""Who can own a line of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.words import PersonKind

if TYPE_CHECKING:
    from agenda.papers import Papers
    from agenda.records import Person
    from plo_tui.widgets.form_names import Named


def line_owners(papers: Papers) -> list[Named]:
    """Return everyone who can own a line: the parents first, then the others, then staff."""
    parents = {person.id for person in papers.parents}
    people = sorted(papers.people, key=lambda person: person.id not in parents)
    owners = [
        (one.id, one.known_as, _who(one, "parent" if one.id in parents else one.role))
        for one in people
        if one.kind is not PersonKind.LAWYER
    ]
    return owners + [(row.id, row.name, row.role.value) for row in papers.staff]


def _who(person: Person, role: str) -> str:
    return f"{person.full_name}, {role}" if role else person.full_name
