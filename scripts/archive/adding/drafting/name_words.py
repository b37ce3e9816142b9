"""Words beside names, and in them, that tell of what they are."""

import re

TITLES = re.compile(
    r"(?:Mrs?|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Father|Sister|Judge|Justice|Mayor|Councill?or"
    r"|Councilman|Councilwoman|Cllr|Coach|Captain|Capt|Sergeant|Sgt|Lt|Lieutenant|Colonel|Col|General|Gen"
    r"|President|Senator|Sen|Rep|Governor|Gov|Minister|Secretary|Chancellor|Bishop|Archbishop|Pope|King"
    r"|Queen|Prince|Princess|Herr|Frau|Señor|Señora|Don|Doña|Monsieur|Madame|Bürgermeister|Chief|Officer"
    r"|Inspector|Detective|Constable|Ambassador)\.? "
)
_SAID = r"(?:said|says|told|added|adding|explained|asked|replied|wrote|argued|recalled|warned|insisted)"
AFTER_PERSON = re.compile(rf"(?:,)? (?:{_SAID}\b|who\b|whose\b|aged \d)|, (?:\d\d,|{_SAID}\b|who\b)")
BEFORE_PERSON = re.compile(
    rf"(?:[”\"],? {_SAID}|\b{_SAID} the [a-zà-ÿ ]{{3,30}},|\b(?:dijo|explicó|anunció|dit|sagte)) $"
)
BODIES = re.compile(
    r"\b(?:Agency|Association|Authority|Bank|Board|Bureau|Centre|Center|Church|Club|College|Commission|Committee"
    r"|Company|Congress|Co-?operative|Corporation|Council|Court|Department|Ferries|Federation|Foundation|Fund"
    r"|Gazette|Government|Group|Hospital|Inc|Institute|League|Ltd|Ministry|Museum|Office|Parliament|Partnership"
    r"|Party|Police|Railway|School|Senate|Service|Society|Trust|Union|University|Ayuntamiento|Diputación"
    r"|Universidad|Ministerio|Gesellschaft|Verein)\b\.?"
)
# Words that begin with a capital for what they are, and are no names.
NO_NAMES = frozenset(["I", "I'm", "I’m", "I've", "I’ve", "I'd", "I’d", "I'll", "I’ll", "OK"])
ENDS_SENTENCE = re.compile(r"(?:^|[.!?…:;*•]|[.!?,…:]?[\"“”«»‘(—–>\[-])\s*[\"“”«»‘'(]*\s*$")
# Words with which sentences begin and names don't.
OPENINGS = frozenset(
    re.findall(
        r"\S+",
        "a after all although an and another any as at because before both but by each even every few "
        "for from he her here his how if in into it its last like many more most mr my next no nobody "
        "not now of on once one only or our out over she since so some such than that the their then "
        "there these they this those though thus yesterday today tomorrow later earlier to two under "
        "until we what when where which while who why will with yet you your three four el la los las "
        "un una en con por para según der die das ein eine im am le les une des dans",
    )
)
