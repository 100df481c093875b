"""The glossary while one translates: the terms of a text, and whether they were followed."""

import re
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from django.utils.html import escape, format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.models import Locale

from content.folding import fold
from content.models import GlossaryTerm
from translation.quality import plain

_TAG = re.compile(r"(<[^>]*>)")


@dataclass(frozen=True)
class Entry:
    """A term of the source, what it is called in the target, and what it must not be called."""

    name: str
    definition: str
    translation: str
    is_kept: bool
    refused: tuple[str, ...]

    @property
    def wanted(self) -> str:
        """What the translation should say; empty while the term has no translation."""
        return self.name if self.is_kept else self.translation


class Glossary:
    """The published terms of a pair of languages. One query."""

    def __init__(self, source: Locale, target: Locale):
        terms = list(GlossaryTerm.objects.filter(live=True, locale__in=[source, target]))
        others = {term.translation_key: term for term in terms if term.locale_id == target.pk}
        self.entries = [
            _entry(term, others.get(term.translation_key))
            for term in terms
            if term.locale_id == source.pk
        ]

    @cached_property
    def _by_form(self) -> dict[str, Entry]:
        return {fold(entry.name): entry for entry in self.entries}

    @cached_property
    def _pattern(self) -> re.Pattern | None:
        """What finds the terms, the longest first, in the singular or the plural."""
        names = sorted((entry.name for entry in self.entries), key=len, reverse=True)
        forms = [r"\s+".join(rf"{re.escape(word)}[sx]?" for word in name.split()) for name in names]
        return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE) if forms else None

    def terms_in(self, source: str) -> list[Entry]:
        """Return the terms of a text, each once, in their order."""
        if self._pattern is None:
            return []
        found = self._pattern.findall(plain(source))
        entries = (self._by_form.get(fold(form)) for form in found)
        return list(dict.fromkeys(entry for entry in entries if entry))

    def marked(self, source: str) -> SafeString:
        """Return a source as HTML: its markup as code, its terms marked with what they become."""
        parts = _TAG.split(source)
        return format_html_join("", "{}", ((self._part(part),) for part in parts))

    def _part(self, part: str) -> SafeString:
        if part.startswith("<"):
            return format_html("<code>{}</code>", part)
        text = unescape(part)
        html, end = SafeString(""), 0
        for match in self._pattern.finditer(text) if self._pattern else ():
            html += escape(text[end : match.start()]) + self._mark(match.group())
            end = match.end()
        return html + escape(text[end:])

    def _mark(self, form: str) -> SafeString:
        entry = self._by_form.get(fold(form))
        if entry is None:
            return escape(form)
        return format_html('<mark title="{}">{}</mark>', entry.definition, form)

    def warnings_of(self, source: str, text: str) -> list[str]:
        """Return where a translation does not follow the glossary, as sentences."""
        if not text:
            return []
        found = []
        words = f" {fold(plain(text))} "
        for entry in self.terms_in(source):
            if entry.wanted and f" {fold(entry.wanted)} " not in words:
                found.append(
                    _("Glossary: “%(term)s” is called “%(name)s” here.")
                    % {"term": entry.name, "name": entry.wanted}
                )
            found += [
                _("Glossary: do not write “%(form)s”.") % {"form": form}
                for form in entry.refused
                if f" {fold(form)} " in words
            ]
        return found


def _entry(term: GlossaryTerm, other: GlossaryTerm | None) -> Entry:
    refused = (other or term).refused_forms.splitlines()
    return Entry(
        name=term.name,
        definition=strip_tags(term.definition),
        translation=other.name if other else "",
        is_kept=term.is_kept,
        refused=tuple(form.strip() for form in refused if form.strip()),
    )
