"""The languages that `open_locale` can open.

A language listed here needs no interface catalogue to be opened: until one is written, its
buttons and the words of its addresses are those of the default language, French.
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
