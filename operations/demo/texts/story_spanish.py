"""A story in Spanish among the French pages: the language of a text is not that of the site."""

from datetime import date

from operations.demo.blocks import quote
from operations.demo.description import Entry, Version, organisation, page, prose

CHANNEL = Entry(
    "story-channel",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "La acequia que nadie medía",
            "la-acequia-que-nadie-media",
            "En Fuentelobera, tres pueblos comparten una acequia y desconfían unos de otros. Una "
            "regla pintada en la compuerta hizo más que el programa de gestión. Texto en español.",
            fields={
                "places": "Fuentelobera, Teruel",
                "done": prose("""
El agua llega por turnos: un día a cada pueblo. Cada verano había la misma discusión, porque nadie
sabía cuánta pasaba. La comunidad de regantes pagó un programa para repartir las horas. Los mayores
no lo abrían y los jóvenes no estaban.

Una maestra jubilada propuso pintar una regla en cada compuerta, con rayas de cinco centímetros y
números grandes. Quien abre, apunta: la fecha, la hora, la raya. **El cuaderno cuelga de un clavo,
dentro de una bolsa.**
"""),
                "results": prose("""
- Dos veranos apuntados, con 611 líneas y cuatro letras distintas.
- El pueblo de abajo recibía un quinto menos de lo que le tocaba. Ahora lo sabe todo el mundo,
  también los de arriba.
- Los turnos se han cambiado una vez, en una reunión de cuarenta minutos.
"""),
                "difficulties": prose("""
Saberlo no gustó. Hubo quien arrancó una hoja en julio; la volvimos a escribir entre tres. Y cuando
baja barro, la raya engaña: hay que limpiar la compuerta antes de leer.
"""),
                "advice": prose("""
Empezad por una sola compuerta, la más discutida. Que apunte quien abre, no un vigilante. Y leed el
cuaderno en voz alta, una vez al mes, en el bar.
"""),
            },
            body=(
                quote(
                    "Antes discutíamos de memoria. Ahora discutimos con el cuaderno delante.",
                    "Un regante de Fuentelobera",
                ),
            ),
            rows={
                "actors": [
                    {"organisation": organisation("regantes-fuentelobera"), "role": "apunta"},
                ]
            },
            text_language="es",
        )
    },
    fields={
        "period_start": date(2024, 5, 1),
        "period_end": date(2025, 9, 1),
        "period_precision": "month",
        "coalition": page("coalition-notebook"),
    },
    rows={"story_links": [{"other": page("story-sensor"), "kind": "contrasts"}]},
    themes=("living", "data"),
    territories=("fuentelobera", "spain"),
    tags=("eau", "relevé"),
    credits=({"organisation": organisation("regantes-fuentelobera"), "role": "author"},),
    content_language="es",
    picture="channel",
)
