"""What accounts keep about a person, and how it is exported and erased."""

from importlib import import_module

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from wagtail.admin.models import EditingSession, FormState
from wagtail.models import APIToken, ModelLogEntry, ReferenceIndex
from wagtail.users.models import UserProfile

from accounts.personal_data import Keeper, KeptFile, not_personal, register


def _export_account(user) -> dict:
    return {
        "email": user.email,
        "displayed_name": user.display_name,
        "member_since": user.date_joined.isoformat(),
        "last_sign_in": user.last_login.isoformat() if user.last_login else None,
        "mails_refused": user.refused_mails,
        "groups": [group.name for group in user.groups.order_by("name")],
        "addresses": [
            {"address": row.email, "verified": row.verified, "first": row.primary}
            for row in EmailAddress.objects.filter(user=user).order_by("email")
        ],
        "second_factors": [
            {
                "kind": row.get_type_display(),
                "added": row.created_at.isoformat(),
                "last_used": row.last_used_at.isoformat() if row.last_used_at else None,
            }
            for row in Authenticator.objects.filter(user=user).order_by("created_at")
        ],
        "tokens": [
            {"name": row.name, "made": row.created_at.isoformat()}
            for row in APIToken.objects.filter(user=user)
        ],
    }


def _erase_account(user) -> None:
    """Remove what would outlive the account: the rest goes with its row."""
    pointer = {"content_type": ContentType.objects.get_for_model(user), "object_id": str(user.pk)}
    ModelLogEntry.objects.filter(**pointer).delete()
    to_user = {"to_content_type": pointer["content_type"], "to_object_id": pointer["object_id"]}
    ReferenceIndex.objects.filter(**to_user).delete()


def _export_sessions(user) -> list[dict]:
    return [
        {
            "address": row.ip,
            "browser": row.user_agent,
            "opened": row.created_at.isoformat(),
            "last_seen": row.last_seen_at.isoformat(),
        }
        for row in UserSession.objects.filter(user=user).order_by("created_at")
    ]


def close_sessions(user) -> None:
    """Sign the person out everywhere, also where the list of sessions does not know of it."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    for row in store.get_model_class().objects.iterator():
        if row.get_decoded().get(SESSION_KEY) == str(user.pk):
            row.delete()
    UserSession.objects.filter(user=user).delete()


def _export_preferences(user) -> dict:
    profile = UserProfile.objects.filter(user=user).first()
    if profile is None:
        return {}
    return {
        "language": profile.preferred_language,
        "time_zone": profile.current_time_zone,
        "theme": profile.theme,
        "contrast": profile.contrast,
        "density": profile.density,
        "keyboard_shortcuts": profile.keyboard_shortcuts,
        "mail_about_submitted_texts": profile.submitted_notifications,
        "mail_about_approved_texts": profile.approved_notifications,
        "mail_about_returned_texts": profile.rejected_notifications,
        "mail_about_comments": profile.updated_comments_notifications,
        "portrait": profile.avatar.name if profile.avatar else "",
    }


def _erase_preferences(user) -> None:
    profile = UserProfile.objects.filter(user=user).first()
    if profile and profile.avatar:
        profile.avatar.delete(save=False)
    UserProfile.objects.filter(user=user).delete()
    FormState.objects.filter(user=user).delete()
    EditingSession.objects.filter(user=user).delete()


def _portrait(user):
    profile = UserProfile.objects.filter(user=user).exclude(avatar="").first()
    return [KeptFile(f"account/{profile.avatar.name}", profile.avatar.read)] if profile else []


register(
    Keeper(
        "account",
        _export_account,
        _erase_account,
        label=_("Your account: addresses, displayed name, groups, second factors"),
        fields=(
            "accounts.User.email",
            "accounts.User.display_name",
            "accounts.User_groups.user",
            "accounts.User_user_permissions.user",
            "account.EmailAddress.user",
            "account.EmailAddress.email",
            "mfa.Authenticator.user",
            "wagtailcore.APIToken.user",
            "wagtailcore.APIToken.name",
        ),
    )
)
register(
    Keeper(
        "sessions",
        _export_sessions,
        close_sessions,
        label=_("Your open sessions: browser, network address, dates"),
        fields=(
            "usersessions.UserSession.user",
            "usersessions.UserSession.ip",
            "usersessions.UserSession.user_agent",
        ),
    )
)
register(
    Keeper(
        "preferences",
        _export_preferences,
        _erase_preferences,
        label=_("Your preferences in the administration"),
        fields=(
            "wagtailusers.UserProfile.user",
            "wagtailadmin.EditingSession.user",
            "wagtailadmin.FormState.user",
        ),
        files=_portrait,
    )
)
not_personal(
    "auth.Group.name",
    "auth.Permission.name",
    "django_tasks_database.DBTaskResult.queue_name",
    "django_tasks_database.DBTaskResult.backend_name",
    "taggit.Tag.name",
    "wagtailcore.Site.site_name",
    "wagtailcore.Collection.name",
    "wagtailcore.Workflow.name",
    "wagtailcore.Task.name",
    # Of whoever published a film elsewhere, as their site states it in public.
    "wagtailembeds.Embed.author_name",
    "wagtailembeds.Embed.provider_name",
    # The program that made a translation.
    "wagtail_localize.StringTranslation.tool_name",
)
