"""The notices of the site: legal, accessibility, ecodesign."""

from operations.demo.blocks import attention, heading, table, text
from operations.demo.description import Entry, Version, organisation

CREDITS = ({"organisation": organisation("deux-rives"), "role": "author"},)

LEGAL = Entry(
    "legal",
    "home.StandardPage",
    "home",
    {
        "fr": Version(
            "Mentions légales",
            "mentions-legales",
            "Qui publie, qui héberge, ce que l'on peut reprendre, ce que l'on sait de vous.",
            body=(
                attention(
                    "Ce site est une **démonstration**. Le réseau, les communes, les organisations "
                    "et les personnes citées sont inventés ; les départements et les régions sont "
                    "réels.",
                    "Rien de tout cela n'existe",
                ),
                heading("Qui publie"),
                text("""
Le réseau Deux rives, association imaginaire, domiciliée à Villemarou. La personne responsable de
la publication est choisie chaque année par le comité. Courriel : bonjour@deux-rives.example.
"""),
                heading("Reprendre nos textes"),
                text("""
Sauf mention contraire, les textes sont sous licence Creative Commons : reprenez-les,
modifiez-les, citez la page. Les dessins sont versés au domaine public. Chaque page porte sa
licence et la phrase à reprendre.
"""),
                heading("Ce que l'on sait de vous"),
                text("""
Si vous lisez : rien. Il n'y a ni compte, ni traceur, ni témoin de connexion. Si vous écrivez :
votre adresse, le nom que vous voulez montrer, et vos textes. Vous pouvez tout demander, tout
corriger et tout retirer en écrivant à la même adresse.
"""),
            ),
        ),
        "en": Version(
            "Legal notice",
            "legal-notice",
            "Who publishes, who hosts, what may be reused, what we know about you.",
            body=(
                attention(
                    "This site is a **demonstration**. The network, the towns, the organisations "
                    "and the people named are invented; departments and regions are real.",
                    "None of this exists",
                ),
                heading("Who publishes"),
                text("""
The Deux rives network, an imaginary association based in Villemarou. The person responsible for
publication is chosen every year by the committee. E-mail: bonjour@deux-rives.example.
"""),
                heading("Reusing our texts"),
                text("""
Unless stated otherwise, texts are under a Creative Commons licence: take them, change them, name
the page. Drawings are in the public domain. Each page bears its licence and the sentence to
quote.
"""),
                heading("What we know about you"),
                text("""
If you read: nothing. There is no account, no tracker, no cookie. If you write: your address, the
name that you wish to show, and your texts. You may ask for everything, correct everything and
withdraw everything by writing to the same address.
"""),
            ),
        ),
    },
    fields={"show_in_menus": True},
    credits=CREDITS,
)

ACCESSIBILITY = Entry(
    "accessibility",
    "home.StandardPage",
    "home",
    {
        "fr": Version(
            "Accessibilité",
            "accessibilite",
            "Comment lire ce site au clavier, à voix haute ou en grand, ce qui n'est pas encore "
            "accessible, et à qui le dire.",
            body=(
                text("""
Nous voulons que ces pages se lisent sans souris, sans écran, sans images et sans script. Nous
suivons les règles internationales WCAG 2.2, niveau AA, et le référentiel français RGAA. Des
vérifications automatiques passent à chaque changement ; **aucun audit par un tiers n'a encore été
fait**, et nous ne revendiquons donc aucune conformité.
"""),
                heading("Ce qui est prévu pour vous"),
                text("""
- Un lien en haut de chaque page mène droit au texte.
- Les titres se suivent dans l'ordre, et chaque chapitre du kit a son sommaire.
- La taille du texte suit celle de votre navigateur ; les couleurs suivent votre réglage clair ou
  sombre.
- Un passage dans une autre langue est annoncé comme tel aux voix de synthèse.
"""),
                heading("Ce qui ne va pas encore"),
                text("""
Les fiches PDF sont structurées et portent leur langue, mais leurs caractères ne sont pas inclus
dans le fichier : certains lecteurs les affichent mal. Les fichiers d'autres sites, que nous
citons, n'ont pas été vérifiés.
"""),
                heading("Nous le dire"),
                text("""
Écrivez à bonjour@deux-rives.example avec l'adresse de la page. Nous répondons en trois jours, et
nous vous envoyons le texte autrement en attendant. Si notre réponse ne vous convient pas, vous
pouvez saisir le Défenseur des droits.
"""),
            ),
        ),
        "en": Version(
            "Accessibility",
            "accessibility",
            "How to read this site by keyboard, aloud or enlarged, what is not accessible yet, and "
            "whom to tell.",
            body=(
                text("""
We want these pages to be read without a mouse, a screen, pictures or scripts. We follow the
international rules of WCAG 2.2, level AA, and the French RGAA. Automatic checks run at each
change; **no audit by a third party has been made yet**, and so we claim no conformance.
"""),
                heading("What is made for you"),
                text("""
- A link at the top of each page leads straight to the text.
- Headings follow in order, and every chapter of the kit has its summary.
- Text follows the size set in your browser; colours follow your light or dark setting.
- A passage in another language is announced as such to speech readers.
"""),
                heading("What is not right yet"),
                text("""
The PDF sheets are structured and state their language, but their fonts are not in the file: some
readers show them badly. Files of other sites, which we mention, have not been checked.
"""),
                heading("Tell us"),
                text("""
Write to bonjour@deux-rives.example with the address of the page. We answer in three days, and
send you the text in another form meanwhile.
"""),
            ),
        ),
    },
    fields={"show_in_menus": True},
    credits=CREDITS,
)

