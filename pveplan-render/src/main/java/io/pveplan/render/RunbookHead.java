package io.pveplan.render;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.Markdown;
import io.pveplan.render.text.Phrase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a runbook is about.
 *
 * @param cluster what is built, as a sentence
 * @param nodes one line for each node
 * @param folder name of the folder for files of the bundle on a node
 * @param hosts what each node is reached by, by its name, the founding one first
 */
record RunbookHead(String cluster, List<Phrase> nodes, String folder, Map<String, String> hosts) {

  // Folders of the bundle that any node may need.
  private static final List<String> COMMON = List.of("cluster", "cloud-init");

  RunbookHead {
    nodes = List.copyOf(nodes);
    hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
  }

  static RunbookHead of(ResolvedPlan plan) {
    String sentence = "Cluster " + plan.plan().name() + " on Proxmox VE " + plan.release()
        + (plan.nodes().isEmpty() ? ", without nodes." : ", first node first:");
    return new RunbookHead(
        sentence,
        plan.nodes().stream().map(node -> line(plan, node)).toList(),
        plan.plan().name(),
        hosts(plan));
  }

  private static Map<String, String> hosts(ResolvedPlan plan) {
    Map<String, String> hosts = new LinkedHashMap<>();
    for (Node node : plan.nodes()) {
      String address = plan.topology()
          .nameAddress(node.name())
          .map(it -> it.address().toString())
          .orElse(node.name());
      hosts.put(node.name(), address);
    }
    return hosts;
  }

  private static Phrase line(ResolvedPlan plan, Node node) {
    String address =
        plan.topology().nameAddress(node.name()).map(it -> ", " + it.address()).orElse("");
    String roles = node.roles().isEmpty()
        ? ""
        : node.roles().stream().map(NodeRole::text).collect(Collectors.joining(", ", " (", ")"));
    return Phrase.empty().code(node.name()).text(address + roles);
  }

  /** How the files come to the nodes. */
  Markdown copying(Markdown page, Collection<Artifact> files) {
    Set<String> there = folders(files);
    List<String> common = COMMON.stream().filter(there::contains).toList();
    List<String> commands = new ArrayList<>();
    hosts.forEach((node, host) -> {
      List<String> folders = new ArrayList<>(common);
      String own = Target.node(node).folder();
      if (there.contains(own)) {
        folders.add(own);
      }
      if (!folders.isEmpty()) {
        commands.add(copy(folders, host));
      }
    });
    if (commands.isEmpty()) {
      return page;
    }
    return page.paragraph(Phrase.of(
                "Once a node is installed, and each time this folder is written"
                    + " anew, copy to it what is used there, from here. Files to put at a place are then in ")
            .code("~/" + folder + "/nodes")
            .text(" of root."))
        .code("sh", String.join("\n", commands));
  }

  private static Set<String> folders(Collection<Artifact> files) {
    Set<String> folders = new HashSet<>();
    for (Artifact file : files) {
      String path = file.path();
      for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
        folders.add(path.substring(0, end));
      }
    }
    return folders;
  }

  private String copy(List<String> folders, String host) {
    Command pack = Command.of("tar", "--create").flag("--file", "-");
    for (String each : folders) {
      pack = pack.arg(each);
    }
    String unpack = Command.of("mkdir", "--parents").arg(folder) + " && "
        + Command.of("tar", "--extract")
            .flag("--no-same-owner")
            .flag("--file", "-")
            .flag("--directory", folder);
    return pack + " | " + Command.of("ssh").arg("root@" + host).arg(unpack);
  }

  Markdown on(Markdown page) {
    return page.paragraph(Phrase.of(cluster)).list(nodes);
  }
}
