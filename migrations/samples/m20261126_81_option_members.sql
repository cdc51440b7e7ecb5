UPDATE vote_options SET member_id = {uuid:101} WHERE vote_id = {uuid:902} AND key = '1';
