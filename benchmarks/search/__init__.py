"""How long questions take on corpora of growing size, beside stock Wagtail search.

    make bench
    python -m benchmarks.search [--engines sqlite,…] [--sizes 1000,…] [--server-sizes …] [--json]

Each engine that can be reached is measured in a process, on a database and in indices of its own,
all of which go away. Documents are drawn from a seed: their words follow Zipf's law, and a few
marked words are in a known share of them. No page is saved: rows are written in bulk.
"""
