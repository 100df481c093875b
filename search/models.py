"""The public catalogue: one row a page, derived from the pages and made anew from them.

Never stored here: the address, the tree path, the live state, restrictions and the openness
of a language. A move or a restriction above sends no signal for the pages below, so these are
read from the joined page (`content.visibility`).
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

from content import visibility
from search import synonyms


class DocumentQuerySet(models.QuerySet):
    def public(self, rules: visibility.Rules):
        """Return the documents whose page anybody may see, with that page."""
        return self.filter(rules.filter("page__")).select_related("page", "page__locale")

    def in_locale(self, locale_id: int):
        return self.filter(locale_id=locale_id)

    def in_menu(self, locale_id: int):
        """Return the documents of the menu of one language."""
        # "In", since SQLite uses no index for a bare boolean.
        return self.filter(in_menu__in=[True], locale_id=locale_id)


class Document(models.Model):
    """What a card, a facet, a feed or the map needs to know of one page."""

    page = models.OneToOneField(
        Page, primary_key=True, on_delete=models.CASCADE, related_name="catalogue_document"
    )
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    translation_key = models.UUIDField(db_index=True)
    kind = models.CharField(_("kind"), max_length=20)
    family = models.CharField(_("family"), max_length=20)
    listed = models.BooleanField(_("listed"), default=True)
    in_menu = models.BooleanField(_("in the menu"), default=False)
    title = models.CharField(_("title"), max_length=255)
    summary = models.TextField(_("summary"), blank=True)
    facts = models.JSONField(_("facts"), default=list)
    image = models.ForeignKey(
        "content.PortalImage", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    text_language = models.CharField(_("language of the text"), max_length=35)
    content_language = models.CharField(_("language of the contribution"), max_length=35)
    dated = models.DateField(_("date"))
    year = models.PositiveSmallIntegerField(_("year"))

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document of the catalogue")
        verbose_name_plural = _("catalogue")
        ordering = ["-dated", "-page_id"]
        indexes = [
            models.Index(
                fields=["locale", "kind", "-dated", "-page"], name="search_by_kind_and_date"
            ),
            models.Index(fields=["locale", "-dated", "-page"], name="search_by_date"),
            models.Index(fields=["in_menu", "locale"], name="search_menu"),
            # All that a list counts, read without the rows themselves.
            models.Index(
                fields=[
                    "locale",
                    "kind",
                    "text_language",
                    "content_language",
                    "year",
                    "listed",
                    "translation_key",
                    "page",
                ],
                name="search_counting",
            ),
        ]

    def __str__(self):
        return self.title


class DocumentText(models.Model):
    """The plain words of a page, apart from its row: in it they slow every facet down."""

    document = models.OneToOneField(
        Document, primary_key=True, on_delete=models.CASCADE, related_name="words"
    )
    text = models.TextField(_("text"))
    headings = models.TextField(_("headings"), default="")
    # Names of themes, territories with their aliases, tags, organisations.
    subjects = models.TextField(_("subjects"), default="")

    def __str__(self):
        return self.text[:80]


class IndexedText(models.Model):
    """The tokens of a page (`search.analysis`), one text for each weight in the ranking.

    Full text is read from a table that the database itself derives from this one, each in its own
    way (`search.engines`). Only pages that anybody may read have a row.
    """

    document = models.OneToOneField(
        Document, primary_key=True, on_delete=models.CASCADE, related_name="indexed"
    )
    title = models.TextField(default="")
    summary = models.TextField(default="")
    headings = models.TextField(default="")
    body = models.TextField(default="")

    class Meta:
        verbose_name = _("indexed text")
        verbose_name_plural = _("indexed texts")

    def __str__(self):
        return f"{self.document_id}"

    @property
    def tokens(self) -> set[str]:
        return {
            *self.title.split(),
            *self.summary.split(),
            *self.headings.split(),
            *self.body.split(),
        }


class FullText(models.Model):
    """The full-text index of `IndexedText`, made and kept by the database.

    On SQLite an FTS5 table, of which `content` is a hidden column; on PostgreSQL a view of a
    generated vector.
    """

    document = models.OneToOneField(
        Document,
        primary_key=True,
        on_delete=models.DO_NOTHING,
        related_name="full_text",
        db_column="rowid",
    )
    content = models.TextField(db_column="search_fulltext")

    class Meta:
        managed = False
        db_table = "search_fulltext"
        verbose_name = _("full-text index")
        verbose_name_plural = _("full-text indexes")

    def __str__(self):
        return f"{self.document_id}"


class IndexTerm(models.Model):
    """A token of the index, and how many documents have it."""

    token = models.CharField(max_length=250, primary_key=True)
    documents = models.IntegerField(default=0)

    class Meta:
        verbose_name = _("term of the index")
        verbose_name_plural = _("terms of the index")

    def __str__(self):
        return self.token


class Facet(models.Model):
    """One value by which a document is found: a theme, a territory, a tag, a language."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="facets")
    facet = models.CharField(_("facet"), max_length=20)
    value = models.CharField(_("value"), max_length=64)

    class Meta:
        verbose_name = _("facet value")
        verbose_name_plural = _("facet values")
        constraints = [
            models.UniqueConstraint(fields=["document", "facet", "value"], name="search_facet_once")
        ]
        indexes = [models.Index(fields=["facet", "value", "document"], name="search_facet_value")]

    def __str__(self):
        return f"{self.facet}={self.value}"


