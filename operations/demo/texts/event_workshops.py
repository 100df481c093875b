"""The smaller meetings of the network: evenings, visits, one that the wind cancelled."""

from datetime import date

from operations.demo.blocks import attention, heading, key_figure, key_figures, quote, text
from operations.demo.description import Entry, Version, organisation, page
from operations.demo.texts.events import CREDITS

WORKSHOPS_FR = "Ateliers des deux rives"
WORKSHOPS_EN = "Deux rives workshops"

METERS = Entry(
    "event-meters",
    "coalitions.EventPage",
    "events",
    {
        "fr": Version(
            "La soirée des compteurs",
            "la-soiree-des-compteurs",
            "À Wambrelle, on est venu avec sa facture d'électricité et l'on est reparti en sachant "
            "la lire. Personne n'a compté les gens, et c'est dommage.",
            fields={"series": WORKSHOPS_FR, "venue": "Maison de quartier des Tilleuls"},
            body=(
                text("""
Quatre tables, quatre lampes, et sur chacune une multiprise avec un wattmètre prêté par l'atelier.
Une télévision éteinte, un congélateur d'avant 2000, une box, une guirlande. On parie, on branche,
on lit. Le congélateur a gagné de loin.

La deuxième heure devait porter sur les contrats. Elle a porté sur la honte : plusieurs personnes
n'avaient jamais montré leur facture à quelqu'un. Nous avons rangé le diaporama.
"""),
                quote(
                    "Je paie depuis six ans une puissance que je n'utilise pas. On m'a fait une "
                    "lettre pour la baisser, au crayon, sur le dos de la facture.",
                    "Une habitante des Tilleuls",
                ),
                attention(
                    "Quatre tables à tenir et personne à la porte : nous ne savons ni combien nous "
                    "étions, ni qui est reparti sans rien. Demain, une chaise, un cahier.",
                    "Ce que nous avons oublié",
                ),
            ),
            rows={
                "programme": [
                    {"time": "18 h", "title": "On branche, on parie, on lit", "text": ""},
                    {"time": "19 h", "title": "Lire une facture à deux", "text": ""},
                    {"time": "20 h", "title": "Soupe", "text": "Offerte par la maison."},
                ]
            },
        ),
        "en": Version(
            "The evening of the meters",
            "the-evening-of-the-meters",
            "In Wambrelle people came with their electricity bill and left able to read it. Nobody "
            "counted heads, which is a pity.",
            fields={"series": WORKSHOPS_EN, "venue": "Les Tilleuls community centre"},
            body=(
                text("""
Four tables, four lamps, and on each of them a socket strip with a power meter lent by the workshop.
A television set turned off, a freezer from before 2000, a router, a string of lights. You bet, you
plug in, you read. The freezer won by far.

The second hour was to be about contracts. It was about shame: several people had never shown their
bill to anyone. We put the slides away.
"""),
                quote(
                    "For six years I have been paying for power that I do not use. Someone wrote "
                    "me a letter to reduce it, in pencil, on the back of the bill.",
                    "A resident of Les Tilleuls",
                ),
                attention(
                    "With four tables to run and nobody at the door, we know neither how many we "
                    "were nor who left with nothing. Next time: a chair and a notebook.",
                    "What we forgot",
                ),
            ),
            rows={
                "programme": [
                    {"time": "18:00", "title": "Plug in, bet, read", "text": ""},
                    {"time": "19:00", "title": "Reading a bill in pairs", "text": ""},
                    {"time": "20:00", "title": "Soup", "text": "Offered by the house."},
                ]
            },
        ),
    },
    fields={
        "starts_on": date(2025, 2, 20),
        "mode": "on_site",
        "participant_precision": "unknown",
    },
    rows={
        "facilitators": [
            {
                "name": "Fatou Lemairet",
                "organisation": "Maison de quartier des Tilleuls",
                "consent": "given",
            }
        ],
        "coalitions_presented": [{"coalition": page("coalition-counter")}],
    },
    themes=("energy", "everyone"),
    territories=("tilleuls", "wambrelle"),
    tags=("électricité", "facture"),
    credits=CREDITS,
    picture="meters",
)

