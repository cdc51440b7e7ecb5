INSERT INTO tenures (id, seat_id, holder_id, alternate_id, organisation, from_on, until_on, ended_at) VALUES
  ({uuid:601}, {uuid:501}, {uuid:101}, {uuid:102}, NULL, '2026-01-15', '2030-01-14', NULL),
  ({uuid:602}, {uuid:503}, {uuid:103}, NULL, 'The bakery', '2026-01-15', NULL, '2026-03-01T10:00:00+00:00');
