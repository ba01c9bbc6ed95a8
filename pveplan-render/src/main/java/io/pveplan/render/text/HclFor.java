package io.pveplan.render.text;

/** An object made of another one, entry by entry. */
record HclFor(String key, String value, HclReference source, HclValue result) implements HclValue {}
