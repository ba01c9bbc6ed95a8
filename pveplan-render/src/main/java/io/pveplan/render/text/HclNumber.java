package io.pveplan.render.text;

/** A whole number. */
record HclNumber(long number) implements HclValue {}
