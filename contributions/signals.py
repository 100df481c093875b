"""What the room tells of itself."""

from django.dispatch import Signal

# Sent in the transaction of a moderator's decision, with `page`, `user`, `action` and `comment`.
decided = Signal()
