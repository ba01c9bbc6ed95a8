package io.pveplan.render.network;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.render.Artifact;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.text.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders a {@code .link} file for each pinned card, where and as Proxmox VE itself writes it.
 *
 * <pre>
 * [Match]
 * MACAddress=02:00:5e:00:53:01
 * Type=ether
 *
 * [Link]
 * Name=nic0
 * </pre>
 *
 * <p>From 9.x on it is {@code 50-pmx-nic0.link} below {@code /usr/local/lib/systemd/network}
 * (pve-manager, PVE/CLI/pve_network_interface_pinning.pm), before it is {@code 10-enlan0.link}
 * below {@code /etc/systemd/network} (pve-docs, pve-network.adoc).
 *
 * @since 0.1
 */
public final class NicNamesRenderer implements Renderer {

  private static final Command LINKS = Command.of("ip", "-brief", "link", "show");
  private static final Command INITRAMFS = Command.of("update-initramfs", "-u", "-k", "all");

  /** Called by the service loader. */
  public NicNamesRenderer() {}

  @Override
  public String id() {
    return "nic-names";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    boolean old = plan.release() == ProductVersion.PVE_8_4;
    List<Artifact> files = new ArrayList<>();
    for (Node node : plan.nodes()) {
      for (NodeInterface each : node.interfaces()) {
        if (each instanceof Nic nic && nic.pinned()) {
          files.add(file(node, nic, nic.mac().orElseThrow(), old));
        }
      }
    }
    return Rendering.of(files);
  }

  private static Artifact file(Node node, Nic nic, MacAddress mac, boolean old) {
    String path = old
        ? "/etc/systemd/network/10-" + nic.name() + ".link"
        : "/usr/local/lib/systemd/network/50-pmx-" + nic.name() + ".link";
    // Bonds and VLAN interfaces share the MAC address; only the card has this type.
    String text = "[Match]\nMACAddress=" + mac.lowerCase() + "\nType=ether\n\n[Link]\nName="
        + nic.name() + "\n";
    return Artifact.onNode(node.name(), path, Step.HOST, text)
        .covers(node.path().child(nic.name(), "pin"))
        .with(procedure(nic, old, path));
  }

  private static Procedure procedure(Nic nic, boolean old, String path) {
    Procedure procedure = Procedure.repeatable()
        .needs("a console that works without the network, such as the BMC, is open: after the next"
            + " start the card has this name, whatever it is called in /etc/network/interfaces"
            + oldName(nic, old))
        .checkBefore(LINKS.text())
        .checkAfter("# after the next start, together with the interfaces file of step "
            + Step.NETWORK.number() + "\n" + LINKS.arg(nic.name()).text());
    String remove = Command.of("rm", path).text();
    return old
        ? procedure
            .apply(INITRAMFS.text())
            .undo(remove + " && " + INITRAMFS.text() + ", then start the node again")
        : procedure.undo(remove + ", then start the node again");
  }

  // 8.4 knows the names of cards that start with nic since 8.3.2, with if since 8.3.3.
  private static String oldName(Nic nic, boolean old) {
    return old && nic.name().matches("(?:nic|if)[0-9]+")
        ? "; libpve-common-perl is 8.3.3 or later, before it Proxmox VE takes no " + nic.name()
            + " for a card"
        : "";
  }
}
