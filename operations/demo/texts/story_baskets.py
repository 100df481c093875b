"""The story of a vegetable farm that gave its application up for a telephone."""

from datetime import date

from operations.demo.blocks import exchange, heading, quote, text
from operations.demo.description import Entry, Version, organisation, page, prose

BASKETS = Entry(
    "story-baskets",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "Des paniers commandés par téléphone",
            "des-paniers-commandes-par-telephone",
            "Nous avions une application pour vendre nos légumes. Au bout de sept mois, nous avons "
            "rouvert la ligne du lundi. Le récit d'une maraîchère de Castelmoure.",
            fields={
                "places": "Castelmoure, Lot-et-Garonne",
                "done": prose("""
Je cultive deux hectares avec mon frère. Jusqu'en 2023, les commandes arrivaient le lundi au
téléphone, entre midi et deux, et je les notais dans un agenda. Soixante paniers. Un conseiller
nous a proposé une plateforme : **4 200 euros la première année**, moitié payée par une aide.

On a tout mis en ligne en mars 2024. Photos, stocks, créneaux de retrait. Les gens commandaient le
soir, parfois à une heure du matin. Moi, je corrigeais les stocks à la lampe frontale, parce qu'un
radis compté n'est pas un radis cueilli.

En octobre nous avons arrêté. Le téléphone a repris le lundi, avec deux nouveautés : un répondeur
qui dicte la liste de la semaine, et une feuille partagée que ma voisine remplit avec moi.
"""),
                "results": prose("""
- Soixante paniers avant, quarante-quatre en septembre 2024 avec la plateforme, **soixante et onze**
  aujourd'hui.
- Quarante minutes de travail de moins par jour de récolte, pointées pendant trois semaines.
- Dix-sept personnes de plus de soixante-quinze ans sont revenues. Elles n'avaient rien dit en
  partant.
"""),
                "difficulties": prose("""
Le contrat courait sur deux ans : nous avons payé la seconde année pour rien. Les plus jeunes
regrettent de ne plus commander le dimanche soir, et ils le disent. Enfin, tout repose sur ma voix
du lundi. Quand j'ai eu l'angine, on a perdu neuf paniers.
"""),
                "advice": prose("""
Avant de signer, demandez comment on **sort**. Combien, en combien de temps, et qui garde la liste
des clients. Essayez sur dix foyers qui acceptent d'être les cobayes. Et posez la question à ceux
qui n'appellent plus : leur silence ne s'affiche sur aucun tableau.
"""),
            },
            body=(
                heading("Ce que la plateforme faisait bien"),
                text("""
Il faut être juste. Les impayés avaient disparu : huit cents euros en 2023, zéro en 2024. Nous avons
gardé cette idée, sans l'outil : on paie quatre paniers d'avance, en liquide, en chèque ou par
virement, et je coche une carte en papier.
"""),
                exchange(
                    "Le regrettez-vous ?",
                    "L'argent, oui. L'essai, non. Je sais maintenant ce que vaut une heure de "
                    "téléphone : c'est là que j'apprends qui est à l'hôpital et qui a trop de "
                    "courgettes.",
                ),
                quote(
                    "Le site, il était bien. Mais il ne me demandait pas si j'aimais les navets.",
                    "Une cliente du mardi",
                ),
            ),
            rows={
                "actors": [
                    {"organisation": organisation("ferme-castelmoure"), "role": "cultive et vend"},
                    {"name": "Une voisine", "role": "remplit la feuille"},
                ]
            },
        ),
        "en": Version(
            "Baskets ordered by telephone",
            "baskets-ordered-by-telephone",
            "We had an application to sell our vegetables. After seven months we reopened the "
            "Monday line. Told by a market gardener of Castelmoure.",
            fields={
                "places": "Castelmoure, Lot-et-Garonne",
                "done": prose("""
I farm two hectares with my brother. Until 2023 orders came by telephone on Mondays, between noon
and two, and I wrote them in a diary. Sixty baskets. An adviser offered us a platform: **4,200
euros for the first year**, half of it paid by a grant.

Everything went online in March 2024. Photographs, stocks, times to collect. People ordered in the
evening, sometimes at one in the morning. I was out correcting the stocks by headlamp, because a
radish counted is not a radish picked.

In October we stopped. The telephone is back on Mondays, with two things added: an answering
machine that reads out the list of the week, and a shared sheet that my neighbour fills in with me.
"""),
                "results": prose("""
- Sixty baskets before, forty-four in September 2024 with the platform, **seventy-one** today.
- Forty minutes less work on each picking day, timed over three weeks.
- Seventeen people over seventy-five have come back. They had said nothing when they left.
"""),
                "difficulties": prose("""
The contract ran for two years: we paid the second one for nothing. Younger customers miss ordering
on Sunday nights, and say so. And everything rests on my voice on Mondays. When I had tonsillitis
we lost nine baskets.
"""),
                "advice": prose("""
Before you sign, ask how to get **out**. How much, how fast, and who keeps the list of customers.
Try it on ten households that agree to be guinea pigs. And put the question to those who no longer
call: their silence shows up on no dashboard.
"""),
            },
            body=(
                heading("What the platform did well"),
                text("""
To be fair, unpaid orders had gone: eight hundred euros in 2023, none in 2024. We kept the idea
without the tool: people pay for four baskets in advance, in cash, by cheque or by transfer, and I
tick a paper card.
"""),
                exchange(
                    "Do you regret it?",
                    "The money, yes. The attempt, no. Now I know what an hour on the telephone "
                    "is worth: it is where I learn who is in hospital and who has too many "
                    "courgettes.",
                ),
                quote(
                    "It was a fine site. But it never asked me whether I like turnips.",
                    "A Tuesday customer",
                ),
            ),
            rows={
                "actors": [
                    {"organisation": organisation("ferme-castelmoure"), "role": "grows and sells"},
                    {"name": "A neighbour", "role": "fills in the sheet"},
                ]
            },
        ),
    },
    fields={
        "period_start": date(2024, 3, 1),
        "period_end": date(2025, 6, 1),
        "period_precision": "month",
        "coalition": page("coalition-orders"),
    },
    rows={
        "related_chapters": [{"chapter": page("kit-ask")}],
        "story_links": [{"other": page("story-counter"), "kind": "inspired_by"}],
    },
    themes=("everyone", "food"),
    territories=("castelmoure", "lot-et-garonne"),
    tags=("alimentation", "téléphone", "échec"),
    credits=({"organisation": organisation("ferme-castelmoure"), "role": "author"},),
    picture="baskets",
)
