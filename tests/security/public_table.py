"""What each role gets at each address outside the admin, written by hand.

A row is an address, the object behind it, then what GET and POST answer: "role:answer" pairs, `*`
for all other roles. An answer is a status, or `login` for the way to the sign-in. The objects are
made in `world`; the texts are those of `author`, and everybody accepted the charter. An address
without a row fails the tests: add it with the least that each role needs.
"""

ALL = "*:200"
NOBODY = "*:404"
NEVER = "*:405"
ELSEWHERE = "*:302"
# Anybody who is signed in.
SIGNED_IN = "anonymous:login *:200"
LED_ON = "anonymous:login *:302"
NOTHING = "anonymous:login *:404"
NOT_SO = "anonymous:login *:405"
# Who wrote the text or made the list, and nobody else.
OWN = "anonymous:login author:200 *:404"
OWN_LED_ON = "anonymous:login author:302 *:404"
OWN_CONFLICT = "anonymous:login author:409 *:404"
# Who is signed in has no business there.
NOT_AGAIN = "anonymous:200 *:302"

PUBLIC = (
    ("_util/login/", "", LED_ON, LED_ON),
    ("wagtailcore_login", "", LED_ON, LED_ON),
    ("health", "", ALL, ALL),
    ("robots", "", ALL, ALL),
    ("sitemap_index", "", ALL, ALL),
    ("sitemap", "language='fr' number='1'", ALL, ALL),
    ("favicon.ico", "", ELSEWHERE, ELSEWHERE),
    ("choose_language", "", ELSEWHERE, ELSEWHERE),
    ("search", "", ALL, ALL),
    ("search_suggestions", "", ALL, ALL),
    ("search_results", "form='atom'", ALL, ALL),
    ("theme", "slug=theme.slug", ALL, ALL),
    ("territory", "slug=territory.slug", ALL, ALL),
    ("tag", "slug=tag.slug", ALL, ALL),
    ("organisation", "slug=organisation.slug", ALL, ALL),
    # A page that says so, with the status of an address that has none.
    ("not_translated", "page_id=english", NOBODY, NOBODY),
    ("not_translated", "page_id=draft_page", NOBODY, NOBODY),
    ("not_translated", "page_id=private_page", NOBODY, NOBODY),
    ("wagtail_serve", "0=public.address", ALL, ALL),
    ("wagtail_serve", "0=draft.address", NOBODY, NOBODY),
    ("wagtail_serve", "0=review.address", NOBODY, NOBODY),
    ("wagtail_serve", "0='cache/'", NOBODY, NOBODY),
    # A form that asks for the password.
    ("wagtail_serve", "0='prive/'", ALL, ALL),
    (
        "wagtailcore_authenticate_with_password",
        "page_view_restriction_id=restriction page_id=private_page",
        ALL,
        ALL,
    ),
    ("wagtaildocs_serve", "0=document 1=document.filename", ALL, ALL),
    ("wagtaildocs_serve", "0=private_document 1=private_document.filename", ALL, ALL),
    ("wagtaildocs_authenticate_with_password", "restriction_id=collection_restriction", ALL, ALL),
    ("propose", "", ALL, ALL),
    ("propose_charter", "", SIGNED_IN, SIGNED_IN),
    ("propose_story", "", SIGNED_IN, SIGNED_IN),
    ("propose_report", "", SIGNED_IN, SIGNED_IN),
    ("propose_edit", "pk=draft", OWN, OWN_CONFLICT),
    ("propose_edit", "pk=review", OWN, OWN),
    ("propose_edit", "pk=public", OWN, OWN_CONFLICT),
    ("propose_preview", "pk=draft", OWN, OWN),
    ("propose_preview", "pk=review", OWN, OWN),
    ("propose_preview", "pk=public", OWN, OWN),
    ("propose_render", "", "anonymous:login *:403", SIGNED_IN),
    ("propose_send", "pk=draft", OWN, OWN),
    ("propose_send", "pk=review", OWN, OWN),
    ("propose_send", "pk=public", OWN, OWN),
    ("my_space", "", SIGNED_IN, SIGNED_IN),
    ("my_space_text", "pk=draft", OWN, OWN_LED_ON),
    ("my_space_text", "pk=review", OWN, OWN_LED_ON),
    ("my_space_text", "pk=public", OWN, OWN_LED_ON),
    ("my_remarks", "", SIGNED_IN, NOT_SO),
    ("my_remark_story", "pk=remark", NOT_SO, OWN_LED_ON),
    # A form of another kind writes nothing and is shown with what is wrong in it.
    ("remarks", "page_id=public_page", ALL, ALL),
    ("remarks", "page_id=draft_page", NOBODY, NOBODY),
    ("remarks", "page_id=private_page", NOBODY, NOBODY),
    ("remarks", "page_id=hidden_page", NOBODY, NOBODY),
    ("react", "page_id=public_page", NEVER, NOTHING),
    ("react", "page_id=review_page", NEVER, NOBODY),
    ("react", "page_id=private_page", NEVER, NOBODY),
    ("report_content", "page_id=public_page", ALL, ALL),
    ("report_content", "page_id=draft_page", NOBODY, NOBODY),
    ("report_content", "page_id=private_page", NOBODY, NOBODY),
    ("report_content_sent", "page_id=public_page", ALL, ALL),
    ("report_content_sent", "page_id=review_page", NOBODY, NOBODY),
    # Without a list yet, the form asks for the name of one.
    ("saved_page", "page_id=public_page", SIGNED_IN, "anonymous:login author:302 *:200"),
    ("saved_page", "page_id=draft_page", NOTHING, NOTHING),
    ("saved_page", "page_id=private_page", NOTHING, NOTHING),
    ("saved_lists", "", SIGNED_IN, NOT_SO),
    ("saved_list", "pk=list", OWN, OWN_LED_ON),
    ("saved_list", "pk=shared_list", OWN, OWN_LED_ON),
    ("saved_shared", "key=list.key", NOBODY, NEVER),
    ("saved_shared", "key=shared_list.key", ALL, NEVER),
    ("count_view", "page_id=public_page", ALL, NEVER),
    ("count_view", "page_id=draft_page", ALL, NEVER),
    ("glossary", "", ALL, NEVER),
    ("ask_for_translation", "page_id=public_page", ELSEWHERE, ELSEWHERE),
    ("ask_for_translation", "page_id=draft_page", NOBODY, NOBODY),
    ("ask_for_translation", "page_id=english", ALL, ALL),
    ("account_data", "", SIGNED_IN, LED_ON),
    ("account_data_archive", "", NOTHING, NOT_SO),
    ("account_delete", "", SIGNED_IN, SIGNED_IN),
    ("account_deleted", "", ALL, NEVER),
    ("account_no_access", "", "anonymous:login *:403", "anonymous:login *:403"),
    ("account_login", "", NOT_AGAIN, NOT_AGAIN),
    ("account_logout", "", "anonymous:302 *:200", ELSEWHERE),
    ("account_inactive", "", ALL, NEVER),
    ("account_signup", "", NOT_AGAIN, NOT_AGAIN),
    ("account_reauthenticate", "", SIGNED_IN, SIGNED_IN),
    ("account_email", "", SIGNED_IN, LED_ON),
    ("account_mails", "", SIGNED_IN, LED_ON),
    ("account_email_verification_sent", "", ALL, NEVER),
    ("account_change_password", "", SIGNED_IN, SIGNED_IN),
    ("account_set_password", "", LED_ON, LED_ON),
    ("account_reset_password", "", ALL, ALL),
    ("account_confirm_login_code", "", LED_ON, LED_ON),
    ("account_confirm_email", "key='x'", ALL, NOBODY),
    ("account_reset_password_from_key_done", "", ALL, NEVER),
    ("account_reset_password_from_key", "uidb36='1' key='x'", ALL, ALL),
    ("account_reset_password_done", "", ALL, NEVER),
    ("mfa_index", "", SIGNED_IN, NOT_SO),
    ("mfa_authenticate", "", LED_ON, LED_ON),
    ("mfa_reauthenticate", "", LED_ON, LED_ON),
    ("mfa_activate_totp", "", SIGNED_IN, SIGNED_IN),
    ("mfa_deactivate_totp", "", NOTHING, NOTHING),
    ("mfa_view_recovery_codes", "", NOTHING, NOT_SO),
    ("mfa_generate_recovery_codes", "", SIGNED_IN, SIGNED_IN),
    ("mfa_download_recovery_codes", "", NOTHING, NOTHING),
    ("mfa_list_webauthn", "", SIGNED_IN, NOT_SO),
    ("mfa_add_webauthn", "", SIGNED_IN, SIGNED_IN),
    ("mfa_reauthenticate_webauthn", "", LED_ON, LED_ON),
    # The passkey of somebody else.
    ("mfa_remove_webauthn", "pk=passkey", NOTHING, NOTHING),
    ("mfa_edit_webauthn", "pk=passkey", NOTHING, NOTHING),
    ("mfa_login_webauthn", "", LED_ON, LED_ON),
    ("usersessions_list", "", SIGNED_IN, LED_ON),
)
