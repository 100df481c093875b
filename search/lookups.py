"""The full-text condition of each database, as a lookup."""

from django.db.models import Lookup, TextField


@TextField.register_lookup
class Answers(Lookup):
    """`content__answers=…`: the index answers a compiled expression of its engine."""

    lookup_name = "answers"
    prepare_rhs = False

    def as_sqlite(self, compiler, connection):
        return self._with("{} MATCH {}", compiler, connection)

    def as_postgresql(self, compiler, connection):
        return self._with("{} @@ {}::tsquery", compiler, connection)

    def _with(self, template, compiler, connection):
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        return template.format(left, right), (*left_params, *right_params)
