INSERT INTO members (id, number, name, name_searched, address, email, language, born_in, is_of_age, sector, joined_at, suspended_at, forgotten_at) VALUES
  ({uuid:101}, 'A-1', 'Alice Ademi', 'alice ademi', 'Dorpsstraat 1', 'alice@alpha.example', 'nl', 1968, FALSE, 'residents', '2026-01-10T09:00:00+00:00', NULL, NULL),
  ({uuid:102}, NULL, 'Bob Özgür', 'bob özgür', NULL, NULL, 'en', NULL, TRUE, NULL, '2026-01-10T09:05:00.250+00:00', NULL, NULL),
  ({uuid:103}, 'A-3', 'Carol O''Brien', 'carol o''brien', 'Dorpsstraat 3', NULL, 'nl', 1990, TRUE, 'business', '2026-01-11T10:00:00+00:00', '2026-03-01T10:00:00+00:00', NULL),
  ({uuid:104}, NULL, '–', '', NULL, NULL, 'nl', NULL, TRUE, NULL, '2026-01-11T10:00:00+00:00', '2026-02-01T10:00:00+00:00', '2026-02-01T10:00:00+00:00');
