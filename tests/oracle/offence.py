"""The lists, the offence (rules page, section 2.4) and the finding of terms (2.7, 2.8)."""

import csv
import json
import unicodedata
from functools import lru_cache

from cells import BLANKS, every, is_readable, lower, no, some, trim, upper

BYDEF = "child-sexual-by-definition"
BYAGE = "sexual-age-dependent"
HARM = "child-harm-by-definition"
OTHERAGE = "other-age-dependent"
CONTEXT = "context"
CATEGORIES = frozenset([BYDEF, BYAGE, HARM, OTHERAGE, CONTEXT])

WATCHED = frozenset(
    [11, 12, 13, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 70, 71, 72, 73, 74, 86, 88]
)
DECOYS = frozenset(["71", "71/00", "71/01", "71/17", "88A", "88/01", "88/02"])
MARKERS = ("CSA", "CSE", "CA", "CCE", "DA", "ONLINE", "MS", "HBA")

COLUMNS = (
    "crimeReference", "force", "recordType", "cancelledOn", "offenceCode", "offenceClass",
    "reportedOn", "recordedOn", "offenceFrom", "offenceTo", "outcome", "outcomeOn",
    "victimType", "victimBornOn", "victimAge", "victimSex", "suspectCount", "suspectAges",
    "suspectEthnicities", "suspectNationalities", "CSA", "CSE", "CA", "CCE", "DA", "ONLINE",
    "MS", "HBA", "markerHistory", "localMarkers", "narrative", "team",
)

# Readings the page leaves open (README.md); the command line can turn each one.
CHOICES = {
    # blanks inside markerHistory, around parts and around their three pieces, are ignored
    "history-trim": False,
    # a date of birth equal to the report is plausible where the category is unknown
    "newborn-unknown": True,
    # mentions() reads local markers as normalised in 2.8, not as written
    "mentions-normalised": False,
}


# -- text ---------------------------------------------------------------------

SEPARATORS = frozenset(BLANKS + "-")


@lru_cache(maxsize=None)
def word_like(char):
    return char == "_" or unicodedata.category(char)[0] in "LN"


def tokens(text):
    """Maximal word-like runs, each with whether only separators stand before it.

    The words of a term are word-like throughout, so "nothing word-like directly
    before or after" is the same as equality with whole runs.
    """
    found, word, gap = [], "", ""
    for char in lower(text):
        if word_like(char):
            if not word:
                joined = bool(gap) and all(c in SEPARATORS for c in gap)
            word += char
        else:
            if word:
                found.append((word, joined))
                word, gap = "", ""
            gap += char
    if word:
        found.append((word, joined))
    return found


def spellings(term):
    """The word sequences a term stands for: as it is, and the plurals of its last word."""
    words = tuple(term.split(" "))
    last = words[-1]
    if len(last) > 1 and last[-1] == "y" and last[-2] in "bcdfghjklmnpqrstvwxyz":
        lasts = [last, last[:-1] + "ies"]
    else:
        lasts = [last, last + "s", last + "es"]
    return [words[:-1] + (w,) for w in lasts]


def normalised(part):
    """A local marker as 2.8 compares it."""
    keep = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    return " ".join("".join(c if c in keep else " " for c in upper(trim(part))).split())


class Lists:
    """The offence list, the term lists and the synonyms of local markers."""

    def __init__(self, offences_path, terms_path, local_path):
        with open(offences_path, encoding="utf-8-sig", newline="") as f:
            self.offences = {row["code"]: row for row in csv.DictReader(f)}
        with open(terms_path, encoding="utf-8") as f:
            self.terms = json.load(f)["lists"]
        with open(local_path, encoding="utf-8") as f:
            self.kinds = {k: frozenset(v) for k, v in json.load(f)["kinds"].items()}
        # by first word, so that a text is walked once for all lists
        self._starts = {}
        for name, terms in self.terms.items():
            for term in terms:
                for words in spellings(term):
                    self._starts.setdefault(words[0], []).append((words, name))
        self.found_in = lru_cache(maxsize=50_000)(self._found_in)

    def _found_in(self, text):
        """The names of the lists of which a term is found in this one text."""
        found = set()
        run = tokens(text)
        for i, (word, _) in enumerate(run):
            for words, name in self._starts.get(word, ()):
                rest = run[i + 1:i + len(words)]
                if len(rest) == len(words) - 1 and all(
                    joined and w == expected for (w, joined), expected in zip(rest, words[1:])
                ):
                    found.add(name)
        return frozenset(found)


