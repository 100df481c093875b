"""What a plain Elasticsearch finds: one `multi_match` over raw text, by its own analyzers.

An engine that does not beat this is not worth its code.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from elasticsearch import Elasticsearch
from elasticsearch.helpers import bulk

from search.analysis import LONGEST_INDEX
from search.evaluation.collection import Collection
from search.evaluation.markdown import Text
from search.evaluation.measures import DEPTH, Answer
from search.languages import grammar_of, primary

NAME = "baseline"
FIELDS = ("title^3", "summary^2", "body")
# The analyzers of Elasticsearch have the names of the Snowball algorithms; "french" has the
# elision, the stop words and the `light_french` stemmer, after which the measure is named.
WITHOUT = "standard"


def ask_baseline(client: Elasticsearch, prefix: str, collection: Collection) -> dict[str, Answer]:
    """Return what the baseline answers to each question: an index a language, that of the reader.

    What its language does not answer at all is asked of every language, as the engines do.
    """
    with ExitStack() as stack:
        indexes = {}
        for language in sorted({primary(one.language) for one in collection.texts}):
            texts = [one for one in collection.texts if primary(one.language) == language]
            indexes[language] = stack.enter_context(
                _index(client, f"{prefix}-{language}", language, texts)
            )
        every = ",".join(indexes.values())
        answers = {}
        for question in (*collection.questions[:1], *collection.questions):
            own = indexes.get(question.language, every)
            answers[question.id] = _ask(client, own, question.q)
            if not answers[question.id].files:
                answers[question.id] = _ask(client, every, question.q)
    return answers


def _ask(client: Elasticsearch, index: str, q: str) -> Answer:
    match = {"query": q, "fields": FIELDS}
    found = client.search(index=index, query={"multi_match": match}, size=DEPTH, source=["file"])
    return Answer([hit["_source"]["file"] for hit in found["hits"]["hits"]], found["took"])


@contextmanager
def _index(client: Elasticsearch, name: str, language: str, texts: list[Text]) -> Iterator[str]:
    """Make an index of the texts of one language and remove it at the end."""
    analyzer = grammar_of(language).algorithm or WITHOUT
    field = {"type": "text", "analyzer": analyzer}
    client.indices.create(
        index=name,
        settings={"number_of_shards": 1, "number_of_replicas": 0},
        mappings={
            "properties": {
                "file": {"type": "keyword"},
                **dict.fromkeys(("title", "summary", "body"), field),
            }
        },
    )
    try:
        # A small server refuses a request of many megabytes: the engines too read so much only.
        bulk(client, (_action(name, text) for text in texts))
        client.indices.refresh(index=name)
        yield name
    finally:
        client.indices.delete(index=name)


def _action(index: str, text: Text) -> dict:
    source = {"title": text.title, "summary": text.summary, "body": text.text[:LONGEST_INDEX]}
    return {"_index": index, "file": text.file, **source}
