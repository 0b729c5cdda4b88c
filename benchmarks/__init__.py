"""What docs/performance.md says about speed, measured: `python -m benchmarks.run`."""
