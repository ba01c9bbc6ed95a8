package io.pveplan.render.automation;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Volume;
import io.pveplan.render.guest.CloudInitDocuments;
import io.pveplan.render.text.HclBlock;
import io.pveplan.render.text.HclReference;
import io.pveplan.render.text.HclValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The vendor-data of a guest as a file on the nodes.
 *
 * @param guest the guest
 * @param text the document
 * @param volume where it lies
 * @param nodes names of the nodes that need it; one for a shared storage
 */
record BpgSnippet(PlannedVm guest, String text, Volume volume, List<String> nodes) {

  static final String TYPE = "proxmox_virtual_environment_file";

  static Optional<BpgSnippet> of(
      ResolvedPlan plan, PlannedVm guest, String text, CloudInitDocuments documents) {
    return documents
        .snippet(guest.vm(), "vendor-data")
        .map(volume -> new BpgSnippet(guest, text, volume, nodes(plan, guest, volume, documents)));
  }

  // A shared one goes through the same node wherever the guest is: another node_name would have the
  // file deleted and written again (provider, proxmoxtf/resource/file.go).
  private static List<String> nodes(
      ResolvedPlan plan, PlannedVm guest, Volume volume, CloudInitDocuments documents) {
    return plan.storages().stream()
        .filter(it -> it.id().equals(volume.storage()) && it.sharedByAllNodes())
        .findFirst()
        .map(it -> List.of(it.nodes().stream()
            .sorted()
            .findFirst()
            .orElseGet(() -> plan.nodes().get(0).name())))
        .orElseGet(() -> documents.snippetNodes(guest.vm()));
  }

  /** The resources of a guest of a fleet, by the keys they have in the map of the fleet. */
  Map<String, HclBlock> rows() {
    Map<String, HclBlock> rows = new LinkedHashMap<>();
    for (String node : nodes) {
      rows.put(key(node), file(HclBlock.of("resource", TYPE, guest.label()), HclValue.text(node)));
    }
    return rows;
  }

  private String key(String node) {
    return nodes.size() > 1 ? guest.label() + " " + node : guest.label();
  }

  HclBlock resource() {
    HclBlock file = HclBlock.of("resource", TYPE, guest.label());
    if (nodes.size() > 1) {
      file = file.set("for_each", HclValue.call("toset", HclValue.texts(nodes))).blank();
    }
    HclValue node =
        nodes.size() > 1 ? HclValue.reference("each", "value") : HclValue.text(nodes.get(0));
    return file(file, node);
  }

  private HclBlock file(HclBlock head, HclValue node) {
    return head.set("content_type", "snippets")
        .set("datastore_id", volume.storage())
        .set("node_name", node)
        .block(HclBlock.of("source_raw").set("file_name", volume.file()).set("data", lines()));
  }

  /** The resource that writes the file. */
  HclReference reference() {
    return HclValue.reference(TYPE, guest.fleet().orElseGet(guest::label));
  }

  // A heredoc would need a marker that no line of the text equals.
  private HclValue lines() {
    List<String> lines = Arrays.asList(text.split("\n", -1));
    return HclValue.call("join", HclValue.text("\n"), HclValue.texts(lines));
  }
}
