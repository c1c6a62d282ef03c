"""Benchmarks: they print seconds and ratios against a named peer run beside them; nothing fails."""
