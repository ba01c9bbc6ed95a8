package io.pveplan.samples.renderers;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.MANAGEMENT;

import io.pveplan.model.ClusterPlan;
import io.pveplan.render.Bundle;
import io.pveplan.render.Renderers;
import java.util.Map;
import java.util.TreeMap;

/**
 * Renders a plan with two renderers of one's own: one found as a service, one handed over by hand.
 */
public final class CustomRenderer {

  private CustomRenderer() {}

  static ClusterPlan plan() {
    return cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
      c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11))));
      c.node("pve2", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(12))));
    });
  }

  static Bundle render(ClusterPlan plan) {
    return Renderers.standard().with(new MotdRenderer()).render(plan);
  }

  /**
   * Prints the files of the two renderers.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Map<String, String> files = new TreeMap<>(render(plan()).toMap());
    files.forEach((path, text) -> {
      if (path.startsWith("inventory/") || path.endsWith("/etc/motd")) {
        System.out.print("== " + path + "\n" + text);
      }
    });
  }
}
