"""The composition root: what is kept between runs, and the forks that share the work."""