VISIT = Entry(
    "event-hedges",
    "coalitions.EventPage",
    "events",
    {
        "fr": Version(
            "Trois haies et un café",
            "trois-haies-et-un-cafe",
            "Dix-sept personnes, quatre kilomètres, une botaniste et deux tracteurs croisés : la "
            "visite d'automne du relevé des haies, à Kerlozan.",
            fields={"series": WORKSHOPS_FR, "venue": "Départ de la chapelle de Kerlozan"},
            body=(
                heading("Devant la deuxième haie"),
                text("""
Tout le monde a vu un talus. L'agricultrice qui le taille y voit deux jours de travail, en février,
entre deux averses. La botaniste y voit onze espèces. L'élu, une limite de parcelle contestée depuis
1994. On a rempli la feuille de six questions chacun pour soi, puis comparé sous un hangar : trois
réponses identiques sur dix-sept feuilles.

C'était le but. La question quatre, « qui taille ? », a été récrite sur place.
"""),
                key_figures(
                    key_figure("17", "personnes", as_of=date(2025, 11, 15)),
                    key_figure("3", "feuilles identiques sur 17"),
                ),
            ),
            rows={
                "programme": [
                    {"time": "14 h", "title": "Trois haies, une feuille", "text": "Bottes utiles."},
                    {"time": "16 h", "title": "Comparer, sous le hangar", "text": ""},
                ]
            },
        ),
        "en": Version(
            "Three hedges and a coffee",
            "three-hedges-and-a-coffee",
            "Seventeen people, four kilometres, a botanist and two passing tractors: the autumn "
            "visit of the hedge survey, in Kerlozan.",
            fields={"series": WORKSHOPS_EN, "venue": "From the chapel of Kerlozan"},
            body=(
                heading("In front of the second hedge"),
                text("""
Everyone saw a bank. The farmer who trims it sees two days of work, in February, between showers.
The botanist sees eleven species. The councillor, a boundary in dispute since 1994. Each of us
filled in the sheet of six questions alone, then we compared under a barn roof: three identical
answers out of seventeen sheets.

That was the point. Question four, “who trims it?”, was rewritten on the spot.
"""),
                key_figures(
                    key_figure("17", "people", as_of=date(2025, 11, 15)),
                    key_figure("3", "identical sheets out of 17"),
                ),
            ),
            rows={
                "programme": [
                    {"time": "14:00", "title": "Three hedges, one sheet", "text": "Bring boots."},
                    {"time": "16:00", "title": "Comparing, under the barn", "text": ""},
                ]
            },
        ),
    },
    fields={
        "starts_on": date(2025, 11, 15),
        "mode": "on_site",
        "participant_count": 17,
        "participant_precision": "exact",
    },
    rows={
        "facilitators": [
            {"name": "Inès Quillioud", "organisation": "Talus et ragosses", "consent": "given"},
            {"name": "Corentin Abgrallec", "consent": "not_asked"},
        ]
    },
    themes=("living", "data"),
    territories=("kerlozan", "finistere"),
    tags=("haies", "relevé"),
    credits=({"organisation": organisation("haies-vivantes"), "role": "author"},),
    picture="hedge-visit",
)

DARK_WALK = Entry(
    "event-dark-walk",
    "coalitions.EventPage",
    "events",
    {
        "fr": Version(
            "Marche dans le noir",
            "marche-dans-le-noir",
            "Annulée par le vent. Ce qui devait s'y passer, pourquoi nous ne la reportons pas, et "
            "comment faire la même chez vous.",
            fields={"series": WORKSHOPS_FR, "venue": "Saint-Orvien, devant le lavoir"},
            body=(
                text("""
Rafales à quatre-vingt-dix, deux arbres sur la route : nous avons téléphoné aux vingt-trois inscrits
la veille à dix-huit heures. Vingt-deux ont décroché.

Nous ne fixons pas d'autre date. La marche n'a de sens qu'avant un vote, et celui qui reconduisait
l'essai de [Saint-Orvien](page.story-night) a eu lieu le lundi suivant. Si votre commune hésite, il
vous faut une soirée sans lune, une personne qui sait éteindre une armoire, un gilet jaune devant et
un derrière. Allez lentement. Taisez-vous dix minutes au milieu.
"""),
            ),
            rows={
                "programme": [
                    {"time": "22 h", "title": "Départ, lampes éteintes", "text": ""},
                    {"time": "23 h 30", "title": "Tisane et registre", "text": ""},
                ]
            },
        ),
        "en": Version(
            "A walk in the dark",
            "a-walk-in-the-dark",
            "Cancelled by the wind. What was to happen, why we do not set another date, and how to "
            "do the same where you live.",
            fields={"series": WORKSHOPS_EN, "venue": "Saint-Orvien, by the washhouse"},
            body=(
                text("""
Gusts of ninety kilometres an hour, two trees across the road: we rang the twenty-three people on
the list at six the evening before. Twenty-two picked up.

We are not setting another date. The walk only makes sense before a vote, and the one that renewed
the trial of [Saint-Orvien](page.story-night) took place the following Monday. If your town
hesitates, you need a moonless evening, someone who knows how to turn a cabinet off, one yellow vest
in front and one behind. Go slowly. Keep quiet for ten minutes in the middle.
"""),
            ),
            rows={
                "programme": [
                    {"time": "22:00", "title": "Setting off, lamps out", "text": ""},
                    {"time": "23:30", "title": "Herbal tea and the register", "text": ""},
                ]
            },
        ),
    },
    fields={"starts_on": date(2026, 1, 23), "mode": "on_site", "cancelled": True},
    rows={"facilitators": [{"name": "Josiane Ribeyrolle", "consent": "given"}]},
    themes=("energy",),
    territories=("saint-orvien",),
    tags=("nuit", "éclairage"),
    credits=({"organisation": organisation("saint-orvien"), "role": "author"},),
)

