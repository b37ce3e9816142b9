"""How many of the facts that stand in texts are drafted right, and how many wrong: prints a table.

python tests/benchmarks/drafts.py [FILE.yml]

Without a file, on texts whose kinds of lines the rules know by now; a file holds a list of a text and its
facts, as they do: only texts that are new to the rules say how often a draft is right.
"""

import sys
from collections import Counter
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from drafted import HELD_APART, list_facts, to_record


def main(argv: list[str]) -> int:
    """Compare what is drafted of every text with what is known of it."""
    texts = yaml.safe_load(Path(argv[0] if argv else HELD_APART).read_text("utf-8"))
    counts: dict[str, Counter[str]] = {}
    for number, item in enumerate(texts, start=1):
        data = item["text"].encode()
        found = list_facts(to_record("text", data))
        for key in dict.fromkeys([*item["facts"], *found]):
            stated = item["facts"].get(key)
            outcome = "right" if stated == found.get(key) else "wrong" if key in found else "missing"
            counts.setdefault(key, Counter())[outcome] += 1
            if outcome != "right":
                print(f"text {number}: {key} {outcome}: {found.get(key)!r} instead of {stated!r}")
    print(f"{'fact':12} {'right':>6} {'missing':>8} {'wrong':>6}")
    for key, outcomes in [*counts.items(), ("all", sum(counts.values(), Counter()))]:
        print(f"{key:12} {outcomes['right']:6} {outcomes['missing']:8} {outcomes['wrong']:6}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
