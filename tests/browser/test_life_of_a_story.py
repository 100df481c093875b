"""The whole life of a story as its author lives it, and as a moderator decides on it.

Three authors live it: with a mouse, with a mouse and no script, by keyboard alone. Their mails come
through the outbox and a mail server.
"""

import re

import pytest

from tests.browser import editing, mailbox
from tests.browser.editing import PASSWORD, faults_of
from tests.browser.hands import Keyboard, Mouse
from tests.browser.looking import Eyes
from tests.factories import picture_file

pytestmark = pytest.mark.browser

MODERATOR = "moderatrice@example.org"
ADMINISTRATOR = "responsable@example.org"
TITLE = "Un four à pain pour trois rues"


@pytest.fixture(scope="module")
def worker(site):
    """The worker of the site, and a moderator."""
    make = (
        "from tests.factories import account;"
        f"account('{MODERATOR}', 'Moderators'); account('{ADMINISTRATOR}', superuser=True)"
    )
    with site.worker():
        site.manage("shell", "-c", make)
        yield


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "four.jpeg"
    path.write_bytes(picture_file(width=640, height=480).read())
    return path


@pytest.fixture
def desk(site, worker, open_page):
    """A tab of the admin with the moderator signed in; nothing may break in it."""
    page = open_page(reduced_motion="reduce")
    faults = faults_of(page)
    page.goto(f"{site.url}/admin/proposals/")
    sign_in(Mouse(page), MODERATOR)
    yield Moderator(page)
    assert not faults


def sign_in(hands, address: str) -> None:
    """Fill in the form of the sign-in, from whatever page asked for it."""
    hands.fill("E-mail", address)
    hands.fill("Mot de passe", PASSWORD)
    hands.press("Connexion")


class Nobody:
    """Does not look: what another walk has looked at."""

    def look(self, name: str) -> None:
        pass


