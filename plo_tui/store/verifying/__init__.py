"""Verifying a store: every page, the journal's chains, every record against them, the approvals."""
