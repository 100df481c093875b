"""The demo: original pages, vocabularies, pictures, files and accounts of a small community.

`texts/` holds what is said, as data; the other modules put it in place. `load` and `remove`
are the two services; the `demo` command is thin over them.
"""
