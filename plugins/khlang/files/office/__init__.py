"""Office documents (OOXML): a zip of XML parts that refer to each other.

`archive` is the zip with its limits, `xml` the only parser, `package` the parts and their relations,
`relations` which of them stay, `structure` the judgement, `cleaning` the published copy with
`changes` (tracked changes) and `media` (pictures inside), `text` what a reader finds.
"""
