UPDATE elections SET quotas = '{"younger":{"age":30,"seats":1}}' WHERE id = {uuid:1302};
