mi móvil es 612 34 50 78
Tel.: 912 340 567
llámame al 612345078