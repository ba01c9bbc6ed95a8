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
 * @param shared whether all nodes have it there; then one of them writes it for all
 * @param nodes names of the nodes that write it
 */
record BpgSnippet(PlannedVm guest, String text, Volume volume, boolean shared, List<String> nodes) {

  static final String TYPE = "proxmox_virtual_environment_file";

  static Optional<BpgSnippet> of(
      ResolvedPlan plan, PlannedVm guest, String text, CloudInitDocuments documents) {
    return documents
        .snippet(guest.vm(), "vendor-data")
        .map(volume -> writer(plan, volume)
            .map(node -> new BpgSnippet(guest, text, volume, true, List.of(node)))
            .orElseGet(() ->
                new BpgSnippet(guest, text, volume, false, documents.snippetNodes(guest.vm()))));
  }

  // A shared one goes through the same node wherever the guest is: another node_name would have the
  // file deleted and written again (provider, proxmoxtf/resource/file.go).
  private static Optional<String> writer(ResolvedPlan plan, Volume volume) {
    return plan.storages().stream()
        .filter(it -> it.id().equals(volume.storage()) && it.sharedByAllNodes())
        .findFirst()
        .map(it -> it.nodes().stream()
            .sorted()
            .findFirst()
            .orElseGet(() -> plan.nodes().get(0).name()));
  }

  /** The resources of a guest of a fleet, by the keys they have in the map of the fleet. */
  Map<String, HclBlock> rows() {
    Map<String, HclBlock> rows = new LinkedHashMap<>();
    for (String node : nodes) {
      rows.put(key(node), file(HclBlock.of("resource", TYPE, guest.label()), HclValue.text(node)));
    }
    return rows;
  }

  // By node even where it is one: a guest that gets another node gives the file of the first no
  // other
  // address, at which Terraform would write the same volume before, or after, it deletes the old
  // one.
  private String key(String node) {
    return shared ? guest.label() : guest.label() + " " + node;
  }

  HclBlock resource() {
    HclBlock file = HclBlock.of("resource", TYPE, guest.label());
    return shared
        ? file(file, HclValue.text(nodes.get(0)))
        : file(
            file.set("for_each", HclValue.call("toset", HclValue.texts(nodes))).blank(),
            HclValue.reference("each", "value"));
  }

  private HclBlock file(HclBlock head, HclValue node) {
    return head.set("content_type", "snippets")
        .set("datastore_id", volume.storage())
        .set("node_name", node)
        .block(HclBlock.of("source_raw").set("file_name", volume.file()).set("data", lines()));
  }

  /** The resource that writes the file. */
  HclReference reference() {
    return HclValue.reference(TYPE, guest.fleet().map(Labels::ofFleet).orElseGet(guest::label));
  }

  // A heredoc would need a marker that no line of the text equals.
  private HclValue lines() {
    List<String> lines = Arrays.asList(text.split("\n", -1));
    return HclValue.call("join", HclValue.text("\n"), HclValue.texts(lines));
  }
}
