"""The 11 checks on a whole extract (rules page, section 7)."""

from calendar import monthrange
from collections import Counter
from datetime import date

from cells import known, some, sure
from offence import BYDEF, MARKERS
from rules import OFFENCE, columns_suffice

AGE_COLUMNS = "victimBornOn, victimAge, offenceFrom, reportedOn"

# id: needs, minimum of the denominator, when raised (None: never, the figure is only shown)
SHARES = {
    "BYDEF-COVERAGE": (OFFENCE + ", CSA", 30, lambda n, d: n * 100 < d * 80),
    "CSE-SHARE": ("CSA, CSE", 1, None),
    "AGE-UNKNOWN-SHARE": (OFFENCE + ", victimBornOn | victimAge", 20,
                          lambda n, d: n * 100 >= d * 10),
    "IIOC-SHARE": (OFFENCE, 1, None),
    "MUTUAL-EXCLUSION": ("CSA, CSE", 100, lambda n, d: n == 0),
    "AGE-AT-REPORT-SUSPECTED": (AGE_COLUMNS, 30, lambda n, d: n * 100 >= d * 95),
    "CSA-NONSEXUAL-SHARE": (OFFENCE + ", CSA", 1, None),
    "NOT-LIVE-FLAGGED": ("CSA | CSE, recordType | cancelledOn", 1, None),
    "CODE-READABLE": (OFFENCE, 1, lambda n, d: n * 100 < d * 95),
}
EMPTY_COLUMN_RECORDS = 500
BREAK_FLAGGED = 120

SEVERITY = {
    "FLAG-RATE-BREAK": "warning", "BYDEF-COVERAGE": "info", "CSE-SHARE": "info",
    "AGE-UNKNOWN-SHARE": "warning", "IIOC-SHARE": "info", "EMPTY-FLAG-COLUMN": "warning",
    "MUTUAL-EXCLUSION": "warning", "AGE-AT-REPORT-SUSPECTED": "warning",
    "CSA-NONSEXUAL-SHARE": "info", "NOT-LIVE-FLAGGED": "info", "CODE-READABLE": "warning",
}

ORDER = tuple(SEVERITY)


def month_of(day):
    return day.year * 12 + day.month - 1


def month_name(month):
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def entry(check, state, numerator=None, denominator=None, **more):
    figure = numerator / denominator if denominator else None
    return {"id": check, **more, "severity": SEVERITY[check], "state": state,
            "numerator": numerator, "denominator": denominator, "figure": figure}


class Checks:
    def __init__(self, columns):
        self.columns = columns
        self.records = 0
        self.over, self.under = Counter(), Counter()
        self.cells_set = Counter()
        self.live_marker = Counter()
        self.live_in, self.flagged_in = Counter(), Counter()

    def _count(self, check, inside, hit):
        if inside:
            self.under[check] += 1
            if hit:
                self.over[check] += 1

    def add(self, f):
        self.records += 1
        is_set = {m: f.is_set(m) for m in MARKERS}
        for marker in MARKERS:
            self.cells_set[marker] += sure(is_set[marker])
        csa, cse = sure(is_set["CSA"]), sure(is_set["CSE"])
        either = sure(some(is_set["CSA"], is_set["CSE"]))
        self._count("NOT-LIVE-FLAGGED", either, f.live is False)
        if not sure(f.live):
            return

        offence = f.offence
        bydef = sure(offence.category_is(BYDEF))
        not_image = bydef and not sure(offence.image)
        self._count("BYDEF-COVERAGE", not_image and known(is_set["CSA"]), csa)
        # not a part of a whole: CSE records against CSA records
        self.over["CSE-SHARE"] += cse
        self.under["CSE-SHARE"] += csa
        self._count("AGE-UNKNOWN-SHARE", not_image and sure(f.person), not f.age_known)
        self.under["IIOC-SHARE"] += bydef
        self.over["IIOC-SHARE"] += sure(offence.code_is("86/02", "86/10", "86/15"))
        self._count("MUTUAL-EXCLUSION", either, csa and cse)
        self.live_marker["CSA"] += csa
        self.live_marker["CSE"] += cse
        aged = (known(f.born_on) and known(f.victim_age) and known(f.age_from)
                and known(f.age_reported) and f.age_reported > f.age_from)
        self._count("AGE-AT-REPORT-SUSPECTED", aged, aged and f.victim_age == f.age_reported)
        self._count("CSA-NONSEXUAL-SHARE", csa, sure(offence.non_sexual))
        self._count("CODE-READABLE", True, offence.status != "unknown")

        if f.recorded_on:
            place = (f.cell("force"), month_of(f.recorded_on))
            self.live_in[place] += 1
            for marker in ("CSA", "CSE"):
                self.flagged_in[marker, place] += sure(is_set[marker])

    def _share(self, check):
        needs, minimum, raised = SHARES[check]
        if not columns_suffice(needs, self.columns):
            return entry(check, "not-assessed")
        n, d = self.over[check], self.under[check]
        enough = d >= minimum
        if check == "MUTUAL-EXCLUSION":
            enough = enough and self.live_marker["CSA"] > 0 and self.live_marker["CSE"] > 0
        if not enough:
            state = "too-few"
        elif raised is None:
            state = "shown"
        else:
            state = "raised" if raised(n, d) else "ok"
        return entry(check, state, n, d)

    def _empty_columns(self):
        for marker in MARKERS:
            if marker not in self.columns:
                yield entry("EMPTY-FLAG-COLUMN", "not-assessed", marker=marker)
                continue
            n, d = self.cells_set[marker], self.records
            state = "raised" if n in (0, d) else "ok"
            if d < EMPTY_COLUMN_RECORDS:
                state = "too-few"
            yield entry("EMPTY-FLAG-COLUMN", state, n, d, marker=marker)

    def _breaks(self, as_at):
        """One entry per judged force and month; one `too-few` per marker if there is none."""
        for marker in ("CSA", "CSE"):
            if marker not in self.columns or "recordedOn" not in self.columns:
                yield entry("FLAG-RATE-BREAK", "not-assessed", marker=marker)
                continue
            judged = []
            for force in sorted({place[0] for place in self.live_in}):
                months = sorted(m for name, m in self.live_in if name == force)
                for month in range(months[0] + 12, months[-1] + 1):
                    if month == months[-1] and not self._is_over(month, as_at):
                        continue
                    before = [(force, m) for m in range(month - 12, month)]
                    total = sum(self.flagged_in[marker, place] for place in before)
                    complete = all(self.live_in[p] for p in before + [(force, month)])
                    if total < BREAK_FLAGGED or not complete:
                        continue
                    n = self.flagged_in[marker, (force, month)]
                    # n against total / 12, kept in whole numbers
                    broken = 24 * n < total or 24 * n > 3 * total
                    judged.append(entry(
                        "FLAG-RATE-BREAK", "raised" if broken else "ok", n, total / 12,
                        marker=marker, force=force, month=month_name(month)))
            yield from judged or [entry("FLAG-RATE-BREAK", "too-few", marker=marker)]

    @staticmethod
    def _is_over(month, as_at):
        if as_at is None:
            return False
        year, number = month // 12, month % 12 + 1
        return as_at > date(year, number, monthrange(year, number)[1])

    def results(self, as_at=None):
        found = []
        for check in ORDER:
            if check == "FLAG-RATE-BREAK":
                found += self._breaks(as_at)
            elif check == "EMPTY-FLAG-COLUMN":
                found += self._empty_columns()
            else:
                found.append(self._share(check))
        return found
