"""Counts one election with a Python reference: peers.py METHOD FILE [SEATS].

Prints {"seconds": ..., "winners": [...]}. Only the count is timed, not the reading.
"""

import json
import sys
import time


def pabulib(path):
    from pabutools.election import parse_pabulib

    instance, profile = parse_pabulib(path)
    return instance, profile.as_multiprofile()


def equal_shares(path, _):
    from pabutools.election import Cost_Sat
    from pabutools.rules import exhaustion_by_budget_increase, method_of_equal_shares

    instance, profile = pabulib(path)
    count = lambda: exhaustion_by_budget_increase(
        instance,
        profile,
        method_of_equal_shares,
        {"sat_class": Cost_Sat},
        exhaustive_stop=False,
        budget_step=profile.num_ballots(),
    )
    return count, lambda bought: [project.name for project in bought]


def equal_shares_once(path, _):
    from pabutools.election import Cost_Sat
    from pabutools.rules import method_of_equal_shares

    instance, profile = pabulib(path)
    count = lambda: method_of_equal_shares(instance, profile, sat_class=Cost_Sat)
    return count, lambda bought: [project.name for project in bought]


def greedy(path, _):
    from pabutools.election import Cost_Sat
    from pabutools.rules import greedy_utilitarian_welfare

    # With the costs as satisfaction this is most votes first.
    instance, profile = pabulib(path)
    count = lambda: greedy_utilitarian_welfare(instance, profile, sat_class=Cost_Sat)
    return count, lambda bought: [project.name for project in bought]


def agenda_phragmen(path, seats):
    from abcvoting import abcrules
    from abcvoting.preferences import Profile

    instance, profile = pabulib(path)
    names = [project.name for project in instance]
    places = {name: place for place, name in enumerate(names)}
    voters = Profile(len(names), cand_names=names)
    for ballot in profile:
        marks = [places[project.name] for project in ballot]
        for _ in range(profile.multiplicity(ballot)):
            voters.add_voter(marks)
    rule = lambda: abcrules.compute_seqphragmen(
        voters, seats, algorithm="gmpy2-fractions", resolute=True
    )
    return rule, lambda found: [names[place] for place in found[0]]


def ranked(path):
    """The rankings and names of a .blt or PrefLib file."""
    from pref_voting.profiles_with_ties import ProfileWithTies

    lines = [line.strip() for line in open(path, encoding="utf-8") if line.strip()]
    rankings, counts = [], []
    if path.endswith(".blt"):
        options = int(lines[0].split()[0])
        papers = lines[1 : lines.index("0")]
        for paper in papers:
            weight, *order = paper.split()
            ranks = {}
            for option in order[:-1]:
                ranks.setdefault(int(option) - 1, len(ranks) + 1)
            rankings.append(ranks)
            counts.append(int(weight))
        end = lines.index("0") + 1
        names = [line.strip('"') for line in lines[end : end + options]]
    else:
        names = [line.split(": ", 1)[1] for line in lines if line.startswith("# ALTERNATIVE NAME")]
        for line in lines:
            if line.startswith("#"):
                continue
            weight, order = line.split(":", 1)
            ranks, tied = {}, False
            rank = 1
            for part in order.replace(" ", "").replace("{", " { ").replace("}", " } ").split():
                if part in "{}":
                    tied = part == "{"
                    rank += 0 if tied else 1
                    continue
                for option in part.strip(",").split(","):
                    if option:
                        ranks[int(option) - 1] = rank
                        rank += 0 if tied else 1
            rankings.append(ranks)
            counts.append(int(weight))
    merged = {}
    for ranks, weight in zip(rankings, counts):
        key = tuple(sorted(ranks.items()))
        merged[key] = merged.get(key, 0) + weight
    candidates = list(range(len(names)))
    profile = ProfileWithTies(
        [dict(key) for key in merged], list(merged.values()), candidates=candidates
    )
    return profile, names


def transferable(path, seats, count):
    profile, names = ranked(path)
    return lambda: count(profile, num_seats=seats), lambda found: [names[it] for it in found]


def stv_scottish(path, seats):
    from pref_voting.proportional_methods import stv_scottish

    return transferable(path, seats, stv_scottish)


def stv_meek(path, seats):
    from pref_voting.proportional_methods import stv_meek

    return transferable(path, seats, stv_meek)


def schulze(path, _):
    from pref_voting.margin_based_methods import beat_path

    profile, names = ranked(path)

    def count():
        # This compares all pairs anew: who isn't ranked shares the last rank.
        profile.use_extended_strict_preference()
        return beat_path(profile, strength_function=profile.support)

    return count, lambda found: [names[it] for it in found]


def main():
    method, path = sys.argv[1], sys.argv[2]
    seats = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    count, names = globals()[method](path, seats)
    taken = []
    while not taken or (sum(taken) < 1 and len(taken) < 5):
        begun = time.perf_counter()
        found = count()
        taken.append(time.perf_counter() - begun)
    print(json.dumps({"seconds": min(taken), "winners": names(found)}))


main()
