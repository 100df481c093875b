"""The axes of an exploration, their groups, and the phases each group proposes."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ListBlock, StructBlock

from content.blocks.files import FileBlock
from content.blocks.plain import CharBlock
from content.blocks.text import CleanRichTextBlock


class PhaseBlock(StructBlock):
    title = CharBlock(label=_("Title"), required=False, max_length=200)
    text = CleanRichTextBlock(label=_("Text"), required=False)

    class Meta:
        icon = "arrow-right"
        label = _("Phase")


class GroupBlock(StructBlock):
    title = CharBlock(label=_("Title"), max_length=200)
    challenge = CleanRichTextBlock(label=_("Challenge"), required=False)
    phases = ListBlock(PhaseBlock(), label=_("Phases"), min_num=0)
    roadmap = FileBlock(label=_("Roadmap"), required=False)

    class Meta:
        icon = "group"
        label = _("Group")


class AxisBlock(StructBlock):
    title = CharBlock(label=_("Title"), max_length=200)
    introduction = CleanRichTextBlock(label=_("Introduction"), required=False)
    groups = ListBlock(GroupBlock(), label=_("Groups"), min_num=0)

    class Meta:
        icon = "list-ol"
        label = _("Axis")
        template = "content/blocks/axis.html"
        description = _("One axis of an exploration: groups, phases, roadmaps.")
        preview_value = {
            "title": "Faire durer le matériel",
            "introduction": "<p>Deux groupes ont cherché ce qui retient de réparer.</p>",
            "groups": [
                {
                    "title": "Des pièces à portée de main",
                    "challenge": "<p>Sans stock commun, chaque panne attend six semaines.</p>",
                    "phases": [
                        {"title": "Recenser", "text": "<p>Un tableur partagé suffit.</p>"},
                        {"title": "Mutualiser", "text": "<p>Une étagère par canton.</p>"},
                        {"title": "Tenir", "text": "<p>Une personne nommée par lieu.</p>"},
                    ],
                    "roadmap": {"file_name": "pieces-feuille-de-route.pdf", "host": "example.org"},
                }
            ],
        }