class Author:
    """Somebody who has never been here, and what they do from the first page to the last."""

    def __init__(self, site, hands, eyes, address: str, in_two_tabs: bool = True):
        self.in_two_tabs = in_two_tabs
        self.site, self.hands, self.page = site, hands, hands.page
        self.look, self.address = eyes.look, address

    def says(self, *words: str) -> None:
        """Check that the page says `words`."""
        shown = " ".join(self.page.locator("main").inner_text().split())
        for one in words:
            assert one in shown, f"“{one}” is not on {self.page.url}: {shown}"

    def mail(self, words: str) -> str:
        """Return the text of the mail that has `words` in its subject, once it is there."""
        text = mailbox.text_of(self.site.mails.take(self.address, words))
        assert "/admin/" not in text
        return text

    def follow_mail(self, words: str, leads_to: str) -> None:
        """Open what a mail links to, as a click in a mail program does."""
        links = re.findall(rf"{re.escape(self.site.url)}\S+", self.mail(words))
        self.page.goto(next(link for link in links if leads_to in link))

    def sign_up(self) -> None:
        hands = self.hands
        self.page.goto(f"{self.site.url}/fr/")
        hands.follow("Proposer un texte")
        self.look("propose")
        hands.follow("Raconter un récit")
        self.look("login")
        hands.follow("enregistrer")
        self.look("sign-up")
        hands.fill("E-mail", self.address)
        hands.fill("Nom affiché", "Solène Aubry")
        hands.fill("Mot de passe", PASSWORD)
        hands.press("Création de compte")
        self.look("sign-up sent")
        self.follow_mail("", leads_to="/compte/")
        self.look("confirm address")
        hands.press("Confirmer")
        self.look("address confirmed")
        sign_in(hands, self.address)
        self.look("charter")
        hands.tick("J’accepte cette charte")
        hands.press("Continuer")

    def write(self, photo) -> None:
        hands = self.hands
        self.look("story, empty")
        hands.fill("Titre", TITLE)
        hands.fill("En bref", "Un four, trente pains le samedi, et trois rues qui se parlent.")
        hands.fill("Lieux", "Saint-Aubin-des-Prés")
        hands.fill("Du", "03/2026")
        hands.fill("Ce qui a été fait", "Un four *bâti*.\n\n- de la terre\n- des briques")
        hands.fill("Résultats", "Trente pains par semaine.")
        hands.attach("Image", photo)
        hands.fill("Ce qu’elle montre", "Un four de terre sous un auvent")
        hands.tick("Réemploi")
        hands.fill("Territoires", "Saint-Aubin-des-Prés")
        hands.fill("Mots-clés", "pain, four")
        hands.press("Enregistrer et prévisualiser")
        self.look("preview")

        assert self.page.locator("main img[alt='Un four de terre sous un auvent']").count() == 1
        hands.follow("Revenir à l’écriture")

    def submit(self) -> None:
        hands = self.hands
        self.look("story, begun")
        if self.in_two_tabs:
            self.meet_conflict()
        hands.press("Continuer pour proposer")
        self.look("story, incomplete")
        hands.follow("Ce que l’on pourra faire de votre texte")
        hands.tick("Creative Commons…")
        hands.press("Continuer pour proposer")
        self.look("last look")
        hands.fill("Un mot pour la modération", "C’est mon premier récit.")
        hands.tick("Les personnes que je nomme…")
        hands.press("Proposer ce texte")
        self.says("Votre texte est proposé", "Proposé", "La modération va le lire")
        self.look("one text, proposed")
        self.mail("Nous avons bien reçu")

    def meet_conflict(self) -> None:
        """Save in one tab what another tab has saved meanwhile, and keep both."""
        other = self.page.context.new_page()
        other.goto(self.page.url)
        elsewhere = Mouse(other)
        elsewhere.fill("Difficultés", "La pluie.")
        elsewhere.press("Enregistrer le brouillon")
        other.close()
        self.hands.fill("Difficultés", "Le vent.")
        self.hands.press("Enregistrer le brouillon")
        self.says("Ce texte a été modifié ailleurs", "La pluie.")
        self.look("conflict")
        self.hands.fill("Difficultés", "La pluie, le vent.")
        self.hands.press("Enregistrer le brouillon")
        self.says("Votre brouillon est enregistré")

    def correct(self) -> None:
        hands = self.hands
        self.follow_mail("des compléments sont demandés", leads_to="/mon-espace/")
        self.says("À compléter", "Combien de temps pour le bâtir ?")
        self.look("one text, to complete")
        hands.follow("Modifier")
        hands.fill("Résultats", "Trente pains par semaine, après deux mois de travail.")
        hands.press("Continuer pour proposer")
        self.says("Ce qui a changé", "après deux mois de travail")
        self.look("last look, changes")
        hands.tick("Les personnes que je nomme…")
        hands.press("Proposer ce texte")
        self.says("Proposé")
        self.mail("de nouveau reçu")

    def read_published(self) -> None:
        self.follow_mail("est publié", leads_to="/mon-espace/")
        self.says("Publié", "Tout le monde peut le lire")
        self.look("one text, published")
        self.hands.follow("Lire sur le site")
        self.says("après deux mois de travail")
        self.address_of_page = self.page.url

    def change_published(self) -> None:
        hands = self.hands
        hands.follow("Mes textes")
        self.look("my texts")
        hands.follow(TITLE)
        hands.follow("Corriger")
        self.look("correction")
        hands.fill("Conseils", "Prévoir une bâche.")
        hands.press("Continuer pour proposer")
        hands.tick("Les personnes que je nomme…")
        hands.press("Proposer cette modification")
        self.says("Publié · modification proposée")
        self.look("one text, change proposed")
        hands.follow("Lire sur le site")
        assert "Prévoir une bâche" not in self.page.content()

    def withdraw_another(self) -> None:
        """Begin a second text, propose it, take it back, take it up again and delete it."""
        hands = self.hands
        hands.follow("Proposer un texte")
        hands.follow("Raconter un récit")
        hands.fill("Titre", "Une autre idée")
        hands.fill("En bref", "Elle peut attendre.")
        hands.fill("Ce qui a été fait", "Rien encore.")
        hands.tick("Creative Commons…")
        hands.press("Continuer pour proposer")
        hands.tick("Les personnes que je nomme…")
        hands.press("Proposer ce texte")
        hands.press("Retirer")
        self.says("Retiré", "Rien n’en est perdu")
        self.look("one text, withdrawn")
        hands.press("Le reprendre")
        hands.follow("Mes textes")
        self.says("Une autre idée", "Brouillon")
        hands.follow("Une autre idée")
        hands.follow("Supprimer")
        self.look("deletion")
        hands.press("Supprimer")
        self.says("Votre brouillon est supprimé", TITLE)
        self.mail("Nous avons bien reçu")

    def react(self) -> None:
        """React to one's own page, remark on it, save it and report it."""
        hands = self.hands
        self.page.goto(self.address_of_page)
        hands.follow("Réagir et contribuer")
        hands.press("Utile")
        self.look("remarks")
        hands.tick("Une difficulté")
        hands.fill("Votre remarque", "La terre manque en hiver.")
        hands.press("Envoyer")
        self.says("La terre manque en hiver.", "Attend la modération")
        self.look("remarks, one waits")
        hands.follow("Mes remarques…")
        self.look("my remarks")

    def save_and_report(self) -> None:
        hands = self.hands
        self.page.goto(self.address_of_page)
        hands.follow("Enregistrer cette page")
        self.look("save")
        hands.fill("Dans une nouvelle liste", "À lire")
        hands.press("Enregistrer")
        self.says("À lire", TITLE)
        self.look("my lists")
        hands.follow("Modifier…")
        self.look("one list")
        self.page.goto(self.address_of_page)
        hands.follow("Signaler un problème")
        self.look("report")
        hands.tick("C’est périmé")
        hands.fill("Dites-nous-en plus", "Le four a fermé.")
        hands.press("Envoyer")
        self.look("report sent")

    def look_at_account(self) -> None:
        hands = self.hands
        hands.follow("Mes textes")
        hands.follow("Mon compte")
        self.look("addresses")
        for name in ("Mot de passe", "Sessions ouvertes", "Courriels"):
            hands.follow(name)
            self.look(name)
        hands.tick("Quelqu’un commence à lire mon texte.")
        hands.press("Garder ce choix")
        self.says("Votre choix est gardé")
        hands.follow("Vos données")
        self.look("data")
        hands.press("Préparer mon archive")
        self.look("password asked for")
        hands.fill("Mot de passe", PASSWORD)
        hands.press("Confirmer")
        self.says("est prête", "Télécharger l’archive")
        self.look("data, archive made")
        hands.follow("Supprimer mon compte")
        self.look("account deletion")


