"""The blocks of a body. Few, each with a sample (`Meta.preview_value`) and a template."""

from wagtail.blocks import StreamBlock

from content.blocks.exploration import AxisBlock
from content.blocks.figures import FigureBlock, KeyFiguresBlock
from content.blocks.files import DownloadBlock
from content.blocks.notes import AttentionBlock, CallToActionBlock, ExampleBlock
from content.blocks.speech import KeyPointsBlock, QuestionAnswerBlock, QuoteBlock
from content.blocks.tables import TableBlock
from content.blocks.text import HeadingBlock, TextBlock


class BodyBlock(StreamBlock):
    """The body of a page: every block of the portal."""

    text = TextBlock()
    heading = HeadingBlock()
    figure = FigureBlock()
    quote = QuoteBlock()
    key_figures = KeyFiguresBlock()
    example = ExampleBlock()
    attention = AttentionBlock()
    call_to_action = CallToActionBlock()
    table = TableBlock()
    download = DownloadBlock()
    question_answer = QuestionAnswerBlock()
    key_points = KeyPointsBlock()
    axis = AxisBlock()


__all__ = ["AxisBlock", "BodyBlock", "QuestionAnswerBlock"]
