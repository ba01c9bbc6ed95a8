package io.pveplan.render.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders the forming of the cluster: {@code pvecm create} on the first node, {@code pvecm add} on
 * each other, {@code pvecm qdevice setup}, and the corosync.conf that results, to compare with.
 *
 * <pre>
 * pvecm create prod --link0 10.10.1.10,priority=20 --link1 10.10.0.10,priority=10
 * pvecm add 10.10.0.10 --link0 10.10.1.11 --link1 10.10.0.11
 * </pre>
 *
 * <p>Each script runs on its own node only, checks that the addresses of the links are there, leaves
 * alone what is done, and ends when the node has quorum, or fails after two minutes without.
 * Priorities stand in the first command alone, {@code pvecm add} ignores them; the highest number is
 * used first (corosync.conf(5), link_mode passive).
 *
 * <p>corosync.conf is never to be copied: the commands make keys and certificates too. It has the
 * token coefficient of the plan, or that of the release: 125 in 9.x (pve-cluster 9.1.0), in 8.4 none
 * is written.
 *
 * <p>Reported as gaps: a node without an address on the network of a link, a token coefficient for
 * 8.4, a QDevice for an odd number of nodes that is not forced.
 *
 * @since 0.1
 */
public final class ClusterRenderer implements Renderer {

  /** Called by the service loader. */
  public ClusterRenderer() {}

  @Override
  public String id() {
    return "cluster";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    Membership membership = Membership.of(plan);
    if (membership.all().isEmpty()) {
      return Rendering.nothing();
    }
    ClusterScripts scripts = new ClusterScripts(membership);
    ClusterProcedures procedures = new ClusterProcedures(plan, membership);
    List<Artifact> artifacts = new ArrayList<>();
    for (Member member : membership.all()) {
      if (member.missing().isEmpty()) {
        Target node = Target.node(member.node().name());
        artifacts.add((membership.isFounder(member)
                ? Artifact.script(node, Step.CLUSTER_CREATE, scripts.create(member))
                    .with(procedures.create())
                : Artifact.script(node, Step.CLUSTER_JOIN, scripts.join(member))
                    .with(procedures.join()))
            .covers(places(member, membership)));
      }
    }
    membership
        .qdevice()
        .ifPresent(qdevice ->
            artifacts.add(Artifact.script(Target.cluster(), Step.QDEVICE, scripts.qdevice(qdevice))
                .covers(PlanPath.of("corosync", "qdevice"))
                .with(procedures.qdevice(qdevice))));
    if (membership.isComplete()) {
      new CorosyncPreview(plan, membership)
          .text()
          .map(text -> Artifact.preview(ClusterScripts.CONFIG, last(membership), text)
              .with(procedures.preview()))
          .ifPresent(artifacts::add);
    }
    return Rendering.of(artifacts).withGaps(membership.gaps());
  }

  private static List<PlanPath> places(Member member, Membership membership) {
    PlanPath path = membership.path(member);
    return membership.isFounder(member) && membership.createdCoefficient().isPresent()
        ? List.of(path, Membership.COEFFICIENT)
        : List.of(path);
  }

  private static Step last(Membership membership) {
    if (membership.qdevice().isPresent()) {
      return Step.QDEVICE;
    }
    return membership.all().size() > 1 ? Step.CLUSTER_JOIN : Step.CLUSTER_CREATE;
  }
}
