"""The rule that everyone gets a letter of their own; `agenda.entitled` says who everyone is."""

from __future__ import annotations

from agenda.finding import Level, Rule

EVERYONE = Rule(
    "letter.everyone",
    Level.MUST,
    "Every parent, and everyone else with parental responsibility, has a letter of their own.",
    "Sutton 2019, Step 1: the letter is delivered to the parents; Children Act 1989, section 3",
)
