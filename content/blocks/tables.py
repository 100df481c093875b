"""Tables whose cells can be translated."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StructBlock
from wagtail.contrib.table_block.blocks import TableBlock as WagtailTableBlock
from wagtail_localize.segments import StringSegmentValue

from content.blocks.plain import CharBlock

OPTIONS = {
    "minSpareRows": 0,
    "startRows": 3,
    "startCols": 3,
    "renderer": "text",
    "contextMenu": ["row_above", "row_below", "col_left", "col_right", "remove_row", "remove_col"],
}


class CellsBlock(WagtailTableBlock):
    """Wagtail's table block, which by itself hides its cells from wagtail-localize."""

    def __init__(self, **kwargs):
        super().__init__(table_options=OPTIONS, **kwargs)

    def get_translatable_segments(self, value):
        """Return one segment a filled cell; its path is "row.column"."""
        return [
            StringSegmentValue(f"{row}.{column}", cell)
            for row, cells in enumerate((value or {}).get("data", []))
            for column, cell in enumerate(cells)
            if cell
        ]

    def restore_translated_segments(self, value, segments):
        """Return the table with the translated cells in their places."""
        for segment in segments:
            row, column = map(int, segment.path.split("."))
            value["data"][row][column] = segment.render_text()
        return value


class TableBlock(StructBlock):
    caption = CharBlock(label=_("Caption"), max_length=200)
    table = CellsBlock(label=_("Table"))

    class Meta:
        icon = "table"
        label = _("Table")
        template = "content/blocks/table.html"
        description = _("A small table; its first row names the columns.")
        preview_value = {
            "caption": "Prêts par mois",
            "table": {
                "data": [
                    ["Objet", "Mars", "Avril"],
                    ["Perceuse", "4", "7"],
                    ["Vélo-cargo", "9", "12"],
                ],
                "first_row_is_table_header": True,
                "first_col_is_header": False,
            },
        }
