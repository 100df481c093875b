from content.models.children import (
    Attachment,
    PageCredit,
    PageTag,
    PageTerritory,
    PageTheme,
    Tag,
)
from content.models.editorial import EditorialPage
from content.models.identity import SiteIdentity
from content.models.images import PortalImage, PortalRendition
from content.models.vocabularies import (
    CoalitionFamily,
    GlossaryTerm,
    Licence,
    Organisation,
    Term,
    Territory,
    Theme,
)

__all__ = [
    "Attachment",
    "CoalitionFamily",
    "EditorialPage",
    "GlossaryTerm",
    "Licence",
    "Organisation",
    "PageCredit",
    "PageTag",
    "PageTerritory",
    "PageTheme",
    "PortalImage",
    "PortalRendition",
    "SiteIdentity",
    "Tag",
    "Term",
    "Territory",
    "Theme",
]
