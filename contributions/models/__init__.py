from contributions.models.charter import Charter, CharterAcceptance
from contributions.models.proposals import Exchange, Proposal
from contributions.models.tasks import EditorialTask
from contributions.remarks.models import Reaction, Remark
from contributions.reports.models import Report
from contributions.saving.models import PageViews, SavedList, SavedPage

__all__ = [
    "Charter",
    "CharterAcceptance",
    "EditorialTask",
    "Exchange",
    "PageViews",
    "Proposal",
    "Reaction",
    "Remark",
    "Report",
    "SavedList",
    "SavedPage",
]
