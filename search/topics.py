"""What search asks of the outbox, by topic."""

# A page, in the index of the database.
INDEX = "search.index"
# A page and all below it: what is indexed and must not be, and the reverse.
BRANCH = "search.branch"
# A page, in the index of the search server.
REMOTE = "search.remote"
# A page and all below it, in the index of the search server, after a move.
REMOTE_BRANCH = "search.remote_branch"
# The pages about a term, or in a territory.
TERM_RENAMED = "search.term"
TERRITORY_MOVED = "search.territory"
# Those whose subject is the id of a page.
OF_PAGES = (INDEX, BRANCH, REMOTE, REMOTE_BRANCH)
