"""Make the sample site: `python -m tests.browser.sample_site ADDRESSES`."""

import os
import sys
from pathlib import Path

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.browser.sample_site.settings")
    django.setup()
    from tests.browser.sample_site.build import build

    build(Path(sys.argv[1]))


if __name__ == "__main__":
    main()
