"""The facts of one record (rules page, sections 2.2 and 2.5 to 2.10)."""

from functools import cached_property

from cells import (
    age_on, every, ge, known, lower, no, read_class, read_code, read_date, read_whole, some,
    trim, upper,
)
from offence import CHOICES, HARM, MARKERS, Offence, normalised


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
