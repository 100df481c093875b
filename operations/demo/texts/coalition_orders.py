"""The youngest coalition, an intention: selling food without a platform."""

from datetime import date

from operations.demo.blocks import call, heading, text
from operations.demo.description import Entry, Version, family, organisation, page, prose

ORDERS = Entry(
    "coalition-orders",
    "coalitions.CoalitionPage",
    "coalitions",
    {
        "fr": Version(
            "Vendre sans plateforme",
            "vendre-sans-plateforme",
            "Une intention encore fragile : des fermes qui partagent un répondeur, une feuille de "
            "commande et une règle de sortie, plutôt qu'un abonnement chacune.",
            fields={
                "transforming_intent": prose("""
Qu'une ferme puisse prendre ses commandes **avec ce qu'elle a déjà** : un téléphone, un cahier, une
voisine. Et que la liste de ses clientes et clients lui appartienne.
"""),
                "vision": prose("""
Le numéro du lundi est écrit à la craie devant la mairie. On appelle, on écoute ce qui est mûr, on
commande pour soi et pour la personne d'en face qui n'entend plus bien.
"""),
                "impact": prose("""
Nous ne savons pas encore le dire honnêtement. Une ferme a retrouvé onze paniers de plus. Une, ce
n'est pas une preuve.
"""),
                "impact_horizon": "à discuter après une saison",
                "holder_role": "maraîchère",
            },
            body=(
                heading("Ce qui nous manque"),
                text("""
Trois autres fermes, dont une au moins qui soit contente de sa plateforme et accepte de comparer
ses chiffres aux nôtres. Sinon nous allons passer l'hiver à nous donner raison.
"""),
                call(
                    "Vous vendez en direct ?",
                    "Comptez vos commandes pendant quatre semaines, avec ou sans écran, et "
                    "envoyez-nous la feuille.",
                    "Comment nous écrire",
                    page("help"),
                ),
            ),
            rows={
                "stages": [
                    {
                        "stage": "intention",
                        "reached_on": date(2026, 3, 28),
                        "date_precision": "day",
                        "note": "Dite à voix haute aux Ateliers de mars, entre deux soupes.",
                    }
                ],
                "experiences": [
                    {
                        "text": "À Castelmoure, la plateforme a coûté seize paniers.",
                        "story": page("story-baskets"),
                    }
                ],
                "problems": [
                    {"text": "Tout repose sur la voix d'une seule personne."},
                    {"text": "Sans paiement d'avance, les impayés reviennent."},
                ],
                "actors": [
                    {"organisation": organisation("ferme-castelmoure"), "commitment": "engaged"},
                    {"description": "Trois fermes qui vendent en direct", "commitment": "sought"},
                    {"description": "Une ferme contente de sa plateforme", "commitment": "sought"},
                ],
            },
        ),
        "en": Version(
            "Selling without a platform",
            "selling-without-a-platform",
            "Still a fragile intention: farms that share an answering machine, an order sheet and "
            "a way out, rather than a subscription each.",
            fields={
                "transforming_intent": prose("""
That a farm can take its orders **with what it has already**: a telephone, an exercise book, a
neighbour. And that the list of its customers is its own.
"""),
                "vision": prose("""
The Monday number is chalked up outside the town hall. You call, you hear what is ripe, you order
for yourself and for the person across the road who is hard of hearing.
"""),
                "impact": prose("""
We cannot say it honestly yet. One farm has eleven baskets more. One is not a proof.
"""),
                "impact_horizon": "to be discussed after one season",
                "holder_role": "market gardener",
            },
            body=(
                heading("What we lack"),
                text("""
Three more farms, one of them at least pleased with its platform and willing to compare its figures
with ours. Otherwise we shall spend the winter agreeing with ourselves.
"""),
                call(
                    "Do you sell directly?",
                    "Count your orders for four weeks, with or without a screen, and send us the "
                    "sheet.",
                    "How to write to us",
                    page("help"),
                ),
            ),
            rows={
                "stages": [
                    {
                        "stage": "intention",
                        "reached_on": date(2026, 3, 28),
                        "date_precision": "day",
                        "note": "Said aloud at the March workshops, between two soups.",
                    }
                ],
                "experiences": [
                    {
                        "text": "In Castelmoure the platform cost sixteen baskets.",
                        "story": page("story-baskets"),
                    }
                ],
                "problems": [
                    {"text": "Everything rests on one person's voice."},
                    {"text": "Without payment in advance, unpaid orders come back."},
                ],
                "actors": [
                    {"organisation": organisation("ferme-castelmoure"), "commitment": "engaged"},
                    {"description": "Three farms that sell directly", "commitment": "sought"},
                    {"description": "A farm pleased with its platform", "commitment": "sought"},
                ],
            },
        ),
    },
    fields={
        "number": 7,
        "stage": "intention",
        "coalition_family": family("using"),
        "holder_name": "Coralie Estibal",
        "holder_consent": "not_asked",
        "holder_organisation": organisation("ferme-castelmoure"),
    },
    themes=("food", "everyone"),
    territories=("lot-et-garonne",),
    tags=("alimentation", "téléphone"),
    credits=({"organisation": organisation("ferme-castelmoure"), "role": "author"},),
)
