package io.pveplan.rules.failure;

/**
 * A node that gets guests in a failure.
 *
 * @param scenario the failure
 * @param load what it has to carry then
 * @since 0.1
 */
public record CrowdedNode(Scenario scenario, NodeLoad load) {

  /** The one of two that needs more memory. */
  static CrowdedNode fuller(CrowdedNode one, CrowdedNode other) {
    return one.load.needed().compareTo(other.load.needed()) >= 0 ? one : other;
  }
}
