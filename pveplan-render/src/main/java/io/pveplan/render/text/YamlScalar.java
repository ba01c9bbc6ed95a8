package io.pveplan.render.text;

/** A string, a number or a boolean: one of {@link String}, {@link Long}, {@link Boolean}. */
record YamlScalar(Object value) implements YamlValue {}
