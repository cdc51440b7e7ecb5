INSERT INTO sealed_ballots (id, vote_id, mark, receipt) VALUES
  ('0f3a', {uuid:902}, 'rank:2>1', 'sha256:11'),
  ('9b1c', {uuid:902}, 'blank', 'sha256:12');