ECODESIGN = Entry(
    "ecodesign",
    "home.StandardPage",
    "home",
    {
        "fr": Version(
            "Écoconception",
            "ecoconception",
            "Ce que ce site évite, ce qu'il pèse, et ce que nous avons refusé d'y mettre.",
            body=(
                text("""
La page la plus sobre est celle que l'on n'a pas besoin d'ouvrir : nous écrivons des titres qui
disent ce qu'il y a dessous. Pour les autres, nous tenons une règle simple. Une page de texte se
lit sur une vieille machine, avec une mauvaise connexion, et se garde sur papier.
"""),
                table(
                    "Ce que nous visons, et comment",
                    ["Ce que nous visons", "Comment"],
                    ["Une page de texte sous 30 ko", "ni script, ni police à télécharger"],
                    ["Trois images au plus, sous 120 ko", "réduites, chargées quand on y arrive"],
                    ["Rien qui vienne d'un autre site", "pas de vidéo ni de carte d'autrui"],
                    ["Un matériel qui dure", "le site marche sur un ordinateur de 2012"],
                ),
                heading("Ce que nous avons refusé"),
                text("""
Un fil d'actualité sans fin, des vidéos qui partent seules, des notifications, un compteur de
visites nominatif. On nous a aussi proposé un robot qui répond à la place du comité : nous
préférons répondre.
"""),
                heading("Ce que nous ne savons pas"),
                text("""
Nous ne connaissons pas la consommation réelle de notre hébergement, et nous n'inventons pas de
chiffre. Nous l'avons demandée. La réponse sera publiée ici.
"""),
            ),
        ),
        "en": Version(
            "Ecodesign",
            "ecodesign",
            "What this site avoids, what it weighs, and what we declined to put in it.",
            body=(
                text("""
The lightest page is the one that need not be opened: we write titles that say what lies beneath.
For the others we keep one simple rule. A page of text can be read on an old machine, over a poor
connection, and kept on paper.
"""),
                table(
                    "What we aim for, and how",
                    ["What we aim for", "How"],
                    ["A page of text under 30 kB", "no script, no font to download"],
                    ["Three pictures at most, under 120 kB", "reduced, loaded when reached"],
                    ["Nothing from another site", "nobody else's videos or maps"],
                    ["Equipment that lasts", "the site works on a computer from 2012"],
                ),
                heading("What we declined"),
                text("""
An endless feed, videos that start by themselves, notifications, a visitor counter that knows
names. We were also offered a robot that answers in place of the committee: we would rather
answer.
"""),
                heading("What we do not know"),
                text("""
We do not know how much power our hosting really uses, and we do not make up a figure. We have
asked. The answer will be published here.
"""),
            ),
        ),
    },
    fields={"show_in_menus": True},
    credits=CREDITS,
)
