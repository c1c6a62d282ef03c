"""The search against its peers: the same texts, the same questions, in one browser.

    python -m benchmarks.search DOCS.jsonl QUERIES.jsonl [--per-task N] [--engine NAME …]

DOCS has an `{id, title, text}` a line, QUERIES a `{task, q, rel: [ids]}`. Pagefind is measured where
`pip install "pagefind[bin,extended]"` has been done: the extended release knows Thai words. Whatever the texts are, what is missed is reported.
"""
