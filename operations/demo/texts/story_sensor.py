"""The story of a failure: sensors that told a nice tale, and a wrong one."""

from datetime import date

from operations.demo.blocks import attention, quote, text
from operations.demo.description import Entry, Version, organisation, page, prose

SENSOR = Entry(
    "story-sensor",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "Quand le capteur se trompe",
            "quand-le-capteur-se-trompe",
            "Onze capteurs devaient suivre onze sources au Pays de Piton-Latanier. Neuf mois plus "
            "tard, neuf étaient muets et deux mentaient. Ce que nous en avons tiré.",
            fields={
                "places": "Pays de Piton-Latanier, La Réunion",
                "done": prose("""
Le syndicat d'eau voulait connaître chaque jour le niveau de ses onze sources, sans y monter. Nous
avons acheté onze capteurs, deux relais et un abonnement. Les élèves d'un lycée ont fabriqué les
boîtiers. L'inauguration a eu lieu en février, avec des discours et un tableau de bord en
couleurs.

Le tableau de bord était beau. Il l'est resté même quand plus rien n'arrivait : il affichait la
dernière valeur connue, sans dire de quand elle datait.
"""),
                "results": prose("""
En novembre, un fontainier est monté à la source des Fanjans. Le capteur annonçait un mètre vingt
d'eau. **La source était à sec depuis trois mois.** Nous avons alors vérifié les onze : neuf
n'émettaient plus, deux mesuraient la hauteur de la boue.

Le syndicat a repris ses tournées à pied, une fois par semaine, avec un carnet plastifié. Les
chiffres sont moins nombreux. Ils sont justes.
"""),
                "difficulties": prose("""
- Les piles annoncées pour cinq ans ont tenu cinq mois : le relais était trop loin, chaque capteur
  criait pour se faire entendre.
- Les fourmis ont aimé les boîtiers.
- **Personne n'était payé pour regarder.** Chacun croyait que l'autre recevait les alertes.
- Le contrat prévoyait la pose, pas l'entretien.
"""),
                "advice": prose("""
Avant d'acheter, faites la mesure à la main pendant trois mois, et demandez-vous ce que vous en
avez décidé. Si la réponse est « rien », le capteur n'y changera rien. Si vous en posez un,
écrivez à côté de chaque chiffre **l'heure de la dernière mesure**, et allez vérifier une fois par
mois avec un bâton gradué.
"""),
            },
            body=(
                quote(
                    "Le carnet, quand il est vide, on voit qu'il est vide.",
                    "Un fontainier du syndicat",
                ),
                attention(
                    "Un silence n'est pas un zéro. Un affichage qui garde la dernière valeur sans "
                    "sa date est dangereux : ici, on a failli ouvrir une vanne.",
                    "Ce que nous vérifions désormais",
                ),
                text("""
Les onze capteurs sont dans une caisse, nettoyés, avec leur notice. Nous les donnons à qui en aura
l'usage à moins de deux cents mètres d'une prise. Écrivez-nous.
"""),
            ),
        ),
        "en": Version(
            "When the sensor is wrong",
            "when-the-sensor-is-wrong",
            "Eleven sensors were to watch eleven springs around Piton-Latanier. Nine months later, "
            "nine were silent and two were lying. What we learnt from it.",
            fields={
                "places": "Piton-Latanier area, Réunion",
                "done": prose("""
The water board wanted to know the level of its eleven springs every day, without the climb. We
bought eleven sensors, two relays and a subscription. Pupils of a secondary school built the
boxes. The opening was in February, with speeches and a dashboard in colour.

The dashboard was handsome. It stayed so even when nothing came in any more: it showed the last
known value, and did not say how old it was.
"""),
                "results": prose("""
In November a water keeper climbed to the Fanjans spring. The sensor claimed one metre twenty of
water. **The spring had been dry for three months.** We then checked all eleven: nine no longer
sent anything, two were measuring the depth of the mud.

The board has gone back to its rounds on foot, once a week, with a laminated notebook. There are
fewer figures. They are right.
"""),
                "difficulties": prose("""
- Batteries announced for five years lasted five months: the relay was too far, and every sensor
  was shouting to be heard.
- Ants liked the boxes.
- **Nobody was paid to look.** Everyone believed that someone else received the alerts.
- The contract covered the installation, not the upkeep.
"""),
                "advice": prose("""
Before buying, take the measurement by hand for three months, and ask what you decided with it. If
the answer is “nothing”, a sensor will change nothing. If you do install one, write beside every
figure **the time of the last measurement**, and go and check once a month with a graduated stick.
"""),
            },
            body=(
                quote(
                    "A notebook, when it is empty, you can see that it is empty.",
                    "A water keeper",
                ),
                attention(
                    "Silence is not zero. A display that keeps the last value without its date is "
                    "dangerous: here, a valve was very nearly opened.",
                    "What we check from now on",
                ),
                text("""
The eleven sensors are in a crate, cleaned, with their manual. We give them to whoever can use
them within two hundred metres of a socket. Write to us.
"""),
            ),
        ),
    },
    fields={
        "period_start": date(2024, 2, 1),
        "period_end": date(2024, 11, 1),
        "period_precision": "month",
        "coalition": page("coalition-sensors"),
    },
    rows={
        "actors": [{"organisation": organisation("syndicat-eau")}],
        "related_chapters": [{"chapter": page("kit-count")}],
        "story_links": [{"other": page("story-walking"), "kind": "contrasts"}],
    },
    themes=("data", "living"),
    territories=("latanier",),
    tags=("capteurs", "eau", "échec"),
    credits=(
        {"name": "Tidiane Morcourt", "role": "author"},
        {"organisation": organisation("syndicat-eau"), "role": "contributor"},
    ),
)
