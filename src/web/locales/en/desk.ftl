back-to-desk = Back to the desk
