package io.pveplan.render.network;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.render.Artifact;
import io.pveplan.render.FileMode;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
 * <p>A script of the node puts these files in place, writes the new names into a copy of its present
 * interfaces file, and stages that: the next start takes both at once, so the node is reached as
 * before. A node whose NICs are all pinned gets these names from the installer already, where {@code
 * answer.toml} is used and the installer is 9.1 or later; the script then finds nothing to do.
 *
 * <p>From 9.x on it is {@code 50-pmx-nic0.link} below {@code /usr/local/lib/systemd/network}
 * (pve-manager, PVE/CLI/pve_network_interface_pinning.pm), before it is {@code 10-enlan0.link}
 * below {@code /etc/systemd/network} (pve-docs, pve-network.adoc). The initramfs has a copy of the
 * latter and is made anew; of the former it has none (hooks/udev of Debian), and neither the tool nor
 * the installer of Proxmox VE makes it anew.
 *
 * @since 0.1
 */
public final class NicNamesRenderer implements Renderer {

  private static final String LATE = "; libpve-common-perl is 8.3.3 or later, before it Proxmox VE"
      + " takes no name of nic or if and a number for a card";

  private static final Procedure PROCEDURE = Procedure.repeatable()
      .needs("the folder of the node is copied to it as a whole; a console that works without the"
          + " network, such as the BMC, is open")
      .checkBefore(Command.of("ip", "-brief", "link", "show").text())
      .apply("# one node after another: run the script, and where it says so, start the node again"
          + " before anything else is done to its network\nreboot")
      .checkAfter(Command.of("ip", "-brief", "link", "show")
          + "\n"
          + Command.of("ip", "-brief", "address", "show"))
      .undo(Phrase.of("before the restart: ")
          .code("rm /etc/network/interfaces.new")
          .text(" and the .link files of the table; after it, at the console: the same, then ")
          .code("cp /etc/network/interfaces.before-names /etc/network/interfaces")
          .text(" and a restart; where the script ran update-initramfs, run that before the restart"
              + " too"));

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
      SortedMap<String, Nic> byFile = new TreeMap<>();
      for (NodeInterface each : node.interfaces()) {
        if (each instanceof Nic nic && nic.pinned()) {
          byFile.put(path(nic, old), nic);
        }
      }
      if (!byFile.isEmpty()) {
        byFile.forEach((path, nic) -> files.add(
            Artifact.onNode(node.name(), path, Step.HOST, link(nic)).covers(pin(node, nic))));
        files.add(script(node, byFile, old));
      }
    }
    return Rendering.of(files);
  }

  private static Artifact script(Node node, SortedMap<String, Nic> byFile, boolean old) {
    String folder = "nodes/" + node.name();
    return Artifact.file(
            Target.node(node.name()),
            folder + "/" + Step.HOST.prefix() + "-names.sh",
            Step.HOST,
            NamesScript.of(node, byFile, old))
        .mode(FileMode.SCRIPT)
        .installs(byFile.keySet().stream().map(folder::concat).toArray(String[]::new))
        .covers(byFile.values().stream().map(nic -> pin(node, nic)).toList())
        .with(
            old && byFile.values().stream().anyMatch(NicNamesRenderer::isLate)
                ? PROCEDURE.needs(PROCEDURE.needs().orElseThrow() + LATE)
                : PROCEDURE);
  }

  private static PlanPath pin(Node node, Nic nic) {
    return node.path().child(nic.name(), "pin");
  }

  private static String path(Nic nic, boolean old) {
    return old
        ? "/etc/systemd/network/10-" + nic.name() + ".link"
        : "/usr/local/lib/systemd/network/50-pmx-" + nic.name() + ".link";
  }

  // Bonds and VLAN interfaces share the MAC address; only the card has this type.
  private static String link(Nic nic) {
    return "[Match]\nMACAddress=" + nic.mac().orElseThrow().lowerCase()
        + "\nType=ether\n\n[Link]\nName=" + nic.name() + "\n";
  }

  // 8.4 knows the names of cards that start with nic since 8.3.2, with if since 8.3.3.
  private static boolean isLate(Nic nic) {
    return nic.name().matches("(?:nic|if)[0-9]+");
  }
}
