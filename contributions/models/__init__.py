from contributions.models.charter import Charter, CharterAcceptance
from contributions.models.proposals import Exchange, Proposal
from contributions.models.tasks import EditorialTask

__all__ = ["Charter", "CharterAcceptance", "EditorialTask", "Exchange", "Proposal"]
