"""Faults, tried for real: `python -m benchmarks.faults` makes the table of docs/reliability.md."""
