"""Sets of documents that one query names several times over, made once for all of it.

The words of a question are asked once, however much is counted of the pages that have them.
"""

from dataclasses import dataclass
from itertools import chain

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

# Of a larger set, facets are counted on a sample of about this many documents, and estimated.
COUNTED = 5_000
# Spreads ids evenly, whatever the rhythm in which pages and their translations were made: the high
# bits of a multiplicative generator (Park and Miller, 1988).
_DRAWN = "CAST(document_id AS bigint) * 48271 %% 2147483647 / 65536"

# PostgreSQL takes a document's words for cheap to read, and would read those of all of them; it
# compiles what runs for milliseconds; and it must have room for a set to look it up. Statements
# that are sent together are one transaction, after which this is forgotten.
_FOR_POSTGRESQL = (
    "SET LOCAL enable_seqscan = off; SET LOCAL jit = off; SET LOCAL work_mem = '64MB'; "
)


@dataclass(frozen=True)
class Shared:
    """Some documents under a name that the whole query may use.

    `sql` gives their ids, as `document_id`, and whatever else is read of them.
    """

    name: str
    sql: str
    parameters: tuple = ()
    columns: tuple[str, ...] = ()

    @classmethod
    def of(cls, name: str, ids: QuerySet, *columns: str) -> "Shared":
        """Return the set of a query of ids, and of these columns of their rows."""
        return cls(name, *sql_of(ids.order_by().values_list("pk", *columns)), columns)

    def having(
        self, name: str, conditions: list[tuple[str, tuple]], once: tuple[str, str] | None = None
    ) -> "Shared":
        """Return those that meet conditions, which are SQL and its parameters; itself without any.

        `once` names two columns: of those that are equal in the first, the one that is least in
        the second is left, then the oldest.
        """
        if not conditions and once is None:
            return self
        columns, source = _columns(self), self.name
        if conditions:
            source += f" WHERE {' AND '.join(sql for sql, _parameters in conditions)}"
        given = chain.from_iterable(parameters for _sql, parameters in conditions)
        if once is not None:
            alike, least = once
            place = f"ROW_NUMBER() OVER (PARTITION BY {alike} ORDER BY {least}, document_id)"
            placed = f"SELECT {columns}, {place} AS place FROM {source}"  # noqa: S608
            source = f"({placed}) AS placed WHERE place = 1"
        sql = f"SELECT {columns} FROM {source}"  # noqa: S608
        return Shared(name, sql, tuple(given), self.columns)

    def column(self, name: str) -> RawSQL:
        """The values of a column, for a condition."""
        return RawSQL(f"SELECT {name} FROM {self.name}", [])  # noqa: S608, S611

    @property
    def ids(self) -> RawSQL:
        """The ids, for a condition."""
        return self.column("document_id")

    @property
    def sample(self) -> RawSQL:
        """All of the ids up to `COUNTED`, else one in `step_of` of them, drawn by its number."""
        step = f"(1 + ((SELECT count(*) FROM {self.name}) - 1) / {COUNTED})"  # noqa: S608
        drawn = f"SELECT document_id FROM {self.name} WHERE {_DRAWN} %% {step} = 0"  # noqa: S608
        return RawSQL(drawn, [])  # noqa: S611

    @property
    def size(self) -> tuple[str, tuple]:
        """The SQL of how many there are, and its parameters."""
        return f"SELECT count(*) FROM {self.name}", ()  # noqa: S608

    def counted_by(self, *columns: str) -> tuple[str, tuple]:
        """Return the SQL that counts them by these columns as text, and its parameters."""
        named = ", ".join(f"CAST({column} AS varchar(250))" for column in columns)
        wide = f"SELECT {named}, count(*) FROM {self.name}"  # noqa: S608
        return f"{wide} GROUP BY {', '.join(columns)}", ()


def step_of(size: int) -> int:
    """Return how many documents each one of the sample of a set stands for."""
    return 1 + (size - 1) // COUNTED


def rows_of(queries: list[tuple[str, tuple]], shared: tuple[Shared, ...]) -> list[tuple]:
    """Return the rows of all queries in one, each with the place of its query after its values.

    A query is SQL that may name the sets, and its parameters; all have as many columns.
    """
    sets = [f"{one.name}({_columns(one)}) AS MATERIALIZED ({one.sql})" for one in shared]
    parts = [
        f"SELECT part.*, {place} FROM ({sql}) AS part"  # noqa: S608
        for place, (sql, _parameters) in enumerate(queries)
    ]
    named = f"WITH {', '.join(sets)} " if sets else ""
    given = [*(one.parameters for one in shared), *(parameters for _sql, parameters in queries)]
    sql = named + " UNION ALL ".join(parts)
    prepared = bool(shared) and connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        cursor.execute(_FOR_POSTGRESQL * prepared + sql, list(chain.from_iterable(given)))
        if prepared:
            # The rows are those of the last statement.
            while cursor.nextset():
                continue
        return cursor.fetchall()


def sql_of(query: QuerySet) -> tuple[str, tuple]:
    """Return the SQL of a query and its parameters, also where nothing can answer it."""
    return query.query.get_compiler(connection=connection, elide_empty=False).as_sql()


def _columns(shared: Shared) -> str:
    return ", ".join(("document_id", *shared.columns))
