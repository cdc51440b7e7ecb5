INSERT INTO deliveries (id, serial, inbox, host, stage, attempts, last_status, ended_at) VALUES
  (1, 1, 'https://beta.example/inbox', 'beta.example', 'delivered', 1, 202, '2026-02-01T09:00:02+00:00'),
  (2, 2, 'https://beta.example/inbox', 'beta.example', 'waiting', 4, 503, NULL);
