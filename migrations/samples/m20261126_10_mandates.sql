INSERT INTO mandates (vote_id, giver_id, turn, holder_id, given_at, recorded_by, ended_at, ending) VALUES
  ({uuid:902}, {uuid:101}, 1, {uuid:102}, '2026-03-09T09:00:00+00:00', NULL, '2026-03-10T09:00:00+00:00', 'taken_back'),
  ({uuid:902}, {uuid:101}, 2, {uuid:103}, '2026-03-10T09:00:01+00:00', {uuid:102}, NULL, NULL);
