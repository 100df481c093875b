"""Who hears of a remark, by mail, after the commit: moderators of a new one, its author after."""

from django.urls import reverse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from wagtail.users.models import UserProfile

from accounts.mail_choices import MailKind, register, wants
from contributions.decisions import to_be_told
from contributions.models import EditorialTask
from contributions.remarks.models import Remark
from outbox.mails import mail_later

ONE = "contributions_remark"
MINE = "my_remarks"
DECIDED = "contributions.remark"
register(MailKind(DECIDED, _("A remark of mine is decided or answered.")))


def tell_moderators(remark: Remark) -> None:
    """Tell of a new remark each moderator who wants to know, in the language of each."""
    groups = EditorialTask.objects.filter(active=True).values("groups")
    for user in to_be_told(groups, remark.author_id):
        with override(UserProfile.get_for_user(user).get_preferred_language()):
            title = gettext("A remark on “%(title)s”") % {"title": remark.title}
            path = reverse(ONE, args=[remark.pk])
            mail_later(user.email, title, "contributions/remarks/new.txt", {"remark": remark}, path)


def tell_author(remark: Remark) -> None:
    """Tell who wrote a remark what was decided and answered, if they want to know."""
    author = remark.author
    if author is None or not author.is_active or not wants(author, DECIDED):
        return
    with override(remark.language):
        title = gettext("What became of your remark on “%(title)s”") % {"title": remark.title}
        path = reverse(MINE)
        mail_later(
            author.email, title, "contributions/remarks/decided.txt", {"remark": remark}, path
        )
