INSERT INTO candidacies (election_id, member_id, key, nominated_by, nominated_at, consented_at, statement, withdrawn_at, declined_at, seat_id, elected_place, alternate_place) VALUES
  ({uuid:1301}, {uuid:101}, '0f3a9b1c', {uuid:101}, '2026-03-09T09:00:00+00:00', '2026-03-09T09:00:00+00:00', 'Ik woon hier al dertig jaar, en ik wil dat we ''t samen doen.', NULL, NULL, NULL, NULL, NULL),
  ({uuid:1301}, {uuid:102}, '9b1c0f3a', {uuid:101}, '2026-03-09T10:00:00+00:00', NULL, '', NULL, NULL, NULL, NULL, NULL),
  ({uuid:1302}, {uuid:102}, '77aa0011', {uuid:102}, '2026-03-09T10:00:00+00:00', '2026-03-09T10:00:00+00:00', '', NULL, '2026-05-01T10:00:00+00:00', {uuid:503}, 1, NULL);
