"""The authority's policy: every number, limit and name that the practice leaves to it.

The defaults, with meaning and source, are in `policy.toml` beside this file; nothing else in
the code holds such a number. An authority's own file overrides the entries it names. A meeting
keeps the whole policy it was opened with as text (`pinned`), so a later change never moves a
live case's dates.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agenda import policy_sections as sections
from agenda.broken_file import BrokenFile, read_toml
from agenda.policy_values import UnfitError, read_value, write_value
from agenda.toml_lines import TomlLines
from agenda.toml_table import nearest, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ENTRY_KEYS = ("value", "meaning", "source", "least", "most", "choices")
"""What may stand under an entry; an authority's file sets `value`, and may give a `source`."""

EntryPath = tuple[str, str]
"""A section's name and an entry's: `("window", "weeks")`."""


@dataclass(frozen=True, slots=True)
class Policy:
    """One authority's whole policy: a section for each part of the practice.

    Each attribute is an entry of `policy.toml` (`policy.window.weeks` is `[window.weeks]`);
    `policy_entries` gives the meaning and source of each.
    """

    legal_planning: sections.LegalPlanning
    booking: sections.Booking
    letter: sections.LetterTimes
    window: sections.WindowLength
    midway: sections.MidwayReview
    final: sections.FinalReview
    extension: sections.ExtensionLimits
    tracker: sections.CourtTracker
    slippage: sections.Slippage
    chair: sections.Chairing
    minutes: sections.MinutesRules
    family_offer: sections.FamilyOffer
    shield: sections.Shielding
    concerns: sections.ConcernLimits
    plan: sections.PlanRules
    lock: sections.Locking
    backup: sections.Backups
    retention: sections.Retention
    bank_holidays: sections.BankHolidays

    def pinned(self) -> str:
        """Return the whole policy as text: the same for equal policies, and itself TOML."""
        return "\n".join(
            f"[{section}.{entry.name}]\nvalue = "
            f"{write_value(str(entry.type), getattr(getattr(self, section), entry.name))}\n"
            for section, kind in sections.SECTIONS.items()
            for entry in fields(kind)
        )

    @classmethod
    def from_pinned(cls, text: str) -> Policy:
        """Return the policy that `pinned` wrote; an entry newer than the text takes its default.

        Raises:
            BrokenFile: the text is not such a policy.
        """
        return read_policy(text, "the policy this meeting was opened with")


@dataclass(frozen=True, slots=True)
class PolicyEntry:
    """One entry as the guide lists it: dotted name, default value, meaning and source."""

    name: str
    value: object
    meaning: str
    source: str


@cache
def default_policy() -> Policy:
    """Return the policy as it is shipped."""
    return _policy({})


def policy_entries() -> tuple[PolicyEntry, ...]:
    """Return every entry of the shipped policy, in the order of `policy.toml`."""
    return tuple(
        PolicyEntry(f"{section}.{name}", entry["value"], entry["meaning"], entry["source"])
        for section, entries in _shipped().items()
        for name, entry in entries.items()
    )


def read_policy(text: str, file: str) -> Policy:
    """Return the shipped policy with the entries that an authority's file names put in place.

    Args:
        text: the whole file, TOML shaped like `policy.toml`: `[window.weeks]`, `value = 16`.
        file: its name, as the user knows it.

    Raises:
        BrokenFile: an entry is unknown, of the wrong type or out of range, or contradicts
            another; names the line.
    """
    text, written = read_toml(text, file)
    try:
        chosen = {path: _value(path, entry) for path, entry in _written_entries(written)}
        policy = _policy(chosen)
        _check_agreement(policy, chosen)
    except UnfitError as unfit:
        raise BrokenFile(file, TomlLines(text).line(unfit.path), unfit.reason) from None
    return policy


@cache
def _shipped() -> dict[str, dict[str, dict[str, Any]]]:
    """Return `policy.toml` as it is written: section, entry, then the keys of the entry."""
    return tomllib.loads(Path(__file__).with_name("policy.toml").read_text(encoding="utf-8"))


