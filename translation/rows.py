"""What a translator sees of each text: its source, its place, help, warnings, history."""

from dataclasses import dataclass, field
from html import unescape

from django.core.exceptions import FieldDoesNotExist
from django.utils.safestring import SafeString
from wagtail_localize.models import Translation

from translation import differences, freshness, memory, quality, texts
from translation.glossary import Entry, Glossary
from translation.models import SourceChange, TextVersion
from translation.texts import Unit


@dataclass
class Row:
    """A text of the editor. `typed` is what the person wrote, if it could not be saved as it is."""

    unit: Unit
    label: str
    source_html: SafeString
    terms: list[Entry]
    warnings: list[str]
    suggestions: list[memory.Suggestion] = field(default_factory=list)
    versions: list[TextVersion] = field(default_factory=list)
    change: SourceChange | None = None
    typed: str | None = None
    refusal: str = ""
    is_conflict: bool = False

    @property
    def name(self) -> str:
        """The part that is common to the names of its inputs."""
        return f"{self.unit.string_id}-{self.unit.context_id}"

    @property
    def change_html(self) -> SafeString:
        """What the source became since it was translated: what went, what came."""
        return differences.marked(self.change.old, self.change.new)

    @property
    def shown(self) -> str:
        return _as_typed(self.unit.text) if self.typed is None else self.typed

    @property
    def lines(self) -> int:
        """How many lines its box has: enough for the longer of both texts, twelve at most."""
        return min(12, 1 + max(len(self.unit.source), len(self.shown)) // 50)


def _as_typed(text: str) -> str:
    """Return a text as one types it: "&" rather than its entity, unless that would be markup."""
    return text if "&lt;" in text or "&gt;" in text else unescape(text)


def rows_for(translation: Translation, units: list[Unit], with_memory: bool) -> list[Row]:
    """Return the rows of some texts of a translation. Ten queries, however many they are."""
    glossary = Glossary(translation.source.locale, translation.target_locale)
    model = translation.source.specific_content_type.model_class()
    found = [_row(unit, model, glossary) for unit in units]
    _add_history(translation, found)
    _add_changes(translation, found)
    if with_memory:
        _add_suggestions(translation, found)
    return found


def _row(unit: Unit, model, glossary: Glossary) -> Row:
    warnings = quality.warnings_of(unit.source, unit.text, quality.limit_of(model, unit.path))
    return Row(
        unit=unit,
        label=label_of(model, unit.field_path),
        source_html=glossary.marked(unit.source),
        terms=glossary.terms_in(unit.source),
        warnings=warnings + glossary.warnings_of(unit.source, unit.text),
    )


def _add_history(translation: Translation, found: list[Row]) -> None:
    versions = texts.history(translation, {row.unit.context_id for row in found})
    for row in found:
        row.versions = versions.get(row.unit.key, [])[:10]


def _add_changes(translation: Translation, found: list[Row]) -> None:
    """Show what a text to do again was before, and how that was translated."""
    to_do = [row for row in found if row.unit.is_missing]
    changes = freshness.former_texts(translation, {row.unit.path for row in to_do})
    for row in to_do:
        row.change = changes.get((row.unit.path, row.unit.source))


def _add_suggestions(translation: Translation, rows: list[Row]) -> None:
    """Offer what the same text became elsewhere, and else what like texts became."""
    to_do = [row for row in rows if row.unit.is_missing or row.unit.error]
    same = memory.same(translation, {row.unit.string_id for row in to_do})
    alike = memory.alike(
        translation,
        {row.unit.string_id: row.unit.source for row in to_do if row.unit.string_id not in same},
    )
    for row in to_do:
        number = row.unit.string_id
        known = row.change.former if row.change else None
        found = same.get(number) or alike.get(number, [])
        row.suggestions = [one for one in found if one.text != known]


def label_of(model, field_path: str) -> str:
    """Return where a text is, as editors call it: "Body › Example › Title"."""
    name, *below = field_path.split(".")
    try:
        one = model._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    labels = [_name_of(one)]
    if hasattr(one, "stream_block"):
        labels += _labels_of_block(one.stream_block, below)
    elif one.related_model and below:
        labels += [_name_of(one.related_model._meta.get_field(below[-1]))]
    return " › ".join(label for label in labels if label)


def _name_of(one) -> str:
    """Return the name of a field, or of a row that a relation leads to."""
    is_relation = one.auto_created and one.related_model
    name = one.related_model._meta.verbose_name if is_relation else one.verbose_name
    return str(name)[:1].upper() + str(name)[1:]


def _labels_of_block(block, names: list[str]) -> list[str]:
    labels = []
    for name in names:
        children = getattr(block, "child_blocks", None)
        block = (children or {}).get(name) or getattr(block, "child_block", None)
        if block is None:
            break
        labels += [str(block.label)] if children else []
    return labels
