"""The mails that a person does without."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_vouch_for_accounts'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='refused_mails',
            field=models.JSONField(blank=True, default=list, editable=False, verbose_name='mails that the person does without'),
        ),
    ]
