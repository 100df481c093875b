"""What somebody said: quotes, interviews, key points of a discussion."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ListBlock, StructBlock

from content.blocks.plain import CharBlock, TextBlock
from content.blocks.text import CleanRichTextBlock


class QuoteBlock(StructBlock):
    text = TextBlock(label=_("Quote"))
    author = CharBlock(label=_("Author"), required=False, max_length=160)
    source = CharBlock(label=_("Source"), required=False, max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "content/blocks/quote.html"
        description = _("Words of somebody, with their name.")
        preview_value = {
            "text": "Nous pensions manquer de machines ; nous manquions d'un tournevis.",
            "author": "Une habitante",
            "source": "Atelier de mars",
        }


class QuestionAnswerBlock(StructBlock):
    question = CharBlock(label=_("Question"), max_length=400)
    answer = CleanRichTextBlock(label=_("Answer"))

    class Meta:
        icon = "help"
        label = _("Question and answer")
        template = "content/blocks/question_answer.html"
        description = _("One exchange of an interview.")
        preview_value = {
            "question": "Par quoi avez-vous commencé ?",
            "answer": "<p>Par un carnet et trois questions posées au marché.</p>",
        }


class KeyPointBlock(StructBlock):
    speaker = CharBlock(
        label=_("Speaker"),
        required=False,
        max_length=120,
        help_text=_("Only with the person's consent."),
    )
    text = TextBlock(label=_("Point"))

    class Meta:
        icon = "comment"
        label = _("Key point")


class KeyPointsBlock(StructBlock):
    title = CharBlock(label=_("Title"), required=False, max_length=160)
    points = ListBlock(KeyPointBlock(), label=_("Points"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Key points")
        template = "content/blocks/key_points.html"
        description = _("What was said in a discussion, speaker by speaker.")
        preview_value = {
            "title": "Ce que l'on retient",
            "points": [
                {"speaker": "", "text": "Commencer par un lieu que tout le monde connaît."},
                {"speaker": "N. B.", "text": "Prévoir un temps sans écran."},
            ],
        }
