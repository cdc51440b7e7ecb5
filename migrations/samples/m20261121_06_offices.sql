INSERT INTO offices (id, member_id, role, since, ended_at) VALUES
  ({uuid:301}, {uuid:101}, 'secretary', '2026-01-10T09:00:00+00:00', NULL),
  ({uuid:302}, {uuid:101}, 'administrator', '2026-01-10T09:00:00+00:00', NULL),
  ({uuid:303}, {uuid:103}, 'teller', '2026-01-20T09:00:00+00:00', '2026-03-01T10:00:00+00:00');
