INSERT INTO followers (actor, activity, inbox, host, since) VALUES
  ('https://beta.example/actor', 'https://beta.example/activities/1', 'https://beta.example/inbox', 'beta.example', '2026-02-01T09:00:04+00:00');
