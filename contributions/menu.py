"""Entries of the admin's menu that say how much waits behind them."""

from collections.abc import Callable

from django.utils.text import format_lazy
from wagtail.admin.menu import MenuItem


class CountedMenuItem(MenuItem):
    """An entry with the number that waits for the reader of the menu: "Remarks (3)".

    Wagtail's menu has no badge; a number in the label is read by everybody, also aloud.
    `shown(user)` tells who has the entry, `waiting(user)` how much waits for them.
    """

    def __init__(self, *args, shown: Callable, waiting: Callable, **kwargs):
        super().__init__(*args, **kwargs)
        self.shown, self.waiting = shown, waiting

    def is_shown(self, request):
        return self.shown(request.user)

    def render_component(self, request):
        component = super().render_component(request)
        if number := self.waiting(request.user):
            component.label = format_lazy("{} ({})", self.label, number)
        return component
