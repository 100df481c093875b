"""The groups that propose and that decide; their rights are given by `setup_roles`."""

AUTHORS = "Authors"
MODERATORS = "Moderators"
