"""The facts of one record (rules page, sections 2.2 and 2.4 to 2.10) and the lists behind them."""

import csv
import json
import unicodedata
from functools import cached_property, lru_cache

from cells import (
    BLANKS, age_on, every, ge, is_readable, known, lower, no, read_class, read_code,
    read_date, read_whole, some, sure, trim, upper,
)

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


# -- the record -----------------------------------------------------------------

class Facts:
    """`cells` maps the columns the extract has to their texts; others are lacking."""

    def __init__(self, cells, lists):
        self._cells, self.lists = cells, lists

    def has(self, column):
        return column in self._cells

    def cell(self, column):
        return trim(self._cells.get(column) or "")

    def day(self, column):
        return read_date(self.cell(column))

    def word(self, column):
        return lower(self.cell(column))

    # 2.2 the record

    @cached_property
    def cancelled(self):
        if not self.cell("cancelledOn"):
            return False
        return True if known(self.day("cancelledOn")) else None

    @cached_property
    def live(self):
        kind = {"": True, "crime": True, "reported-incident": False, "non-crime": False}.get(
            self.word("recordType"))
        return every(kind, no(self.cancelled))

    @cached_property
    def recorded_on(self):
        return self.day("recordedOn")

    @cached_property
    def reported_on(self):
        return self.day("reportedOn")

    @cached_property
    def _period(self):
        start = self.day("offenceFrom")
        end = self.day("offenceTo") if self.cell("offenceTo") else start
        if known(start) and known(end) and end < start:
            return None, None
        return start, end

    @property
    def offence_from(self):
        return self._period[0]

    @property
    def offence_to(self):
        return self._period[1]

    @cached_property
    def offence(self):
        return Offence(
            self.lists, read_code(self.cell("offenceCode")), read_class(self.cell("offenceClass")))

    # 2.5 the victim

    @cached_property
    def person(self):
        return {"": True, "person": True, "organisation": False, "state": False}.get(
            self.word("victimType"))

    @cached_property
    def implausible(self):
        """Whether the date of birth, if it is one, is surely not plausible."""
        born = self.day("victimBornOn")
        if born is None:
            return False
        equal = born in (self.recorded_on, self.reported_on)
        newborn = self.offence.category_is(HARM)
        if newborn is None:
            newborn = CHOICES["newborn-unknown"]
        return (
            born.year <= 1900
            or (known(self.offence_to) and self.offence_to < born)
            or (known(self.recorded_on) and self.recorded_on < born)
            or (known(self.offence_from) and age_on(born, self.offence_from) > 110)
            or (equal and not newborn)
        )

    @cached_property
    def born_plausible(self):
        """The clause of DOB-IMPLAUSIBLE, three-valued."""
        if self.day("victimBornOn") is None:
            return None
        if self.implausible:
            return False
        return True if known(self.offence_to) or known(self.recorded_on) else None

    @cached_property
    def born_on(self):
        return None if self.implausible else self.day("victimBornOn")

    @cached_property
    def victim_age(self):
        return read_whole(self.cell("victimAge"), 120)

    def _age_at(self, day):
        if self.born_on is None:
            return self.victim_age
        return age_on(self.born_on, day) if known(day) else None

    @cached_property
    def age_from(self):
        return self._age_at(self.offence_from)

    @cached_property
    def age_to(self):
        return self._age_at(self.offence_to)

    @cached_property
    def age_reported(self):
        if self.born_on is None or self.reported_on is None:
            return None
        return age_on(self.born_on, self.reported_on)

    @cached_property
    def age_known(self):
        return known(self.born_on) or known(self.victim_age)

    @cached_property
    def victim_sex(self):
        return {"f": "F", "m": "M"}.get(self.word("victimSex"))

    # 2.6 suspects

    def _list(self, column):
        """An empty cell names no suspect; else each part, even an empty one, is a suspect."""
        text = self.cell(column)
        return [trim(part) for part in text.split(";")] if text else []

    @cached_property
    def suspects(self):
        count = read_whole(self.cell("suspectCount"), 999)
        longest = max(len(self._list(c)) for c in (
            "suspectAges", "suspectEthnicities", "suspectNationalities"))
        if count is None:
            return longest or None
        return max(count, longest)

    def any_suspect_age(self, test):
        if self.suspects is None:
            return None
        ages = self._list("suspectAges")
        ages += [""] * (self.suspects - len(ages))
        values = [read_whole(a, 120) for a in ages]
        return some(False, *(None if v is None else test(v) for v in values))

    @cached_property
    def every_suspect_described(self):
        if self.suspects is None:
            return None
        for column in ("suspectEthnicities", "suspectNationalities"):
            parts = self._list(column)
            if len(parts) < self.suspects or "" in parts:
                return False
        return True

    # 2.7 and 2.8 text and local markers

    @cached_property
    def _local_parts(self):
        return self.cell("localMarkers").split(";")

    @cached_property
    def _mentioned(self):
        parts = self._local_parts
        if CHOICES["mentions-normalised"]:
            parts = [normalised(p) for p in parts]
        texts = [self.cell("narrative")] + list(parts)
        return frozenset().union(*(self.lists.found_in(t) for t in texts))

    def mentions(self, name):
        if name in self._mentioned:
            return True
        return False if self.cell("narrative") else None

    def local(self, kind):
        if not self.has("localMarkers"):
            return None
        synonyms = self.lists.kinds[kind]
        return any(normalised(p) in synonyms for p in self._local_parts)

    # 2.9 markers

    def is_set(self, marker):
        if not self.has(marker):
            return None
        return {"y": True, "n": False, "": False}.get(self.word(marker))

    def unreadable(self, marker):
        return self.has(marker) and self.is_set(marker) is None

    # 2.10 history and closure

    @cached_property
    def history(self):
        """Events (marker, action, day), or None if any part is not one."""
        tidy = trim if CHOICES["history-trim"] else (lambda piece: piece)
        events = []
        for part in self.cell("markerHistory").split(";"):
            part = tidy(part)
            if not part:
                continue
            pieces = [tidy(p) for p in part.split(":", 2)]
            if len(pieces) != 3:
                return None
            marker, action, day = upper(pieces[0]), lower(pieces[1]), read_date(pieces[2])
            if marker not in MARKERS or action not in ("set", "removed") or day is None:
                return None
            events.append((marker, action, day))
        return events

    def days_of(self, marker, action):
        return [d for m, a, d in self.history if (m, a) == (marker, action)]

    def history_has(self, marker, action):
        return None if self.history is None else bool(self.days_of(marker, action))

    @cached_property
    def closed(self):
        if self.cell("outcomeOn"):
            return True if known(self.day("outcomeOn")) else None
        if not self.cell("outcome"):
            return False
        outcome = read_whole(self.cell("outcome"), 22)
        return None if outcome is None else outcome > 0

    def lost(self, marker):
        has = self.history_has(marker, "removed")
        if has is not True:
            return has
        late = ge(max(self.days_of(marker, "removed")), self.day("outcomeOn"))
        return every(late, no(self.is_set(marker)))

    def tracked(self, marker):
        return some(self.is_set(marker), self.history_has(marker, "set"))

    def on_time(self, marker, late_after_days):
        if self.history is None or self.recorded_on is None:
            return None
        days = self.days_of(marker, "set")
        if not days:
            return None
        return (min(days) - self.recorded_on).days <= late_after_days
