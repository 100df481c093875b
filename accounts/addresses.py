"""The addresses of an account that are known to be its own."""


def vouch_for(user) -> None:
    """Count the address of an account as verified, and as its only first one.

    For accounts that somebody with the right to make them made: whoever signs up by themselves
    confirms by mail.
    """
    # Its models load after those of this room.
    from allauth.account.models import EmailAddress

    address, _made = EmailAddress.objects.update_or_create(
        user=user, email=user.email, defaults={"verified": True}
    )
    address.set_as_primary()
