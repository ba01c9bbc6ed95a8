package io.pveplan.render.cluster;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.render.Artifact;
import io.pveplan.render.Gap;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.text.WordLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Renders the names and the time of each node: {@code /etc/hostname}, {@code /etc/hosts} with all
 * nodes, {@code /etc/resolv.conf} where the plan has name servers, and {@code
 * /etc/chrony/chrony.conf} where it has time servers, instead of the pool of Debian.
 *
 * <pre>
 * 10.10.0.10 nodeA.example.net nodeA
 * </pre>
 *
 * <p>The name of a node has to resolve to an address that is not a loopback one, otherwise pmxcfs
 * does not start (pve-cluster, src/pmxcfs/pmxcfs.c). It takes the first one that the resolver gives,
 * and other parts of Proxmox VE follow it; so {@code /etc/hosts} has one line for a node, as that of
 * the installer has, also where it has addresses of both families: that of its first address on the
 * network that carries management. A second line would leave the choice to the resolver. So a node without an address in the plan keeps
 * the {@code /etc/hosts} of its installation; that is reported as a gap.
 *
 * @since 0.1
 */
public final class HostRenderer implements Renderer {

  /** Called by the service loader. */
  public HostRenderer() {}

  @Override
  public String id() {
    return "host";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    HostFiles files = new HostFiles(plan);
    List<Artifact> artifacts = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    for (Node node : plan.nodes()) {
      for (Map.Entry<String, WordLines> file : files.of(node).entrySet()) {
        Artifact artifact = Artifact.onNode(
                node.name(), file.getKey(), Step.HOST, file.getValue().text())
            .with(files.procedure(node));
        artifacts.add(
            file.getKey().equals(HostFiles.HOSTS)
                ? artifact.covers(node.path().child("host"))
                : artifact);
      }
      if (files.address(node).isEmpty()) {
        gaps.add(Gap.of(
            node.path().child("host"),
            Step.HOST,
            "It has no address in the plan, so its own /etc/hosts is left as installed, and"
                + " those of the other nodes do not name it."));
      }
    }
    return Rendering.of(artifacts).withGaps(gaps);
  }
}
