"""The mails about the account itself, which nobody may refuse."""

from django.utils.translation import gettext_lazy as _

from accounts.mail_choices import MailKind, register

register(
    MailKind(
        "account.security",
        _("What protects your account: its addresses, its password, its second factor."),
        compulsory=True,
    )
)
