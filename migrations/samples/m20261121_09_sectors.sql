INSERT INTO sectors (id, key, name, position, seats) VALUES
  ({uuid:401}, 'residents', NULL, 1, 2),
  ({uuid:402}, 'business', NULL, 2, 1),
  ({uuid:403}, 'allotments', 'The allotments', 3, 0);
