INSERT INTO helped (vote_id, id) VALUES
  ({uuid:901}, 'kq3v'),
  ({uuid:902}, '0c1d');
