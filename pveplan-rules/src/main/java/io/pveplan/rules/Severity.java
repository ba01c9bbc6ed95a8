package io.pveplan.rules;

/**
 * How bad it is, from harmless to fatal: {@code ERROR.compareTo(WARNING)} is positive.
 *
 * @since 0.1
 */
public enum Severity {
  /** Advice. */
  INFO,
  /** It works, and goes against a documented recommendation. */
  WARNING,
  /** Proxmox VE, a tool it drives or the kernel refuses it, or it demonstrably cannot work. */
  ERROR
}
