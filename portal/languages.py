"""The languages that `open_locale` can open.

French and English are opened by the first migration of content; the others wait. A language
listed here needs no interface catalogue: its buttons stay in English until one is written.
"""

LANGUAGES = [
    ("fr", "Français"),
    ("en", "English"),
    ("ar", "العربية"),
    ("br", "Brezhoneg"),
    ("ca", "Català"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("eu", "Euskara"),
    ("it", "Italiano"),
    ("nl", "Nederlands"),
    ("pt", "Português"),
]