# -- the offence --------------------------------------------------------------

class Offence:
    """Section 2.4. `possible` is the set of categories the offence may have (None: no category)."""

    def __init__(self, lists, code, klass):
        self.code_read, self.class_read = code, klass
        row = lists.offences.get(code.text) or lists.offences.get(klass.text)
        self.row = row
        taken = code if is_readable(code) else klass
        if row:
            self.status = "listed"
        elif is_readable(taken) and taken.number not in WATCHED:
            self.status = "outside"
        else:
            self.status = "unknown"
        self.code = row["code"] if row else taken.text
        self.mixed = bool(row) and row["code"] == "86"
        if self.mixed:
            self.possible = frozenset([BYDEF, CONTEXT])
        elif row:
            self.possible = frozenset([row["category"]])
        elif self.status == "outside":
            self.possible = frozenset([None])
        else:
            self.possible = CATEGORIES | {None}
        self.image = None if self.mixed else self._column("image_offence")
        self.adult_relative = self._column("adult_relative")
        self.legacy = self._column("legacy")
        self.container = self._column("container")
        self.subcode = self._unlisted(lambda: row["level"] == "subcode")
        self.sexual_group = self._unlisted(lambda: row["group"] == "sexual")
        self.exploitation = self._unlisted(self._exploitation)
        self.has_victim_bounds = self._unlisted(
            lambda: bool(row["victim_min_age"] or row["victim_max_age"]))
        self.has_suspect_bounds = self._unlisted(
            lambda: bool(row["suspect_min_age"] or row["suspect_max_age"]))
        self.has_victim_sex = self._unlisted(lambda: bool(row["victim_sex"]))
        self.has_law_to = self._unlisted(lambda: bool(row["law_to"]))
        if self.mixed:
            self.non_sexual = self.proxy = None
        else:
            self.non_sexual = True if self.status == "outside" else every(
                no(self.category_is(BYDEF, BYAGE)), no(self.sexual_group))
            self.proxy = self._unlisted(lambda: some(self.image, row["code"] in DECOYS))
        self.klass = self._class(lists)

    def _unlisted(self, listed):
        if self.status == "listed":
            return listed()
        return False if self.status == "outside" else None

    def _column(self, name):
        return self._unlisted(lambda: self.row[name] == "yes")

    def _exploitation(self):
        if self.row["exploitation_by_definition"] != "yes":
            return False
        return True if self.subcode and not self.container else None

    def _class(self, lists):
        code, klass = self.code_read, self.class_read
        row = lists.offences.get(code.text)
        if code.kind == "subcode" and row and row["parent"]:
            return row["parent"]
        if code.kind == "class" and row:
            return code.text
        if klass.kind == "class":
            return klass.text
        if code.kind == "class":
            return code.text
        return code.bare

    def category_is(self, *names):
        if self.possible <= set(names):
            return True
        return None if self.possible & set(names) else False

    def _is_one(self, value, names):
        if value in names:
            return True
        return None if self.status == "unknown" else False

    def class_is(self, *names):
        return self._is_one(self.klass, names)

    def code_is(self, *names):
        return self._is_one(self.code, names)

    @staticmethod
    def watches(code):
        return code.number in WATCHED

    def number(self, column):
        """A bound of the entry, or None if the entry sets none."""
        return int(self.row[column]) if self.row and self.row[column] else None
