"""Organisations: fictional, every one of them."""

from operations.demo.description import Ref, TermEntry


def _organisation(
    key: str,
    name: str,
    place: str,
    fr: str,
    en: str,
    *,
    acronym: str = "",
    english_name: str = "",
) -> TermEntry:
    fields = {"acronym": acronym, "territory": Ref(f"territory.{place}")}
    words = {
        "fr": {"name": name, "slug": key, "description": fr},
        "en": {"name": english_name or name, "slug": key, "description": en},
    }
    return TermEntry(f"organisation.{key}", "Organisation", words, fields)


ORGANISATIONS = [
    _organisation(
        "deux-rives",
        "Réseau Deux rives",
        "france",
        "Le réseau qui tient ce portail : une soixantaine de personnes, deux salariées, un "
        "conseil élu chaque année.",
        "The network behind this portal: some sixty people, two employees, a board elected "
        "every year.",
        english_name="Deux rives network",
    ),
    _organisation(
        "mains-d-aubrine",
        "Les Mains d'Aubrine",
        "villemarou",
        "Une association de réparation, née dans un garage, accueillie depuis par la médiathèque.",
        "A repair association, born in a garage and since hosted by the library.",
    ),
    _organisation(
        "mediatheque-villemarou",
        "Médiathèque de Villemarou",
        "villemarou",
        "Deux bibliothécaires, un rez-de-chaussée, une grande table.",
        "Two librarians, a ground floor, one large table.",
        english_name="Villemarou library",
    ),
    _organisation(
        "val-d-aubrine",
        "Communauté de communes du Val d'Aubrine",
        "aubrine",
        "Quatorze communes rurales, onze mille habitantes et habitants.",
        "Fourteen rural municipalities, eleven thousand inhabitants.",
        english_name="Val d'Aubrine community of municipalities",
    ),
    _organisation(
        "college-kerlozan",
        "Collège du Vieux-Lavoir",
        "kerlozan",
        "Un collège de trois cent vingt élèves, dont un tiers habite à moins de deux kilomètres.",
        "A secondary school of three hundred and twenty pupils; a third live within two "
        "kilometres.",
    ),
    _organisation(
        "haies-vivantes",
        "Collectif Talus et ragosses",
        "kerlozan",
        "Des agricultrices, des promeneurs et une botaniste qui relèvent les haies à pied.",
        "Farmers, walkers and a botanist who survey hedges on foot.",
    ),
    _organisation(
        "resserre",
        "La Resserre de Brize",
        "rochebrize",
        "Une remise d'outils partagés, ouverte le samedi matin.",
        "A shed of shared tools, open on Saturday mornings.",
    ),
    _organisation(
        "fil-de-brize",
        "Coopérative Fil de Brize",
        "rochebrize",
        "Huit personnes qui remettent des ordinateurs en état et apprennent à le faire.",
        "Eight people who refurbish computers and teach others to do so.",
    ),
    _organisation(
        "maison-tilleuls",
        "Maison de quartier des Tilleuls",
        "tilleuls",
        "Un accueil, une cuisine, trois salles et un café des aidants numériques.",
        "A reception, a kitchen, three rooms and a café for those who help with computers.",
        english_name="Les Tilleuls community centre",
    ),
    _organisation(
        "regie-wambrelle",
        "Régie des achats de Wambrelle",
        "wambrelle",
        "Le service qui achète pour la ville et ses écoles.",
        "The service that buys for the town and its schools.",
        english_name="Wambrelle purchasing office",
    ),
    _organisation(
        "syndicat-eau",
        "Syndicat d'eau des Deux Ravines",
        "latanier",
        "Il distribue l'eau dans cinq villages et suit onze sources.",
        "It supplies water to five villages and watches eleven springs.",
        english_name="Two Ravines water board",
    ),
    _organisation(
        "carrigmoyle-school",
        "Carrigmoyle Community School",
        "carrigmoyle",
        "Une école secondaire de quatre cents élèves.",
        "A secondary school of four hundred pupils.",
    ),
    _organisation(
        "saint-orvien",
        "Commune de Saint-Orvien",
        "saint-orvien",
        "Quatre cent trente habitants, onze élus, un cantonnier.",
        "Four hundred and thirty inhabitants, eleven councillors, one road mender.",
        english_name="Municipality of Saint-Orvien",
    ),
    _organisation(
        "ferme-castelmoure",
        "Ferme des Deux Puisards",
        "castelmoure",
        "Deux hectares de légumes, un frère, une sœur, un répondeur.",
        "Two hectares of vegetables, a brother, a sister, an answering machine.",
        english_name="Deux Puisards farm",
    ),
    _organisation(
        "fonderie-vaucombe",
        "Fonderie de Vaucombe",
        "vaucombe",
        "Deux cent dix personnes, trois équipes, des pièces pour les trains.",
        "Two hundred and ten people, three shifts, castings for trains.",
        english_name="Vaucombe foundry",
    ),
    _organisation(
        "ecole-trois-puits",
        "École des Trois-Puits",
        "aubrine",
        "Quatre classes, une cour en pente, un préau face au sud.",
        "Four classes, a sloping yard, a covered playground that faces south.",
        english_name="Trois-Puits school",
    ),
    _organisation(
        "regantes-fuentelobera",
        "Comunidad de regantes de Fuentelobera",
        "fuentelobera",
        "Les irrigants de trois villages d'Aragon, et une acequia pour tous.",
        "The irrigators of three villages of Aragon, with one channel between them.",
    ),
]
