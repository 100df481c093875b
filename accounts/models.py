"""The person who signs in: an e-mail address and the name shown to others."""

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from accounts.addresses import vouch_for


class UserManager(BaseUserManager):
    use_in_migrations = True

    def create_user(self, email, password=None, **fields):
        """Return a saved user, whose address counts as verified; `ValueError` without one."""
        if not email:
            raise ValueError("An account needs an e-mail address.")
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        vouch_for(user)
        return user

    def create_superuser(self, email, password=None, **fields):
        """Return a saved administrator."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    @classmethod
    def normalize_email(cls, email):
        """Return the address in lower case: nobody has two accounts that differ by case."""
        return (email or "").strip().lower()

    def get_by_natural_key(self, email):
        return self.get(email=self.normalize_email(email))


class User(AbstractUser):
    """An account, known by its e-mail address; there is no user name."""

    username = None
    first_name = None
    last_name = None
    email = models.EmailField(_("e-mail address"), unique=True)
    display_name = models.CharField(
        _("displayed name"),
        max_length=120,
        blank=True,
        help_text=_("The name that readers and colleagues see. The address is never shown."),
    )
    refused_mails = models.JSONField(
        _("mails that the person does without"), default=list, blank=True, editable=False
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []
    objects = UserManager()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints = [models.UniqueConstraint(Lower("email"), name="accounts_email_any_case")]

    def __str__(self):
        return self.get_full_name()

    def clean(self):
        super().clean()
        self.email = UserManager.normalize_email(self.email)

    def get_full_name(self):
        """Return the displayed name, or the part of the address before the @."""
        return self.display_name or self.email.split("@")[0]

    get_short_name = get_full_name
