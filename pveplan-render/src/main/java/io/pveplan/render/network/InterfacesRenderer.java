package io.pveplan.render.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.render.Artifact;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.text.Command;

/**
 * Renders {@code /etc/network/interfaces} of each node that has interfaces in the plan, in the form
 * Proxmox VE itself writes: reading the file and writing it again changes nothing but the comment
 * on top.
 *
 * <pre>
 * auto bond0
 * iface bond0 inet manual
 *     bond-slaves enp2s0 enp3s0
 *     bond-miimon 100
 *     bond-mode 802.3ad
 *     bond-xmit-hash-policy layer2+3
 * </pre>
 *
 * <p>Reported as gaps: a further default gateway of one family, an address for which Proxmox VE has
 * no name, VLAN tags of a bridge that is not VLAN-aware.
 *
 * @since 0.1
 */
public final class InterfacesRenderer implements Renderer {

  private static final String FILE = "/etc/network/interfaces";
  private static final String SAVED = "/etc/network/interfaces.before";

  private static final Procedure PROCEDURE = Procedure.repeatable()
      .needs("each NIC has the name it has in the file, pinned where the kernel might change it; a"
          + " console that works without the network, such as the BMC, is open")
      .checkBefore(Command.of("ip", "-brief", "link", "show")
          + "\n"
          + "test -e " + SAVED + " || " + Command.of("cp", "--archive", FILE, SAVED))
      .apply(Command.of("ifreload", "--all", "--syntax-check")
          + " && "
          + Command.of("ifreload", "--all"))
      .checkAfter(Command.of("ifquery", "--all", "--check")
          + "\n"
          + Command.of("ip", "-brief", "address", "show")
          + "\n# then reach another node on each network with its full MTU: 8972 bytes for 9000,"
          + " 1472 for 1500"
          + "\n# ping -c 3 -M do -s 8972 ADDRESS")
      .undo("at the console, copy " + SAVED + " back to " + FILE + " and run ifreload --all");

  /** Called by the service loader. */
  public InterfacesRenderer() {}

  @Override
  public String id() {
    return "interfaces";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    Rendering all = Rendering.nothing();
    for (Node node : plan.nodes()) {
      // A file with nothing but lo would cut the node off, so the installer's stays.
      if (!node.interfaces().isEmpty()) {
        all = all.and(render(plan, node));
      }
    }
    return all;
  }

  private static Rendering render(ResolvedPlan plan, Node node) {
    NodeStanzas stanzas = NodeStanzas.of(plan, node);
    return Rendering.of(
            Artifact.onNode(node.name(), FILE, Step.NETWORK, stanzas.file().text())
                .covers(node.path())
                .with(NodeStanzas.heeding(PROCEDURE, plan, node)))
        .withGaps(stanzas.gaps());
  }
}
