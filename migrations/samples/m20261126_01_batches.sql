INSERT INTO batches (id, vote_id, number, channel, stage, announced, announced_at, announced_by, first_teller, second_teller, taken_in, aside, reason) VALUES
  ({uuid:1401}, {uuid:901}, 1, 'paper', 'taken_in', 2, '2026-02-19T19:30:00+00:00', {uuid:101}, {uuid:102}, {uuid:103}, 1, 1, NULL),
  ({uuid:1402}, {uuid:901}, 2, 'post', 'discarded', 1, '2026-02-19T19:31:00+00:00', {uuid:101}, NULL, NULL, 0, 0, 'De envelop lag niet meer op het bureau van ''t buurthuis'),
  ({uuid:1403}, {uuid:902}, 1, 'paper', 'announced', 3, '2026-03-21T19:30:00+00:00', {uuid:102}, NULL, NULL, 0, 0, NULL);
