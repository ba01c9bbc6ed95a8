package io.pveplan.samples.renderers;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.render.Artifact;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import java.util.stream.Collectors;

/**
 * Renders a list of the nodes for another tool. It is named as a service, so that {@code
 * Bundle.render(plan)} holds it without further ado.
 */
public final class InventoryRenderer implements Renderer {

  /** Called by {@link java.util.ServiceLoader}. */
  public InventoryRenderer() {}

  @Override
  public String id() {
    return "acme-inventory";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    if (plan.nodes().isEmpty()) {
      return Rendering.nothing();
    }
    // Names of nodes and addresses have no character that CSV would have to quote.
    String rows = plan.nodes().stream()
        .map(node -> node.name() + "," + address(plan, node) + "\n")
        .collect(Collectors.joining());
    return Rendering.of(Artifact.document("inventory/nodes.csv", "node,address\n" + rows));
  }

  private static String address(ResolvedPlan plan, Node node) {
    return plan.topology()
        .nameAddress(node.name())
        .map(address -> address.address().toString())
        .orElse("");
  }
}
