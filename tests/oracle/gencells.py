"""Odd spellings of single cells, for the generator. Everything here is synthetic.

A value that the page leaves open (README.md) is only made where `open_too` is true.
"""

from datetime import date, timedelta

# Days on which a clause of some rule turns; the generator goes one day either side.
TURNS = [date(2004, 5, 1), date(2015, 4, 1), date(2016, 4, 1), date(2019, 7, 1),
         date(2024, 12, 31), date(2025, 7, 1)]

BAD_DATES = [
    "2025-02-29", "2023-02-30", "2024-13-01", "2024-00-10", "2024-01-00", "2024-04-31",
    "2024-1-1", "24-01-01", "01/02/2024", "2024/01/02", "20240102", "2024-01-02 10:00",
    "2024-01-02T24:00", "2024-01-02T10:60", "2024-01-02T10", "2024-01-02T1:00",
    "2024-01-02T10:00:60", "2024-01-02T10:00Z", "2024-01-02t10:00", "2024-01-02T10:00:00.0",
    "1900-02-29", "unknown", "\u0662\u0660\u0662\u0664-01-01", "2024\u201001\u201001",
    "-2024-01-01", "12024-01-01", "2024-01-02T", "2024-01-02T10:00:", "2024-01-02T10:00.30", "?",
]
TIMES = ["T00:00", "T23:59", "T12:30:59", "T00:00:00", "T23:59:59", "T09:05"]

UNREADABLE_CODES = [
    "19-Jul", "2026-07-19", "19.16", "71.0", "1.9E+16", "19/016", "RAPE", "0", "000", "0/12",
    "000/12", "00016", "0016", "019160", "1916A", "19/", "/16", "19//16", "19EE", "E19", "4.0",
    "4.01", "4.100", "0004.2", "004.00", "N100/123", "N100E", "N101", "N100/", "N10", "19E/16",
    '="19/16', '"19/16"', "''19/16", "19_16", "19\u204416", "\u0661\u0669/16",
    "\uff11\uff19/16", "19\u017f", "19\u00c9", "4,2", "0019E", "1234/1",
    "19/1/6", "+19", "-19", "19/16.", "19;16",
    "=19/16", '="', "\u201919/16", "100N", "11-Mar", "44.2",
]
UNLISTED_WATCHED = [
    "19/77", "19/01", "86/01", "86/99", "71/99", "71/18", "13/05", "72/99", "70/99", "88/99",
    "16/02", "18/02", "25/01", "25/05", "74/09", "20/09", "22/26", "23/38", "11/09", "12/01",
    "17/01", "24/12", "73/99", "21/99", "88B", "22C", "19Z", "19", "17", "20", "22", "25", "16",
    "18", "74", "88", "86A", "71A", "11B", "12A", "13A", "72A", "1977", "01977",
]
OUTSIDE = [
    "28/03", "28E", "28/3", "92/50", "92", "35/01", "106/05", "106A", "36/99", "36A", "8/11",
    "8/48", "8", "105", "104", "104/42", "4", "4.10", "004.99", "4/01", "4/2", "102", "102/07",
    "1/00", "1A", "66/99", "99/01", "109/06", "195/00", "26", "14", "10", "2/01", "999/99", "999Z",
    "10616", "5", "27/01", "015/99", "7/19", "719",
]

GAPS = [" ", " ", " ", "-", "  ", "\t", "\n", "\r\n", "\u00a0", " - ", "--", "-\n-"]
BAD_GAPS = ["", "_", "/", ".", ", ", "\u2013", "\u2011", "\u00ad", "\u2003", " and ", "\u200b", "'",
            "\x0b", "\u2028", "-\u2010"]
EDGES = [".", ",", "!", "(", ")", '"', "'", "/", ":", " ", "-", "\u2014", "\u00ab", "\u0301",
         "\u20ac", "\U0001f600", "\u200d"]
WORD_NEIGHBOURS = ["x", "s", "es", "ed", "_", "1", "\u00e9", "\u00df", "\u00b2", "\u00bd",
                   "\u2167", "\u0660", "\u4e00", "\U0001d41a", "\u02b0", "\u00aa",
                   "\u0130", "\u212a", "n't"]
