"""A remark is written, waits, is decided and answered; who does what, and what is kept of it."""

import pytest
from django.core.exceptions import PermissionDenied

from accounts.personal_data import keepers
from contributions.models import Reaction, Remark
from contributions.remarks import services
from contributions.remarks.passages import passages_of
from kit.models import ChapterPage
from operations.personal import erasure
from stories.models import StoryPage
from tests.factories import account, carry_out, kit_in, publish, published

FIRST, SECOND = "On mesure d'abord le débit.", "On répare ensuite la margelle."


@pytest.fixture
def chapter(fr):
    body = [("heading", {"level": "h2", "text": "Mesurer"}), ("text", f"<p>{FIRST}</p>")]
    body.append(("text", f"<p>{SECOND}</p>"))
    return published(kit_in(fr), ChapterPage, slug="eau", title="L'eau", body=body)


@pytest.fixture
def story(fr):
    return published(fr.stories, StoryPage, slug="lavoir", title="Le lavoir")


def on_first(user, chapter, **words) -> Remark:
    """Return a remark of `user` on the first passage of the chapter."""
    passage = passages_of(chapter)[0]
    data = {"kind": "difficulty", "text": "Le seau fuit.", "passage": passage.key, **words}
    return services.write(user, chapter, **data)


def test_the_passages_of_a_page_are_the_blocks_and_parts_that_are_read(chapter, story):
    assert [(one.heading, one.text) for one in passages_of(chapter)] == [
        ("Mesurer", FIRST),
        ("Mesurer", SECOND),
    ]
    assert passages_of(chapter)[0].key == chapter.body[1].id
    assert "done" in [one.key for one in passages_of(story)]


def test_a_remark_keeps_its_passage_as_it_was_and_waits(chapter, author, moderator, mailoutbox):
    remark = on_first(author, chapter)
    carry_out()
    assert (remark.quote, remark.outcome, remark.author_name) == (FIRST, "", "Solène")
    assert services.public_remarks(chapter) == []
    (mail,) = mailoutbox
    assert mail.to == [moderator.email]
    assert "L'eau" in mail.subject
    assert f"/admin/proposals/remarks/{remark.pk}/" in mail.body


def test_one_form_makes_one_remark(chapter, author):
    key = Remark(page=chapter.page_ptr).key
    assert on_first(author, chapter, key=key) == on_first(author, chapter, key=key)
    assert Remark.objects.count() == 1


def test_a_page_refuses_a_kind_or_a_passage_that_it_has_not(chapter, author):
    with pytest.raises(ValueError, match="kind"):
        on_first(author, chapter, kind="join")
    with pytest.raises(ValueError, match="passage"):
        on_first(author, chapter, passage="elsewhere")


def test_a_decision_needs_somebody_else_a_right_and_a_reason(
    chapter, author, other_author, moderator
):
    remark = on_first(author, chapter)
    own = on_first(moderator, chapter)
    for user, wanted in ((author, remark), (other_author, remark), (moderator, own)):
        with pytest.raises(PermissionDenied):
            services.decide(wanted, user, "kept")
    with pytest.raises(ValueError, match="reason"):
        services.decide(remark, moderator, "aside", "  ")
    services.decide(remark, moderator, "kept", reply="Merci !")
    with pytest.raises(services.AlreadyDecided):
        services.decide(remark, account("autre@example.org", "Moderators"), "covered", "Déjà dit.")
    remark.refresh_from_db()
    assert (remark.outcome, remark.reply, remark.decided_by) == ("kept", "Merci !", moderator)


def test_an_administrator_does_not_decide_on_their_own_remark(chapter):
    administrator = account("awa@example.org", superuser=True)
    with pytest.raises(PermissionDenied):
        services.decide(on_first(administrator, chapter), administrator, "kept")


def test_an_editor_decides_where_they_publish(chapter, author, editor):
    remark = on_first(author, chapter)
    assert services.may_decide(remark, editor)
    services.decide(remark, editor, "covered", "Voir plus bas.")
    assert services.public_remarks(chapter) == [remark]


