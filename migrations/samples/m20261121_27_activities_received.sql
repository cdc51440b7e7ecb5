INSERT INTO activities_received (id, actor, kind, body, received_at, processed_at, fault, attempts, due_at) VALUES
  ('https://beta.example/activities/2', 'https://beta.example/actor', 'Create', '{}', '2026-02-03T09:00:01+00:00', '2026-02-03T09:00:02+00:00', NULL, 1, '2026-02-03T09:00:01+00:00'),
  ('https://beta.example/activities/3', 'https://beta.example/actor', 'Update', '{}', '2026-02-04T09:00:01+00:00', NULL, 'beta.example does not answer', 3, '2026-02-04T09:30:01+00:00');
