package io.pveplan.render.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Node;
import io.pveplan.render.Artifact;
import io.pveplan.render.FileMode;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders the cable plan as {@code cable-plan.csv}, for whoever pulls the cables, and for each node
 * a script that compares it with what the switches tell by LLDP.
 *
 * <pre>
 * from,to,label,length,speed,networks,mac,from rack,to rack
 * pve1 enp1s0f0,sw1 12,A-0012,3m,25Gbit/s,ceph ring,02:00:5e:00:53:01,r1,"r2, room east"
 * </pre>
 *
 * <p>A cable without label in the plan is labeled with its end at the node, {@code pve1 enp1s0f0}.
 *
 * <p>{@code netbox/4-cables.csv} is for the bulk import of NetBox, once devices and interfaces of
 * these names are there; the interface of a management controller is called {@code BMC}.
 *
 * <p>Cables of management controllers stand in the plan only: the node does not see their
 * neighbors.
 *
 * @since 0.1
 */
public final class CablingRenderer implements Renderer {

  private static final String CABLE_PLAN = "cable-plan.csv";

  private static final String NETBOX = "netbox/4-cables.csv";

  private static final Procedure BY_HAND = Procedure.repeatable()
      .needs("nodes and switches are in their racks")
      .apply("# plug in and label the cables as the file says");

  private static final Procedure CHECK = Procedure.repeatable()
      .needs(
          "the cables are plugged in, LLDP is switched on at the switches, and lldpd is installed;"
              + " links that are down are up while the script runs, so it may run before the network"
              + " is configured");

  /** Called by the service loader. */
  public CablingRenderer() {}

  @Override
  public String id() {
    return "cabling";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    List<Cable> cables = plan.plan().cables();
    if (cables.isEmpty()) {
      return Rendering.nothing();
    }
    CablePlan cablePlan = CablePlan.of(plan);
    List<Artifact> artifacts = new ArrayList<>();
    artifacts.add(Artifact.file(Target.workstation(), CABLE_PLAN, Step.HARDWARE, cablePlan.text())
        .covers(cables.stream().map(Cable::path).toList())
        .with(BY_HAND));
    artifacts.add(Artifact.document(NETBOX, cablePlan.netBox()));
    for (Node node : plan.nodes()) {
      NeighborCheck check = NeighborCheck.of(node, plan);
      if (!check.isEmpty()) {
        artifacts.add(Artifact.file(
                Target.node(node.name()),
                "nodes/" + node.name() + "/" + Step.NETWORK.prefix() + "-cables.sh",
                Step.NETWORK,
                check.text())
            .mode(FileMode.SCRIPT)
            .with(CHECK));
      }
    }
    return Rendering.of(artifacts);
  }
}