NEAR_WORDS = [
    "Middlesex", "Sussex", "unisex", "condominium", "grapes", "scrape", "drapery", "asexual",
    "nudge", "denuded", "emails", "E-mail", "kikx", "Kick", "instant", "blackmailer", "countyline",
    "county", "lines", "deal", "sex_", "se-x", "\u017fex", "SE\u2169", "\u212aik", "cce2", "csae",
    "nud\u00e9", "nude\u0301", "discordant", "telegramme", "skyped", "cuckooes", "going countries",
    "pornographies", "sugar daddys", "sugar daddyes", "nuditys", "indecencies", "rapees", "rapes",
    "party houses", "taken to parties", "tik-tok", "what's app",
]
NEUTRAL = ["Reported by", "at home", "on Tuesday", "the school", "an argument", "left alone",
           "outside the shop", "no further detail", "by a relative", "in the park"]

PUNCTUATION = [" ", "-", "_", " / ", ".", "\u00a0", "  ", "\t", ":", " & ", "\u00e9", "\u00c9"]
OTHER_LOCAL = ["HATE", "County lines", "drug runner", "MAPPA", "CSEX", "NOT CSE", "CSE 2",
               "MISSING PROPERTY", "social media", "given alcohol", "nude image", "CHILD", "C",
               "ABUSE", "rape", "DV", "CSE?", "(CSE)", "?", "Snapchat", "CSE VICTIMS",
               "\u00c7SE", "CS\u00c9"]

PADS = ["", "", "", " ", "  ", "\t", "\u00a0", "\n", " \u00a0 ", "\r\n"]
OPEN_PADS = ["\u2003", "\x0b", "\u2028", "\x0c", "\u0085", "\u200b"]


