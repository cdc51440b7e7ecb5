back-to-desk = Terug naar het bureau
