INSERT INTO hosts (host, failures, next_at, failing_since) VALUES
  ('beta.example', 4, '2026-02-01T12:00:00+00:00', '2026-02-01T10:00:00+00:00'),
  ('social.example', 0, '2026-02-01T09:00:00+00:00', NULL);
