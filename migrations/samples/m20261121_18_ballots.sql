INSERT INTO ballots (vote_id, voter_id, member_id, choice, channel, cast_at, replaced) VALUES
  ({uuid:901}, {uuid:1001}, {uuid:102}, 'for', 'web', '2026-02-16T10:00:00.123+00:00', 1),
  ({uuid:901}, {uuid:1002}, {uuid:103}, 'abstain', 'web', '2026-02-17T10:00:00+00:00', 0);
