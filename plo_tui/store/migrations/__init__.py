"""Alembic's scripts, each of which brings a store one revision on, and what they share."""
