INSERT INTO seats (id, sector_id, number, removed_at) VALUES
  ({uuid:501}, {uuid:401}, 1, NULL),
  ({uuid:502}, {uuid:401}, 2, NULL),
  ({uuid:503}, {uuid:402}, 1, NULL),
  ({uuid:504}, {uuid:403}, 1, '2026-02-10T09:00:00+00:00');
