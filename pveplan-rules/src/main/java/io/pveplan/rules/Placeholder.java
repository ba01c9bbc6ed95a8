package io.pveplan.rules;

/** Keeps the package until its first type is in. */
final class Placeholder {
  private Placeholder() {}
}
