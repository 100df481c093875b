"""Of the second part of the kit: gathering people."""

from operations.demo.blocks import attention, heading, key_figure, key_figures, quote, text
from operations.demo.description import Version
from operations.demo.texts.kit import ATTRIBUTION_EN, ATTRIBUTION_FR, chapter

SHARED = {"attribution": ATTRIBUTION_FR}

GATHER = chapter(
    "kit-gather",
    "kit-act",
    "2.1",
    "chapter",
    {
        "fr": Version(
            "Réunir celles et ceux qui ne se parlent pas",
            "reunir-celles-et-ceux-qui-ne-se-parlent-pas",
            "Une première réunion réussie se joue avant : à qui l'on téléphone, où l'on s'assoit "
            "et ce que l'on pose sur la table.",
            body=(
                text("""
N'envoyez pas d'invitation générale. Appelez huit personnes, une par une, et dites à chacune
pourquoi vous avez besoin **d'elle** : parce qu'elle connaît les machines, parce qu'elle a les
clés, parce qu'elle n'est jamais d'accord. Il en viendra six. C'est un bon nombre.
"""),
                heading("Qui appeler"),
                text("""
- Quelqu'un qui **répare** déjà, même seul dans son garage.
- Quelqu'un qui **achète** : la personne qui signe les bons de commande.
- Quelqu'un qui **se passe** de ce dont vous allez parler, et s'en porte bien.
- Quelqu'un qui **habite là depuis longtemps**, et quelqu'un qui vient d'arriver.
"""),
                heading("Ce que l'on pose sur la table"),
                text("""
Des objets, pas un écran. Un ordinateur ouvert, un carnet de relevés, une carte imprimée en grand.
Les mains s'occupent, les conversations se délient, et les personnes qui parlent peu montrent du
doigt ce qu'elles savent.
"""),
                quote(
                    "La première fois, j'ai apporté un grille-pain. On n'a parlé que du "
                    "grille-pain. La deuxième fois, tout le monde est revenu avec le sien.",
                    "Un bénévole",
                    "Rochebrize, 2022",
                ),
                key_figures(
                    key_figure(
                        "6", "personnes à une première réunion, en moyenne", source="nos récits"
                    ),
                    key_figure("1 h 30", "de réunion, jamais plus"),
                    key_figure("3", "semaines jusqu'à la deuxième, pas davantage"),
                ),
                attention(
                    "Fixez la deuxième date avant de vous lever. Un groupe qui se quitte sans date "
                    "ne se revoit pas.",
                    "La date suivante",
                ),
            ),
            fields=SHARED,
        ),
        "en": Version(
            "Bring together those who do not speak",
            "bring-together-those-who-do-not-speak",
            "A first meeting is won beforehand: whom you telephone, where you sit and what you put "
            "on the table.",
            body=(
                text("""
Do not send a general invitation. Ring eight people, one by one, and tell each of them why you need
**them**: because they know machines, because they have the keys, because they never agree. Six will
come. It is a good number.
"""),
                heading("Whom to ring"),
                text("""
- Someone who **mends** already, even alone in a garage.
- Someone who **buys**: the person who signs the orders.
- Someone who **does without** what you are going to discuss, and is none the worse for it.
- Someone who **has long lived there**, and someone who has just arrived.
"""),
                heading("What to put on the table"),
                text("""
Things, not a screen. An open computer, a notebook of readings, a large printed map. Hands are busy,
talk comes easily, and people who say little point at what they know.
"""),
                quote(
                    "The first time I brought a toaster. We talked of nothing but the toaster. The "
                    "second time everyone came back with their own.",
                    "A volunteer",
                    "Rochebrize, 2022",
                ),
                key_figures(
                    key_figure("6", "people at a first meeting, on average", source="our stories"),
                    key_figure("1 h 30", "of meeting, never more"),
                    key_figure("3", "weeks until the second, no longer"),
                ),
                attention(
                    "Set the second date before you stand up. A group that parts without a date "
                    "does not meet again.",
                    "The next date",
                ),
            ),
            fields={"attribution": ATTRIBUTION_EN},
        ),
    },
    themes=("everyone",),
    tags=("réunion", "bénévolat"),
)
