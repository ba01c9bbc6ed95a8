package io.pveplan.render;

/** Keeps the package until its first type is in. */
final class Placeholder {
  private Placeholder() {}
}
