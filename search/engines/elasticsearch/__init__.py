"""Elasticsearch beside the database (ADR 15): the same words, questions and answers, for portals
that outgrow one machine. Everything in it is derived: it can be made anew from the database.
"""
