package io.pveplan.render.ceph;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.hardware.Node;
import io.pveplan.render.Artifact;
import io.pveplan.render.FileMode;
import io.pveplan.render.Gap;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renders Ceph: installation, the first monitor, the others one by one, OSDs and metadata servers on
 * each node, then rules, pools and file systems once; the ceph.conf that results, the CRUSH map, and
 * what fits.
 *
 * <pre>
 * if ! stat /var/lib/ceph/mon/ceph-pve1 &gt;/dev/null 2&gt;&amp;1; then
 *   pveceph mon create
 * else
 *   echo 'already there'
 * fi
 * await 'monitor pve1 in the quorum' 120 ...
 * </pre>
 *
 * <p>Each script leaves alone what is there, and ends only when what it made is up, or fails after
 * some minutes: the next one relies on it. {@code ceph.conf} is never to be copied; {@code pveceph}
 * writes it, and the fsid with it. The storages of pools and file systems come with them; those the
 * plan declares are the matter of the renderer of storages.
 *
 * <p>Reported as gaps: a cluster network without a public one, which {@code pveceph init} refuses; a
 * node whose rack the plan does not tell although a pool is spread over racks.
 *
 * @since 0.1
 */
public final class CephRenderer implements Renderer {

  /** Called by the service loader. */
  public CephRenderer() {}

  @Override
  public String id() {
    return "ceph";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    Optional<Ceph> ceph = plan.plan().ceph();
    if (ceph.isEmpty()) {
      return Rendering.nothing();
    }
    CephDaemons daemons = CephDaemons.of(plan, ceph.get());
    CephNodeScripts scripts = new CephNodeScripts(plan, ceph.get(), daemons);
    CephProcedures procedures = new CephProcedures(daemons);
    List<Artifact> artifacts = new ArrayList<>();
    for (Node node : daemons.nodes()) {
      Target target = Target.node(node.name());
      artifacts.add(Artifact.script(target, Step.CEPH_INSTALL, scripts.install(node))
          .covers(ceph.get().path().child("install"))
          .with(procedures.install()));
      if (daemons.isFirstMonitor(node)) {
        artifacts.add(Artifact.script(target, Step.CEPH_INIT, scripts.init(node))
            .covers(ceph.get().path().child("init"), ceph.get().path().child("monitor"))
            .with(procedures.init()));
      }
      if (daemons.hasLaterMonitorOrManager(node)) {
        artifacts.add(Artifact.script(target, Step.CEPH_MONITORS, scripts.monitors(node))
            .covers(ceph.get().path().child("monitors"), ceph.get().path().child("managers"))
            .with(procedures.monitors()));
      }
      if (!node.osds().isEmpty() || !daemons.metadataServers(node).isEmpty()) {
        artifacts.add(Artifact.file(
                target,
                "nodes/" + node.name() + "/" + Step.CEPH_POOLS.prefix() + "-ceph-daemons.sh",
                Step.CEPH_POOLS,
                scripts.daemons(node))
            .mode(FileMode.SCRIPT)
            .covers(daemons.covered(node))
            .with(procedures.daemons()));
      }
    }
    CephPoolScript pools = new CephPoolScript(plan, ceph.get());
    if (!pools.isEmpty()) {
      artifacts.add(Artifact.script(Target.cluster(), Step.CEPH_POOLS, pools.text())
          .covers(pools.covered())
          .with(procedures.pools()));
    }
    artifacts.add(Artifact.preview(
            CephConfig.PATH, Step.CEPH_POOLS, new CephConfig(plan, ceph.get(), daemons).text())
        .with(procedures.config()));
    if (!plan.cephLayout().osds().isEmpty()) {
      artifacts.add(Artifact.document("ceph/crush-map.txt", CrushMap.of(plan)));
      artifacts.add(Artifact.document(
          "ceph/capacity.txt", new CapacityText(plan.plan().name(), plan.cephLayout()).text()));
    }
    return Rendering.of(artifacts).withGaps(gaps(plan, ceph.get()));
  }

  private static List<Gap> gaps(ResolvedPlan plan, Ceph ceph) {
    List<Gap> gaps = new ArrayList<>();
    if (ceph.clusterNetwork().isPresent() && ceph.publicNetwork().isEmpty()) {
      gaps.add(Gap.of(
          ceph.path().child("init"),
          Step.CEPH_INIT,
          "Left out: pveceph init takes no cluster network without a public one."));
    }
    for (String node : CrushLocations.of(plan).unknown()) {
      gaps.add(Gap.of(
          PlanPath.of("node", node),
          Step.CEPH_POOLS,
          "Left out: its place in the CRUSH map; the plan does not tell its rack."));
    }
    return gaps;
  }
}