class Cells:
    def __init__(self, rng, lists, open_too):
        self.rng, self.lists, self.open_too = rng, lists, open_too
        self.listed = list(lists.offences)
        self.terms = lists.terms
        self.kinds = {k: sorted(v) for k, v in lists.kinds.items()}

    def chance(self, p):
        return self.rng.random() < p

    def pick(self, *values):
        return self.rng.choice(values)

    def padded(self, text, p=0.04):
        if not self.chance(p):
            return text
        pads = PADS + OPEN_PADS if self.open_too and self.chance(0.1) else PADS
        return self.rng.choice(pads) + text + self.rng.choice(pads)

    # dates

    def day(self, day):
        text = day.isoformat()
        if self.chance(0.08):
            text += self.rng.choice(TIMES)
        return self.padded(text)

    def bad_date(self):
        bad = self.rng.choice(BAD_DATES)
        return "0000-01-01" if self.open_too and self.chance(0.02) else bad

    def near(self, day, reach=1):
        return day + timedelta(days=self.rng.randint(-reach, reach))

    # codes

    def code(self, code):
        """One of the spellings that the table in 2.3 reads as this code."""
        text = code
        if self.chance(0.25):
            if "/" in code:
                number, sub = code.split("/")
                forms = [number.zfill(3) + "/" + sub, number.zfill(3) + sub]
                if len(number) < 3:
                    forms.append(number.zfill(2) + "/" + sub)
                if len(number) >= 2:
                    forms.append(number.zfill(2) + sub)
                if sub[0] == "0" and sub != "00":
                    forms.append(number + "/" + sub[1])
                text = self.rng.choice(forms)
            elif code == "N100":
                text = self.pick("N100/1", "n100", "N100.01", "N100/12")
            elif code.startswith("4."):
                text = "0" * self.rng.randint(0, 2) + code
            else:
                digits = code.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
                text = digits.zfill(self.rng.randint(1, 3)) + code[len(digits):]
        if self.chance(0.1):
            text = text.lower()
        if self.chance(0.04):
            text = '="' + text + '"'
        elif self.chance(0.04):
            text = "'" + text
        if self.chance(0.04):
            at = self.rng.randint(0, len(text))
            if not text.startswith(("=", "'")):
                text = text[:at] + self.pick(" ", "\u00a0", "\t", "\n") + text[at:]
        if self.open_too and self.chance(0.002):
            text = '=" \'' + text + '"'
        return self.padded(text)

    def odd_code(self):
        return self.padded(self.rng.choice(
            self.rng.choice([UNREADABLE_CODES, UNLISTED_WATCHED, OUTSIDE])))

    def odd_class(self, code):
        row = self.lists.offences.get(code)
        number = code.split("/")[0].rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ").split(".")[0]
        options = ["", number, number, number + "A", "N100", "n100/2", "19E",
                   "17A", "92A", "86", "71", "8R", "105B",
                   self.rng.choice(self.listed), self.rng.choice(UNREADABLE_CODES),
                   self.rng.choice(UNLISTED_WATCHED), self.rng.choice(OUTSIDE), code, code, code]
        family = [c for c in self.listed if "/" not in c and c[:-1] == number]
        if family:
            options += [self.rng.choice(family)] * 4
        if row and row["parent"]:
            options += [row["parent"]] * 6
        return self.padded(self.rng.choice(options))

    # words and numbers

    def marker(self, yes):
        p = self.rng.random()
        if p < yes:
            return self.padded(self.pick("Y", "Y", "Y", "y"))
        if p < yes + (1 - yes) * 0.93:
            return self.padded(self.pick("", "", "N", "N", "n"))
        return self.padded(self.pick("?", "yes", "1", "TRUE", "X", "Y?", "Y;N", "-", "0", "NO",
                                     "\uff39", "unknown", "CSE"))

    def age(self, age):
        return self.padded(self.pick(str(age), str(age), str(age), str(age).zfill(2),
                                     str(age).zfill(3)))

    def bad_age(self):
        return self.pick("121", "121", "120", "999", "-1", "1200", "0012", "12.0", "12y",
                         "adult", "?",
                         "\u0661\u0662", "+12", "1e1", "")

    def record_type(self):
        return self.padded(self.pick("crime", "CRIME", "", "Crime", "reported-incident",
                                     "Reported-Incident", "non-crime", "NON-CRIME", "enquiry",
                                     "incident", "non crime", "crime."))

    def victim_type(self):
        return self.padded(self.pick("person", "PERSON", "", "organisation", "Organisation",
                                     "state", "STATE", "other", "people", "organization", "?"))

    # lists

    def suspects(self, cells, count):
        """Sets the four columns, with holes and lengths that differ."""
        def parts(fill, hole):
            length = max(0, count + self.rng.choice([0, 0, 0, 0, -1, 1]))
            return ";".join("" if self.chance(hole) else fill() for _ in range(length))
        hole = self.pick(0, 0, 0.3)
        ages = self.pick((10, 17), (10, 17), (18, 60), (14, 20), (18, 21))
        cells["suspectCount"] = self.pick(str(count), str(count), "", str(count), "0" + str(count),
                                          "?", str(count + 1), "1000")
        cells["suspectAges"] = parts(
            lambda: self.pick(*[str(self.rng.randint(*ages))] * 9, "121", "x", " 17 ", "018"), hole)
        cells["suspectEthnicities"] = parts(lambda: self.pick("W1", "A1", "NS", " B2 "), hole)
        cells["suspectNationalities"] = parts(lambda: self.pick("GBR", "IRL", "NS", " "), hole / 2)
        if self.chance(0.15):
            for column in ("suspectCount", "suspectAges", "suspectEthnicities",
                           "suspectNationalities"):
                cells[column] = "" if self.chance(0.8) else ";"

    def history(self, recorded, closed, names=("CSA", "CSE")):
        events, parts = self.rng.randint(0, 5), []
        anchors = [d for d in (recorded, recorded, closed) if d] or [date(2024, 6, 1)]
        for _ in range(events):
            name = self.rng.choice(names) if self.chance(0.85) else self.pick("DA", "MS", "ONLINE")
            anchor = self.rng.choice(anchors)
            days = self.pick(0, 1, -1, 27, 28, 29, 200, -5, 3)
            action = self.pick("set", "set", "removed", "SET", "Removed")
            parts.append(f"{self.pick(name, name, name.lower())}:{action}:"
                         f"{(anchor + timedelta(days=days)).isoformat()}"
                         + (self.rng.choice(TIMES) if self.chance(0.1) else ""))
        if self.chance(0.1):
            parts.insert(self.rng.randint(0, len(parts)), self.pick(
                "CSA:set", "CSA:set:", "CSA:added:2024-01-01", "XYZ:set:2024-01-01", "CSA",
                "CSA:set:2024-02-30", "CSE;set;2024-01-01", ":set:2024-01-01",
                "CSA:set:2024-01-01:", "CSE:removed:01/02/2024"))
        if self.chance(0.1):
            parts.insert(self.rng.randint(0, len(parts)), "")
        text = ";".join(parts)
        if self.open_too and self.chance(0.05):
            text = text.replace(";", "; ").replace(":set", " : set")
        return text

    # text

    def term(self, name):
        """A term of the list as people write it: case, plural, separators."""
        words = self.rng.choice(self.terms[name]).split(" ")
        last = words[-1]
        if self.chance(0.3):
            ies = last[-1] == "y" and last[-2] not in "aeiou"
            words[-1] = last[:-1] + "ies" if ies else last + self.pick("s", "es")
        text = words[0]
        for word in words[1:]:
            text += self.rng.choice(GAPS) + word
        return self.pick(text, text.upper(), text.title(), text.capitalize())

    def near_term(self, name):
        """Something that looks like the term and mostly is not found."""
        words = self.rng.choice(self.terms[name]).split(" ")
        kind = self.rng.randrange(5)
        if kind == 4:
            # letters that some programs fold to k, s and i
            folds = {"k": "\u212a", "s": "\u017f", "i": self.pick("\u0130", "\u0131")}
            return " ".join(words).translate({ord(a): b for a, b in folds.items()})
        if kind == 0 and len(words) > 1:
            return self.rng.choice(BAD_GAPS).join(words)
        if kind == 1:
            return " ".join(words) + self.rng.choice(WORD_NEIGHBOURS)
        if kind == 2:
            return self.rng.choice(WORD_NEIGHBOURS) + " ".join(words)
        return self.rng.choice(NEAR_WORDS)

    def narrative(self, names, wanted):
        """`wanted`: how likely a term of each of the named lists is."""
        pieces = [self.rng.choice(NEUTRAL)]
        for name in names:
            if self.chance(wanted):
                pieces.append(self.term(name))
            elif self.chance(0.2):
                pieces.append(self.near_term(name))
        self.rng.shuffle(pieces)
        text = pieces[0]
        for piece in pieces[1:]:
            text += self.pick(" ", " ", ". ", ", ", "\n", "; ", self.rng.choice(EDGES)) + piece
        if self.chance(0.1):
            text = self.rng.choice(EDGES) + text + self.rng.choice(EDGES)
        return self.padded(text)

    def local(self, kinds):
        parts = []
        for kind in kinds:
            part = self.rng.choice(self.kinds[kind])
            if self.chance(0.4):
                part = self.rng.choice(PUNCTUATION).join(part.split(" "))
            if self.chance(0.4):
                part = self.pick(part.lower(), part.title())
            if self.chance(0.15):
                part = self.pick("(", "*", "#", " ", "-") + part + self.pick(")", "*", "", " ", "!")
            if self.chance(0.04):
                fold = self.pick(("I", "\u0131"), ("S", "\u017f"), ("SS", "\u00df"),
                                 ("C", "\u00c7"))
                part = part.upper().replace(*fold)
            parts.append(part)
        if self.chance(0.2):
            parts.append(self.rng.choice(OTHER_LOCAL))
        if self.open_too and self.chance(0.02):
            parts.append(self.pick("county/lines", "DRUG.RUNNER", "drug_runner", "nude & image"))
        if self.chance(0.05):
            parts.append("")
        self.rng.shuffle(parts)
        return self.padded(";".join(parts))
