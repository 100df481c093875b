"""The URLconf as a list of addresses, and how one is filled in with objects."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import get_resolver, reverse

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True)
class Address:
    """One pattern of the URLconf; `name` is its route where it has no name."""

    name: str
    route: str
    parameters: tuple[str, ...]

    @property
    def is_admin(self) -> bool:
        return self.route.startswith("admin/")

    def url(self, arguments: dict) -> str:
        """Return the address with its parameters filled in; groups without a name are 0, 1…"""
        if "0" in arguments:
            return reverse(self.name, args=list(arguments.values()))
        chosen = {name: arguments[name] for name in self.parameters}
        if self.name != self.route:
            return reverse(self.name, kwargs=chosen)
        return "/" + PARAMETER.sub(lambda found: str(chosen[found[1]]), self.route)


def addresses() -> list[Address]:
    """Return every address that the portal answers at, in the language that is active."""
    return list(_walk(get_resolver().url_patterns, "", ""))


def _walk(patterns, prefix: str, namespace: str) -> Iterator[Address]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, route, inner)
        else:
            name = f"{namespace}{pattern.name}" if pattern.name else route
            yield Address(name, route, tuple(_parameters(pattern, prefix)))


def _parameters(pattern, prefix: str) -> list[str]:
    return [*PARAMETER.findall(prefix), *pattern.pattern.regex.groupindex]


def argument(objects: dict, text: str):
    """Return what `text` of a table stands for: an object's key, its attribute, or 'itself'."""
    if text.startswith("'"):
        return text.strip("'")
    name, _dot, attribute = text.partition(".")
    return getattr(objects[name], attribute or "pk")


def arguments(objects: dict, text: str) -> dict:
    """Return the arguments that a row of a table writes as "pk=draft form='csv'"."""
    pairs = (pair.split("=", 1) for pair in text.split())
    return {name: argument(objects, value) for name, value in pairs}
