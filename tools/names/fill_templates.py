"""Text from templates: names and fillers put into the slots of tools/names/templates."""

import math
import re

from lexicon_words import fold, without_accents

class Names:
    """Names by language, usual ones more often, rare ones often enough."""

    MIX = {  # lists beside those of the language itself, and how often each
        "": ["en", "de", "es", "fr", "it", "nl", "pl", "pt", "sv", "da", "nb", "fi", "ro", "tr", "cs", "hu", "hr", "el-Latn",
             "ru-Latn", "uk-Latn", "ar-Latn", "he-Latn", "hi-Latn", "zh-Latn", "ja-Latn", "ko-Latn", "vi", "id", "fa-Latn",
             "sr-Latn", "bg-Latn", "th-Latn", "mul-AFR", "et", "lt", "lv", "is", "ka-Latn", "hy-Latn", "ur-Latn", "bn-Latn"]}

    def __init__(self, lists):
        self.rows = {}
        for kind, lang, rows in lists:
            usable = [(n, c or 1) for n, c in rows if " " not in n and len(n) > 1 and n[0].isupper()]
            if kind == "mixed" or not usable:
                continue
            usable.sort(key=lambda r: -r[1])
            usable = usable[:20000]
            sums, total = [], 0.0
            for _, count in usable:
                total += math.sqrt(count)
                sums.append(total)
            self.rows[kind, lang] = ([n for n, _ in usable], sums)

    def pick(self, kind, lang, rng):
        own = {"no": "nb"}.get(lang, lang)
        if rng.random() < 0.35 or (kind, own) not in self.rows:
            own = rng.choice([l for l in self.MIX[""] if (kind, l) in self.rows])
        return rng.choices(self.rows[kind, own][0], cum_weights=self.rows[kind, own][1])[0]

    def family(self, lang, rng):
        return self.pick("family", lang, rng)

    def given(self, lang, rng):
        return self.pick("given", lang, rng)


# ---------------------------------------------------------------- templates

SLOT = re.compile(r"\{([a-z0-9]+)((?:\.[a-z]+)*)\}")
KIND = {"org": "ORG", "team": "ORG", "place": "LOC", "country": "LOC", "product": "MISC", "work": "MISC", "event": "MISC",
        "nationality": "MISC"}
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


class Person:
    def __init__(self, lang, names, rng):
        self.given = names.given(lang, rng)
        self.family = names.family(lang, rng)
        if rng.random() < 0.06:
            self.family = f"{rng.choice(['van', 'de', 'von', 'van der', 'di', 'al', 'bin', 'de la', 'dos', 'da'])} {self.family}"
        elif rng.random() < 0.04:
            self.family = f"{self.family}-{names.family(lang, rng)}"
        if rng.random() < 0.04:
            self.given = f"{self.given}-{names.given(lang, rng)}"
        self.rng = rng

    def form(self, name):
        initial = self.given[0] + "."
        account = without_accents(fold(self.given + "." + self.family.replace(" ", "")))
        return {
            "full": f"{self.given} {self.family}", "given": self.given, "family": self.family, "initial": initial,
            "initials": f"{initial} {self.family[0]}." if self.rng.random() < 0.5 else self.given[0] + self.family[0].upper(),
            "middle": f"{self.given} {chr(65 + self.rng.randrange(26))}. {self.family}",
            "comma": f"{self.family}, {self.given}", "email": f"{account}@example.com",
            "handle": "@" + account.replace(".", self.rng.choice(["", "_"])),
        }[name]


class Expander:
    def __init__(self, lang, fillers, names, rng):
        self.lang, self.fillers, self.names, self.rng = lang, fillers, names, rng

    def value(self, slot):
        rng = self.rng
        base = slot.rstrip("0123456789") or slot
        if base in self.fillers:
            return rng.choice(self.fillers[base])
        number = lambda a, b: str(rng.randrange(a, b))
        return {
            "num": lambda: number(1, 100) if rng.random() < 0.8 else number(100, 9999), "year": lambda: number(1920, 2027),
            "date": lambda: rng.choice([f"{number(1, 29)} {rng.choice(MONTHS)} {number(1950, 2027)}", f"{number(1990, 2027)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}", f"{rng.choice(MONTHS)} {number(1, 29)}, {number(1950, 2027)}", f"{number(1, 29)}.{number(1, 13)}.{number(1990, 2027)}"]),
            "day": lambda: rng.choice(DAYS), "month": lambda: rng.choice(MONTHS),
            "time": lambda: f"{rng.randrange(24)}:{rng.randrange(60):02}", "money": lambda: rng.choice(["$", "€", "£"]) + number(1, 900) + rng.choice(["", "m", ",000", " million"]),
            "percent": lambda: number(1, 100) + "%", "score": lambda: f"{rng.randrange(8)}-{rng.randrange(7)}",
            "url": lambda: f"https://www.example.com/{rng.choice(self.fillers.get('word', ['page']))}",
        }.get(base, lambda: rng.choice(self.fillers.get("word", ["thing"])))()

    def expand(self, template):
        people, cache = {}, {}
        out, spans, at, size = [], [], 0, 0
        template = template.replace("\\n", "\n").replace("\\t", "\t")

        def put(text, label=None):
            nonlocal size
            if label and text:
                spans.append({"start": size, "end": size + len(text), "label": label})
            out.append(text)
            size += len(text)

        for match in SLOT.finditer(template):
            put(template[at:match.start()])
            at = match.end()
            slot, forms = match.group(1), match.group(2).strip(".").split(".") if match.group(2) else []
            case = [f for f in forms if f in ("lower", "upper")]
            forms = [f for f in forms if f not in ("lower", "upper")]
            if re.fullmatch(r"[px]\d*", slot):
                person = people.setdefault(slot, Person(self.lang, self.names, self.rng))
                form = forms[0] if forms else "full"
                text = person.form(form)
                label = "PERSON" if slot[0] == "p" and form not in ("email", "handle") else None
            else:
                text = cache.setdefault(slot, self.value(slot))
                label = KIND.get(slot.rstrip("0123456789"))
            changed = text.lower() if "lower" in case else text.upper() if "upper" in case else text
            put(changed if len(changed) == len(text) else text, label)
        put(template[at:])
        return {"text": "".join(out), "entities": spans}