class Moderator:
    """Who decides, at the desk in the admin, on what an author proposed."""

    def __init__(self, page):
        self.page, self.hands, self.eyes = page, Mouse(page), Nobody()

    def look(self, name: str) -> None:
        self.eyes.look(name)

    def open(self) -> None:
        """Open the proposal that waits."""
        self.hands.follow("Propositions…")
        self.look("desk")
        self.hands.follow(TITLE)
        self.look("one proposal")

    def ask_for_changes(self, author) -> None:
        self.open()
        self.hands.press("Prendre en charge")
        author.mail("La modération lit")
        self.hands.press("Demander des compléments")
        assert "Écrivez la raison" in editing.messages_in(self.page)
        self.hands.fill("Raison…", "Combien de temps pour le bâtir ?")
        self.hands.press("Demander des compléments")

    def read(self) -> None:
        """Open the preview, which is a tab of its own."""
        with self.page.context.expect_page() as opened:
            self.page.get_by_role("link", name="Lire comme publié").click()
        assert opened.value.locator("h1").inner_text() == TITLE
        opened.value.close()

    def publish(self, changed: str) -> None:
        """Read what changed, and publish it."""
        self.open()
        assert changed in self.page.locator("ins").first.inner_text()
        self.read()
        self.hands.follow("Comparer avec la version précédente")
        assert changed in self.page.locator("main").inner_text()
        self.page.go_back()
        self.hands.press("Publier")
        assert "Publié." in editing.messages_in(self.page)

    def decide_on_remark_and_report(self) -> None:
        hands = self.hands
        hands.follow("Remarques…")
        self.look("remarks desk")
        hands.follow(TITLE)
        self.look("one remark")
        hands.tick("Retenue")
        hands.press("Noter la décision")
        hands.follow("Signalements…")
        self.look("reports desk")
        hands.follow(TITLE)
        self.look("one report")
        hands.tick("Modifiée")
        hands.fill("Mots à la personne qui a signalé…", "C’est écrit sur la page.")
        hands.press("Noter la décision")
        self.look("reports desk, decided")


def lives(author, moderator, photo):
    """Take an author through everything that may happen to a story."""
    author.sign_up()
    author.write(photo)
    author.submit()
    moderator.ask_for_changes(author)
    author.correct()
    moderator.publish("après deux mois de travail")
    author.read_published()
    author.change_published()
    moderator.publish("Prévoir une bâche.")
    author.page.goto(author.address_of_page)
    author.says("Prévoir une bâche")
    author.withdraw_another()


def test_with_scripts_on_screens_that_break_no_rule(site, desk, open_page, photo):
    page = open_page(reduced_motion="reduce")
    faults, eyes = faults_of(page), Eyes(page)
    author = Author(site, Mouse(page), eyes, "souris@example.org")
    desk.eyes = Eyes(desk.page, frames=False)
    lives(author, desk, photo)
    author.react()
    author.save_and_report()
    author.look_at_account()
    desk.decide_on_remark_and_report()

    assert not [*eyes.found, *desk.eyes.found], "\n".join([*eyes.found, *desk.eyes.found])
    assert len({*eyes.seen, *desk.eyes.seen}) > 40
    assert not faults


def test_what_is_set_up_in_the_admin_breaks_no_rule(site, worker, open_page):
    page = open_page(reduced_motion="reduce")
    faults, eyes = faults_of(page), Eyes(page, frames=False)
    page.goto(f"{site.url}/admin/people/")
    sign_in(Mouse(page), ADMINISTRATOR)
    for name in ("people", "tags", "import", "snippets/contributions/charter", "translations"):
        page.goto(f"{site.url}/admin/{name}/")
        eyes.look(name)

    assert not eyes.found, "\n".join(eyes.found)
    assert not faults


def test_without_script(site, desk, open_page, photo):
    page = open_page(java_script_enabled=False)
    faults = faults_of(page)
    lives(Author(site, Mouse(page), Nobody(), "sans-script@example.org"), desk, photo)

    assert not faults


def test_by_keyboard_alone(site, desk, open_page, photo):
    page = open_page(reduced_motion="reduce")
    faults, keyboard = faults_of(page), Keyboard(page)
    # A form that is shown again at its own address is scrolled by the browser while one tabs on.
    author = Author(site, keyboard, Nobody(), "clavier@example.org", in_two_tabs=False)
    lives(author, desk, photo)

    assert not keyboard.unseen, "\n".join(keyboard.unseen)
    assert not faults
