"""Measure the reading pages on generated sites of growing size: `python -m benchmarks`.

`generator` fills a scratch database, `measuring` times requests on it, `stock` serves the same
addresses as Wagtail does out of the box, `report` sets the figures side by side.
"""
