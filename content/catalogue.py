"""What a page type tells the catalogue about itself.

The catalogue (`search/`) is a floor above: a page type only declares, it never imports it.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class SearchMapping:
    """How pages of a type enter the catalogue.

    `kind` is the public type, a facet; `family` gives the colour and shape of its mark.
    `text` names the fields and child relations whose words are searched, beside title,
    summary and body. `date` names the field by which the type is dated, when it is not the
    day of publication. `facts` names a method that returns the short facts of a card.
    `listed` is false for pages that only organise others.
    """

    kind: str
    family: str
    text: tuple[str, ...] = ()
    date: str = ""
    facts: str = "card_facts"
    listed: bool = True
    facets: dict[str, str] = field(default_factory=dict)
