INSERT INTO vote_options (vote_id, key, place, title, cost) VALUES
  ({uuid:902}, '1', 1, 'Een bankje bij de speeltuin', 120000),
  ({uuid:902}, '2', 2, 'Trees along the canal', NULL);
