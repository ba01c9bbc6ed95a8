package io.pveplan.render.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.render.Artifact;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Renders the repository that the packages of Proxmox VE come from, where the plan names one, and the
 * installation of the packages of each node: those of the plan, corosync-qdevice where it has a
 * QDevice, openvswitch-switch where a bridge of the node is one of Open vSwitch, and lldpd where the
 * node has cables. Of what is installed, the instance of dnsmasq that listens everywhere is switched
 * off, and frr on.
 *
 * <pre>
 * apt-get install --yes corosync-qdevice multipath-tools
 * </pre>
 *
 * <p>The script brings the node up to date first, as Proxmox VE is updated (pve-docs,
 * system-software-updates.adoc): later steps need versions that no installation medium has.
 *
 * @since 0.1
 */
public final class PackagesRenderer implements Renderer {

  private static final String PUT = """
      here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

      put() {
        if cmp --silent "$here$1" "$1"; then
          printf '%s is there already\\n' "$1"
        else
          install --mode 0644 "$here$1" "$1"
        fi
      }

      put_instead() {
        if grep --quiet --no-messages enterprise.proxmox.com "$1"; then
          put "$1"
        fi
      }
      """;

  private static final Procedure PROCEDURE = Procedure.repeatable()
      .needs("the repositories of Proxmox VE are set up, with or without subscription, and"
          + " reached")
      .checkBefore(Command.of("apt-cache", "policy").text())
      .checkAfter(
          Command.of("dpkg", "--audit")
              + "\n"
              + Command.of("pveversion", "--verbose")
              + "\n# start the node again where there is a newer kernel than the one that runs: uname -r")
      .undo("apt-get remove with the packages that were not there before");

  private static final String FOLDER = "the folder of the node is copied to it as a whole, a key is"
      + " entered where the repository is for subscribers (pvesubscription set KEY), and the repositories are reached";

  /** Called by the service loader. */
  public PackagesRenderer() {}

  @Override
  public String id() {
    return "packages";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    SortedMap<String, String> files = plan.plan()
        .repository()
        .map(it -> RepositoryFiles.of(plan.release(), it))
        .orElseGet(Collections::emptySortedMap);
    List<Artifact> artifacts = new ArrayList<>();
    for (Node node : plan.nodes()) {
      SortedSet<String> packages = plan.neededPackages(node);
      if (!packages.isEmpty() || !files.isEmpty()) {
        artifacts.add(script(node, packages, files.keySet()));
      }
      files.forEach((path, content) ->
          artifacts.add(Artifact.onNode(node.name(), path, Step.PACKAGES, content)
              .covers(node.path().child("repository"))));
    }
    return Rendering.of(artifacts);
  }

  private static Artifact script(Node node, SortedSet<String> packages, Collection<String> files) {
    ShellScript script = ShellScript.of(
        "Packages of " + node.name() + ".",
        "Runs on " + node.name() + ". What is installed is brought up to date.");
    if (!files.isEmpty()) {
      script = script.define(PUT);
    }
    script = script.onlyOn(node.name());
    if (!files.isEmpty()) {
      script = script.step("repositories");
      for (String file : files) {
        // Ceph sets its repository up itself later on, and that one stays.
        String put = file.contains("/ceph.") ? "put_instead" : "put";
        script = script.run(Command.of(put).arg(file));
      }
    }
    script = script
        .step("lists of packages")
        .run(Command.of("apt-get", "update"))
        .step("updates")
        .run(Command.of("apt-get", "dist-upgrade", "--yes"));
    if (!packages.isEmpty()) {
      Command install = Command.of("apt-get", "install", "--yes");
      for (String name : packages) {
        install = install.arg(name);
      }
      script = services(script.step("packages").run(install), packages);
    }
    Artifact artifact = Artifact.script(Target.node(node.name()), Step.PACKAGES, script.text())
        .installs(files.stream().map(file -> "nodes/" + node.name() + file).toArray(String[]::new))
        .with(files.isEmpty() ? PROCEDURE : PROCEDURE.needs(FOLDER));
    PlanPath updates = node.path().child("updates");
    return packages.isEmpty()
        ? artifact.covers(updates)
        : artifact.covers(updates, node.path().child("packages"));
  }

  // The SDN starts a dnsmasq for each of its zones, and the one of the package takes their ports
  // (Proxmox VE Administration Guide, Software-Defined Network, Installation).
  private static ShellScript services(ShellScript script, SortedSet<String> packages) {
    List<Command> services = new ArrayList<>();
    if (packages.contains("dnsmasq")) {
      services.add(Command.of("systemctl", "disable", "--now", "dnsmasq"));
    }
    if (packages.contains("frr") || packages.contains("frr-pythontools")) {
      services.add(Command.of("systemctl", "enable", "frr"));
    }
    return services.isEmpty()
        ? script
        : script.step("services").run(services.toArray(Command[]::new));
  }
}