MARCH = Entry(
    "event-march",
    "coalitions.EventPage",
    "events",
    {
        "fr": Version(
            "Deux jours d'ateliers à Rochebrize",
            "deux-jours-d-ateliers-a-rochebrize",
            "Cinquante-huit personnes, sept ateliers de réparation, une seule balance pour peser "
            "ce qui n'a pas pu être sauvé : quarante et un kilos.",
            fields={"series": WORKSHOPS_FR, "venue": "Coopérative Fil de Brize et La Resserre"},
            body=(
                heading("Samedi, on montre"),
                text("""
Sept ateliers ont installé chacun leur table comme chez eux. Le plus utile a été de regarder les
tiroirs des autres. Celui de Villemarou range par panne, celui de Rochebrize par marque, celui de
Carrigmoyle par « qui l'a cassé ». Les trois y trouvent leurs affaires.
"""),
                heading("Dimanche, on se dispute"),
                text("""
Faut-il faire payer ? Trois ateliers demandent une adhésion, deux une tirelire, deux rien du tout.
On n'a pas tranché. Mais on a écrit au tableau ce que coûte un samedi, chauffage et pièces compris :
entre 31 et 94 euros. Jusque-là personne n'avait fait le compte.

C'est aussi là, devant la soupe, qu'une maraîchère a parlé de [vendre sans
plateforme](page.coalition-orders).
"""),
                key_figures(
                    key_figure("58", "personnes", as_of=date(2026, 3, 29)),
                    key_figure("41", "non réparables, pesés", unit="kg"),
                    key_figure(
                        "94", "le samedi le plus cher", unit="€", source="tableau du dimanche"
                    ),
                ),
            ),
            rows={
                "programme": [
                    {"time": "Samedi 10 h", "title": "Chacun installe sa table", "text": ""},
                    {"time": "Samedi 15 h", "title": "Le tour des tiroirs", "text": ""},
                    {
                        "time": "Dimanche 10 h",
                        "title": "Combien coûte un samedi ?",
                        "text": "Au tableau, à la craie, poste par poste.",
                    },
                ]
            },
        ),
        "en": Version(
            "Two days of workshops in Rochebrize",
            "two-days-of-workshops-in-rochebrize",
            "Fifty-eight people, seven repair workshops, and one pair of scales to weigh what "
            "could not be saved: forty-one kilos.",
            fields={"series": WORKSHOPS_EN, "venue": "Fil de Brize and La Resserre"},
            body=(
                heading("On Saturday, we show"),
                text("""
Seven workshops each set up their table as they have it at home. Looking into other people's
drawers proved the most useful. Villemarou sorts by fault, Rochebrize by make, Carrigmoyle by “who
broke it”. All three find their things.
"""),
                heading("On Sunday, we argue"),
                text("""
Should people pay? Three workshops ask for a membership, two for a coin in a tin, two for nothing.
It was not settled. But what a Saturday costs went up on the blackboard, heating and parts
included: between 31 and 94 euros. Until then nobody had done the sum.

It was there too, over the soup, that a market gardener spoke of [selling without a
platform](page.coalition-orders).
"""),
                key_figures(
                    key_figure("58", "people", as_of=date(2026, 3, 29)),
                    key_figure("41", "beyond repair, weighed", unit="kg"),
                    key_figure(
                        "94", "the dearest Saturday", unit="€", source="Sunday's blackboard"
                    ),
                ),
            ),
            rows={
                "programme": [
                    {"time": "Saturday 10:00", "title": "Everyone sets up a table", "text": ""},
                    {"time": "Saturday 15:00", "title": "A tour of the drawers", "text": ""},
                    {
                        "time": "Sunday 10:00",
                        "title": "What does a Saturday cost?",
                        "text": "On the blackboard, in chalk, item by item.",
                    },
                ]
            },
        ),
    },
    fields={
        "starts_on": date(2026, 3, 28),
        "ends_on": date(2026, 3, 29),
        "mode": "on_site",
        "participant_count": 58,
        "participant_precision": "exact",
    },
    rows={
        "facilitators": [
            {"name": "Noé Taschereau", "organisation": "Fil de Brize", "consent": "given"},
            {"name": "Odile Ramberty", "organisation": "Les Mains d'Aubrine", "consent": "given"},
        ],
        "coalitions_presented": [
            {"coalition": page("coalition-parts")},
            {"coalition": page("coalition-orders")},
        ],
    },
    themes=("last",),
    territories=("rochebrize", "drome"),
    tags=("réparation", "bénévolat"),
    credits=CREDITS,
    picture="drawers",
)
