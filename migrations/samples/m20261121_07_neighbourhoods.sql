INSERT INTO neighbourhoods (id, name, handle, language, founded_at) VALUES
  (1, 'Alpha', 'alpha', 'nl', '2026-01-10T09:00:00+00:00');