def test_the_author_hears_of_the_decision_in_their_language(chapter, author, moderator, mailoutbox):
    remark = on_first(author, chapter)
    carry_out()
    mailoutbox.clear()
    services.decide(remark, moderator, "aside", "Hors sujet.", "Merci tout de même.")
    carry_out()
    (mail,) = mailoutbox
    assert mail.to == [author.email]
    for words in ("Hors sujet.", "Merci tout de même.", "Le seau fuit.", "/fr/mon-espace/"):
        assert words in mail.body
    assert "/admin/" not in mail.body
    assert mail.alternatives[0][1] == "text/html"
    services.decide(remark, moderator, "aside", "Hors sujet.", "Merci tout de même.", seen="aside")
    carry_out()
    assert len(mailoutbox) == 1
    author.refused_mails = ["contributions.remark"]
    author.save()
    services.decide(on_first(author, chapter), moderator, "kept")
    carry_out()
    assert [one for one in mailoutbox[1:] if one.to == [author.email]] == []


def test_what_is_hidden_is_shown_to_nobody(chapter, author, moderator):
    remark = on_first(author, chapter)
    services.decide(remark, moderator, "hidden", "Une insulte.")
    assert services.public_remarks(chapter) == []
    with pytest.raises(PermissionDenied):
        services.make_story(remark, author)


def test_a_reaction_is_one_a_person_and_is_taken_back(chapter, author, other_author):
    for user in (author, other_author):
        assert services.react(user, chapter, "useful")
    assert services.react(author, chapter, "tried")
    counts = {one.kind: (one.count, one.is_mine) for one in services.reactions_to(chapter, author)}
    assert counts == {"useful": (2, True), "tried": (1, True), "complete": (0, False)}
    assert not services.react(author, chapter, "useful")
    assert [one.count for one in services.reactions_to(chapter)] == [1, 1, 0]
    with pytest.raises(ValueError, match="love"):
        services.react(author, chapter, "love")


def test_a_remark_becomes_a_story_that_answers_its_page(chapter, author, moderator):
    remark = on_first(author, chapter, text="Le seau <b>fuit</b>.\n\nOn l'a changé.")
    proposal = services.make_story(remark, author)
    assert services.make_story(remark, author) == proposal
    story = proposal.page.specific.get_latest_revision_as_object()
    assert (story.live, story.owner, story.title) == (False, author, "Le seau <b>fuit</b>.")
    assert "Le seau &lt;b&gt;fuit&lt;/b&gt;." in story.done
    assert f'linktype="page" id="{chapter.pk}"' in story.done
    assert [row.chapter_id for row in story.related_chapters.all()] == [chapter.pk]
    by_moderator = services.make_story(remark, moderator)
    assert by_moderator.author == moderator
    assert "Solène" in by_moderator.page.specific.done


def test_nobody_makes_a_story_of_the_remark_of_another(chapter, author, other_author):
    with pytest.raises(PermissionDenied):
        services.make_story(on_first(author, chapter), other_author)


def test_a_remark_outlives_its_passage_and_its_page(chapter, author, moderator):
    remark = on_first(author, chapter)
    services.decide(remark, moderator, "kept")
    del chapter.body[1]
    chapter = publish(chapter)
    assert services.public_remarks(chapter)[0].quote == FIRST
    chapter.delete()
    remark.refresh_from_db()
    assert (remark.page, remark.title) == (None, "L'eau")


def test_remarks_and_reactions_leave_with_the_person(chapter, author, moderator, other_author):
    remark, other = on_first(author, chapter), on_first(other_author, chapter)
    services.decide(other, moderator, "kept")
    services.react(author, chapter, "useful")
    exported = {keeper.name: keeper.export(author) for keeper in keepers()}
    assert exported["contributions.remarks"]["written"][0]["text"] == "Le seau fuit."
    assert exported["contributions.reactions"][0]["reaction"] == "useful"
    erasure.erase(author, "anonymous")
    erasure.erase(moderator, "anonymous")
    assert list(Remark.objects.all()) == [other]
    other.refresh_from_db()
    assert (other.outcome, other.decided_by) == ("kept", None)
    assert not Reaction.objects.exists()
    assert not Remark.objects.filter(pk=remark.pk).exists()
