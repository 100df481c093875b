"""Ordering by hand, refused where the list is too long for it.

The ordering view shows every child on one page: 42 MB for eight thousand (docs/adr/0005).
"""

MOST_ORDERED_CHILDREN = 200


class LongList:
    """Mixin of index pages whose children are ordered by date once there are many."""

    def permissions_for_user(self, user):
        tester = super().permissions_for_user(user)
        if self.numchild > MOST_ORDERED_CHILDREN:
            tester.can_reorder_children = lambda: False
        return tester


class LongListExplorer:
    """Mixin of explorer views that takes the manual order away where it is refused."""

    def get_valid_orderings(self):
        orderings = super().get_valid_orderings()
        if not self.permissions.can_reorder_children():
            orderings = [ordering for ordering in orderings if ordering != "ord"]
        return orderings
