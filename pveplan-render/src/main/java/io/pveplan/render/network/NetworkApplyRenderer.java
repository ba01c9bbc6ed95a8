package io.pveplan.render.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.render.Artifact;
import io.pveplan.render.FileMode;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import io.pveplan.render.text.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders for each node the script that puts its interfaces file in force without locking anybody
 * out, and one script that reaches the other nodes on each network with its full MTU.
 *
 * <pre>
 * bash 05-network.sh            # applies; goes back by itself after 180 seconds
 * bash 05-network.sh confirm    # from a second session: keeps it
 * bash 05-network.sh rollback   # goes back at once
 * bash 05-peers.sh              # on each node, once all of them are confirmed
 * </pre>
 *
 * <p>A node without interfaces in the plan keeps the network of its installation and gets no script.
 *
 * @since 0.1
 */
public final class NetworkApplyRenderer implements Renderer {

  private static final String INTERFACES = "/etc/network/interfaces";

  private static final Procedure APPLY = Procedure.repeatable()
      .needs("the folder of the node is copied to it as a whole; each NIC has the name it has in"
          + " the file, pinned where the kernel might change it; a console that works without the"
          + " network, such as the BMC, is open")
      .checkBefore(Command.of("ip", "-brief", "link", "show").text())
      .apply(
          "# one node after another, where the folders were copied to; CONFIRM_WITHIN=600 before bash\n"
              + "# gives 600 seconds instead of 180\n"
              + "bash nodes/\"$(uname --nodename)\"/05-network.sh\n"
              + "# within that time, in a second session to the node\n"
              + "bash nodes/\"$(uname --nodename)\"/05-network.sh confirm")
      .checkAfter(Command.of("ifquery", "--all", "--check")
          + "\n"
          + Command.of("ip", "-brief", "address", "show"))
      .undo("wait, or restart the node, while it is not confirmed; run it with rollback later on");

  private static final Procedure PEERS = Procedure.repeatable()
      .needs("the network of all nodes is applied and confirmed; run it on each node");

  /** Called by the service loader. */
  public NetworkApplyRenderer() {}

  @Override
  public String id() {
    return "network-apply";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    List<Artifact> artifacts = new ArrayList<>();
    for (Node node : plan.nodes()) {
      if (!node.interfaces().isEmpty()) {
        Target target = Target.node(node.name());
        artifacts.add(Artifact.script(target, Step.NETWORK, ApplyScript.of(plan, node))
            .installs("nodes/" + node.name() + INTERFACES)
            .with(NodeStanzas.heeding(APPLY, plan, node)));
      }
    }
    PeersScript.of(plan).ifPresent(text -> artifacts.add(peers(text)));
    return Rendering.of(artifacts);
  }

  private static Artifact peers(String text) {
    String path = "cluster/" + Step.NETWORK.prefix() + "-peers.sh";
    return Artifact.file(Target.cluster(), path, Step.NETWORK, text)
        .mode(FileMode.SCRIPT)
        .with(PEERS);
  }
}