class SynonymQuerySet(models.QuerySet):
    def as_text(self, language: str):
        """Return the synonyms of a language, annotated with the `text` of their rule."""
        text = Concat("direction", Value("\n"), "words", output_field=models.TextField())
        return self.filter(locale__language_code=language).order_by().annotate(text=text)


class Synonym(models.Model):
    """Words and phrases by which visitors of one language find each other's pages.

    They are looked up when a question is asked (`search.questions`): nothing is indexed of them.
    """

    class Direction(models.TextChoices):
        BOTH = "both", _("each finds all the others")
        ONE_WAY = synonyms.ONE_WAY, _("the first finds the others, not the reverse")

    locale = models.ForeignKey(
        Locale,
        verbose_name=_("language"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Questions asked at the addresses of this language use them."),
    )
    words = models.TextField(
        _("words"),
        help_text=_(
            "One word or phrase a line, two at least, ten at most. Plurals, accents and capitals "
            "make no difference: write each word once, as people say it."
        ),
    )
    direction = models.CharField(
        _("direction"),
        max_length=10,
        choices=Direction.choices,
        default=Direction.BOTH,
        help_text=_(
            "“Bicycle” and “bike” find each other. “Vehicle” may find “bicycle” too, but who "
            "asks for a bicycle wants no other vehicle: one direction, “vehicle” first."
        ),
    )

    objects = SynonymQuerySet.as_manager()

    class Meta:
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms of the search")
        ordering = ["locale", "words"]

    def __str__(self):
        first, *others = self.entries or [""]
        if self.direction == self.Direction.ONE_WAY:
            return f"{first} → {', '.join(others)}"
        return " = ".join((first, *others))

    @property
    def entries(self) -> list[str]:
        """The words and phrases, in their order."""
        return synonyms.entries_of(self.words)

    @property
    def rule(self) -> synonyms.Rule:
        """What a question asks of them."""
        return synonyms.rule_of(f"{self.direction}\n{self.words}")

    def clean(self):
        super().clean()
        if self.locale_id is None:
            return
        others = Synonym.objects.filter(locale_id=self.locale_id).exclude(pk=self.pk)
        rules = {str(one): one.rule for one in others}
        try:
            synonyms.check(self.rule, rules, self.locale.language_code)
        except ValueError as error:
            raise ValidationError({"words": str(error)}) from error
        self.words = "\n".join(self.entries)


class AskedQuestion(models.Model):
    """How often visitors of one language asked a question in a month (`search.asked`).

    It says nothing of who asked: no address, no account, no hour.
    """

    month = models.DateField(_("month"))
    language = models.CharField(_("language"), max_length=35)
    # By which spellings of one question are counted together.
    key = models.CharField(max_length=150)
    question = models.CharField(_("question"), max_length=80)
    asked = models.PositiveIntegerField(_("times asked"), default=0)
    unanswered = models.PositiveIntegerField(_("times without an answer"), default=0)
    pages = models.PositiveSmallIntegerField(_("pages found, at least"), default=0)

    class Meta:
        verbose_name = _("question asked")
        verbose_name_plural = _("questions asked")
        constraints = [
            models.UniqueConstraint(
                fields=["month", "language", "key"], name="search_question_once_a_month"
            )
        ]

    def __str__(self):
        return self.question
