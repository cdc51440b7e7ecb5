UPDATE reminders SET again_at = '2026-02-18T09:30:00+00:00' WHERE vote_id = {uuid:901};
