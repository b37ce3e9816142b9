"""How many of the facts that stand in texts are drafted right, and how many wrong: prints a table.

python tests/benchmarks/drafts.py
"""

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from drafted import CASES, draft, list_facts, read_facts, to_record


def main() -> int:
    """Compare every case with what is known of it."""
    counts: dict[str, Counter[str]] = {}
    for name, facts in read_facts().items():
        data = (CASES / f"{name}.txt").read_bytes()
        found = list_facts(to_record(draft(name, data)[1], name, data))
        for key in dict.fromkeys([*facts, *found]):
            outcome = "right" if facts.get(key) == found.get(key) else "wrong" if key in found else "left out"
            counts.setdefault(key, Counter())[outcome] += 1
            if outcome != "right":
                print(f"{name}: {key}: {found.get(key)!r} instead of {facts.get(key)!r}")
    print(f"{'fact':12} {'stand':>6} {'right':>6} {'left out':>9} {'wrong':>6}")
    for key, found in counts.items():
        stand = sum(key in facts for facts in read_facts().values())
        print(f"{key:12} {stand:6} {found['right']:6} {found['left out']:9} {found['wrong']:6}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
