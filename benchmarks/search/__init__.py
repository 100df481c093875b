"""How long questions take on corpora of growing size, beside stock Wagtail search.

    make bench
    python -m benchmarks.search [--sizes 1000,10000,100000] [--json]

Documents are drawn from a seed: their words follow Zipf's law, and a few marked words are in a
known share of them.
"""