def _policy(chosen: dict[EntryPath, Any]) -> Policy:
    """Return the shipped policy with the chosen values in place."""
    parts = {}
    for section, kind in sections.SECTIONS.items():
        values = {}
        for entry in fields(kind):
            path = (section, entry.name)
            shipped = _shipped()[section][entry.name]
            values[entry.name] = chosen[path] if path in chosen else _value(path, shipped)
        parts[section] = kind(**values)
    return Policy(**parts)


def _value(path: EntryPath, entry: dict[str, Any]) -> Any:
    """Return the value of an entry, as its dataclass holds it; refuse one of another type."""
    section, name = path
    kind = next(
        str(field.type) for field in fields(sections.SECTIONS[section]) if field.name == name
    )
    return read_value(kind, entry["value"], (*path, "value"), _shipped()[section][name])


def _written_entries(written: dict[str, Any]) -> Iterator[tuple[EntryPath, dict[str, Any]]]:
    """Give each entry of a file with its path; the first that is unknown or bare is refused."""
    for section, entries in written.items():
        _check_known((section,), _shipped())
        if not isinstance(entries, dict):
            near = next(iter(_shipped()[section]))
            raise UnfitError((section,), f"`{section}` is a section. Write [{section}.{near}].")
        for name, entry in entries.items():
            path = (section, name)
            _check_known(path, _shipped()[section])
            if not isinstance(entry, dict):
                reason = f"write [{section}.{name}], and on the next line value = and what it is."
                raise UnfitError(path, reason)
            for key in entry:
                _check_known((*path, key), ENTRY_KEYS)
            if "value" not in entry:
                reason = f"`{section}.{name}` has no value. Write value = below it."
                raise UnfitError(path, reason)
            yield path, entry


def _check_known(path: tuple[str, ...], known: Iterable[str]) -> None:
    """Refuse a name that is not one of `known`, and say which is nearest."""
    if path[-1] not in known:
        near = nearest(path[-1], tuple(known))
        written = shown(".".join(path))
        raise UnfitError(path, f"there is no `{written}`. Did you mean `{near}`?")


def _check_agreement(policy: Policy, chosen: dict[EntryPath, Any]) -> None:
    """Refuse entries that contradict each other, at the first of them that the file names."""
    for paths, agree, reason in _AGREEMENTS:
        if not agree(policy):
            named = next(path for path in paths if path in chosen)
            raise UnfitError((*named, "value"), reason)


_AGREEMENTS: tuple[tuple[tuple[EntryPath, ...], Callable[[Policy], bool], str], ...] = (
    (
        (("midway", "week"), ("final", "week")),
        lambda policy: policy.midway.week < policy.final.week,
        "the midway review must come before the final review. Set midway.week and final.week.",
    ),
    (
        (("final", "week"), ("window", "weeks")),
        lambda policy: policy.final.week <= policy.window.weeks,
        "the final review must be inside the window. Set final.week and window.weeks.",
    ),
    (
        (("letter", "draft_days"), ("letter", "legal_days"), ("letter", "delivered_days")),
        lambda policy: (
            policy.letter.draft_days + policy.letter.legal_days <= policy.letter.delivered_days
        ),
        "drafting and legal's time do not fit before delivery. Set letter.delivered_days.",
    ),
    (
        (("booking", "must_days"), ("booking", "should_days")),
        lambda policy: policy.booking.must_days <= policy.booking.should_days,
        "what is a should turns into a must later, not earlier. Set booking.must_days.",
    ),
    (
        (("minutes", "draft_days"), ("minutes", "circulated_days")),
        lambda policy: policy.minutes.draft_days <= policy.minutes.circulated_days,
        "minutes cannot be sent before they are drafted. Set minutes.circulated_days.",
    ),
    (
        (("minutes", "approvers"),),
        lambda policy: bool(policy.minutes.approvers),
        "someone must approve the minutes. Name one in minutes.approvers.",
    ),
)
"""Entries that must agree: their paths, whether they do, and what to say where they do not."""
