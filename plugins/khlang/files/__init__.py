"""Files beside items: their types, sizes and checksums.

Lives here: what may be attached (extension and magic number both), caps, safe published names.
May import: `model`, `thai`. To accept a new type: one line in `kinds`.
"""
