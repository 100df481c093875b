"""What the demo says, as data: one module for each part of the site.

Entries come in the order of the tree, parents before their pages.
"""

from operations.demo.texts import (
    about,
    coalition_buying,
    coalition_parts,
    coalitions_other,
    event_next,
    events,
    exploration,
    interviews,
    kit,
    kit_act,
    kit_ask,
    kit_ends,
    kit_look,
    notices,
    reports,
    story_library,
    story_others,
    story_sensor,
    story_walking,
)
from operations.demo.texts.files import FILES, PICTURES
from operations.demo.texts.front import FRONT
from operations.demo.texts.glossary import GLOSSARY
from operations.demo.texts.organisations import ORGANISATIONS
from operations.demo.texts.places import TERRITORIES
from operations.demo.texts.themes import FAMILIES, LICENCES, THEMES

TERMS = [*THEMES, *FAMILIES, *LICENCES, *TERRITORIES, *ORGANISATIONS, *GLOSSARY]

ENTRIES = [
    *FRONT,
    kit.LANDING,
    kit_ends.INTRODUCTION,
    kit_look.PART,
    kit_look.COUNT,
    kit_ask.ASK,
    kit_act.PART,
    kit_act.GATHER,
    kit_act.MEND,
    kit_act.WORKSHEET,
    kit_ends.CONCLUSION,
    kit_act.ANNEX,
    story_library.LIBRARY,
    story_walking.WALKING,
    story_sensor.SENSOR,
    story_others.HEDGES,
    story_others.TOOLS,
    story_others.COUNTER,
    story_others.LAPTOPS,
    coalition_buying.BUYING,
    coalition_parts.PARTS,
    coalitions_other.COUNTER_FIRST,
    coalitions_other.SENSORS,
    events.FIRST,
    events.SECOND,
    event_next.THIRD,
    reports.DISCUSSION,
    reports.FOUR_PARTS,
    exploration.ENTRY,
    interviews.PURCHASER,
    interviews.VOLUNTEER,
    about.ABOUT,
    about.CHARTER,
    about.HELP,
    notices.LEGAL,
    notices.ACCESSIBILITY,
    notices.ECODESIGN,
]

__all__ = ["ENTRIES", "FILES", "PICTURES", "TERMS"]
