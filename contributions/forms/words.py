"""The words of a form as one reads them, not as a browser sends them back."""

from django import forms


def words_of(draft) -> dict[str, str]:
    """Return what each part of the form of a text says, by its label, in the order of the steps.

    Texts are Markdown; rows are lines. A part that says nothing is left out.
    """
    found = {}
    for part in draft.parts:
        found |= {str(bound.label): _said(bound) for bound in part["fields"]}
        found |= {str(row["kind"].label): _lines(row["formset"]) for row in part["rows"]}
    return {label: words for label, words in found.items() if words}


def _lines(formset) -> str:
    rows = [form for form in formset.forms if not form.is_blank]
    return "\n".join(filter(None, (_line(form) for form in rows)))


def _line(form) -> str:
    thing = str(getattr(form.held or form.image, "title", "") or "")
    said = [_said(bound) for bound in form.visible_fields() if bound.name != "DELETE"]
    return " · ".join(dict.fromkeys(filter(None, [thing, *said])))


def _said(bound) -> str:
    value = bound.value()
    if isinstance(bound.field, forms.BooleanField):
        return str(bound.label) if value else ""
    if isinstance(bound.field, forms.ModelChoiceField):
        wanted = value if isinstance(value, list) else [value]
        found = bound.field.queryset.filter(pk__in=[one for one in wanted if one])
        return ", ".join(one.name for one in found)
    if isinstance(bound.field, forms.ChoiceField):
        names = {str(code): str(name) for code, name in bound.field.choices}
        return names.get(str(value), str(value)) if value else ""
    return str(value or "").replace("\r\n", "\n").strip()
