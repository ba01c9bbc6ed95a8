package io.pveplan.render.cluster;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.hardware.Node;
import io.pveplan.render.Artifact;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Renders the installation of the packages of each node: those of the plan, and corosync-qdevice
 * where it has a QDevice.
 *
 * <pre>
 * apt-get install --yes corosync-qdevice multipath-tools
 * </pre>
 *
 * @since 0.1
 */
public final class PackagesRenderer implements Renderer {

  /** Called by the service loader. */
  public PackagesRenderer() {}

  @Override
  public String id() {
    return "packages";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    return Rendering.of(plan.nodes().stream()
        .filter(node -> !packages(plan, node).isEmpty())
        .map(node -> script(node, packages(plan, node)))
        .toList());
  }

  private static SortedSet<String> packages(ResolvedPlan plan, Node node) {
    SortedSet<String> packages = new TreeSet<>(plan.packages(node));
    if (plan.plan().corosync().flatMap(Corosync::qdevice).isPresent()) {
      packages.add("corosync-qdevice");
    }
    return packages;
  }

  private static Artifact script(Node node, SortedSet<String> packages) {
    Command install = Command.of("apt-get", "install", "--yes");
    for (String name : packages) {
      install = install.arg(name);
    }
    String text = ShellScript.of(
            "Packages of " + node.name() + ".",
            "Runs on " + node.name() + ". What is installed stays as it is, or is updated.")
        .onlyOn(node.name())
        .step("lists of packages")
        .run(Command.of("apt-get", "update"))
        .step("packages")
        .run(install)
        .text();
    return Artifact.script(Target.node(node.name()), Step.PACKAGES, text)
        .covers(node.path().child("packages"))
        .with(Procedure.repeatable()
            .needs("the repositories of Proxmox VE are set up, with or without subscription, and"
                + " reached")
            .checkBefore(Command.of("apt-cache", "policy").text())
            .checkAfter(Command.of("dpkg", "--audit").text())
            .undo("apt-get remove with the packages that were not there before"));
  }
}
