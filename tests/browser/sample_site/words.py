"""Words that strain a layout: long, unbreakable, marked, and many."""

UNBREAKABLE = "déconstitutionnalisation" * 3 + "réemploi"
LONG_TITLE = (
    "Chaleur fatale & T² : l'atelier de l'îlot « Nord » 🌱 mesure, compare, "
    f"{UNBREAKABLE} repart ici"
)
LONG_SENTENCE = (
    f"{LONG_TITLE}, avec https://example.org/{'tres-longue-adresse-' * 6}fin.html et 1 234 567,89 €"
)
LONG_ADDRESS = f"https://example.org/{'segment-' * 12}"
LONG_HTML = (
    f"<h2>{LONG_TITLE}</h2><p>{LONG_SENTENCE}. " + "Mot après mot, sans fin. " * 30 + "</p>"
    f"<ul><li>{UNBREAKABLE}</li><li>un ; deux</li></ul>"
    f'<p><a href="{LONG_ADDRESS}">{LONG_ADDRESS}</a></p>'
)
PARAGRAPH = (
    "<p>On a ouvert la porte à dix heures, et la table était déjà pleine. Chacun a posé ce qui ne "
    "marchait plus, puis raconté depuis quand, et pourquoi on l'avait gardé. <b>Rien n'a été jeté "
    "ce jour-là</b>. Le soir, une feuille disait ce qui repartirait, ce qui donnerait des pièces, "
    "et qui reviendrait samedi.</p>"
)


def long_table(rows: int = 40, columns: int = 12) -> dict:
    """Return the value of a table block that is wider and taller than any screen."""
    head = [f"Colonne {number} & suite" for number in range(columns)]
    cells = [
        [f"{row} × {column} = {row * column}" for column in range(columns)] for row in range(rows)
    ]
    cells[0][1] = UNBREAKABLE
    return {
        "caption": LONG_TITLE,
        "table": {
            "data": [head, *cells],
            "first_row_is_table_header": True,
            "first_col_is_header": True,
        },
    }
