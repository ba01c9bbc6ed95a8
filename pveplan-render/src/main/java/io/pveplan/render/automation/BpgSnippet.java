package io.pveplan.render.automation;

import io.pveplan.model.guest.Volume;
import io.pveplan.render.guest.CloudInitDocuments;
import io.pveplan.render.text.HclBlock;
import io.pveplan.render.text.HclBody;
import io.pveplan.render.text.HclReference;
import io.pveplan.render.text.HclValue;
import java.util.Arrays;
import java.util.List;
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

  static final String NO_STORAGE =
      "packages, files and commands travel as a snippet, and the plan has no storage for snippets that all nodes have"
          + " on which the guest may run";

  private static final String TYPE = "proxmox_virtual_environment_file";

  static Optional<BpgSnippet> of(PlannedVm guest, String text, CloudInitDocuments documents) {
    return documents
        .snippet(guest.vm(), "vendor-data")
        .map(volume -> new BpgSnippet(guest, text, volume, documents.snippetNodes(guest.vm())));
  }

  HclBlock resource() {
    HclBlock file = HclBlock.of("resource", TYPE, guest.label());
    if (nodes.size() > 1) {
      file = file.set("for_each", HclValue.call("toset", HclValue.texts(nodes))).blank();
    }
    HclValue node =
        nodes.size() > 1 ? HclValue.reference("each", "value") : HclValue.text(nodes.get(0));
    return file.set("content_type", "snippets")
        .set("datastore_id", volume.storage())
        .set("node_name", node)
        .block(HclBlock.of("source_raw").set("file_name", volume.file()).set("data", lines()));
  }

  /** Takes over the files that are there. */
  HclBody imports(HclBody head) {
    HclBody body = head;
    for (String node : nodes) {
      HclReference file = HclValue.reference(TYPE, guest.label());
      body = body.block(HclBlock.of("import")
          .set("to", nodes.size() > 1 ? file.index(node) : file)
          .set("id", node + "/" + volume));
    }
    return body;
  }

  /** The ID of the file on the node of the guest. */
  HclValue id() {
    HclReference file = HclValue.reference(TYPE, guest.label());
    HclReference one = nodes.size() > 1 ? file.index(nodes.get(0)) : file;
    return one.attribute("id");
  }

  // A heredoc would need a marker that no line of the text equals.
  private HclValue lines() {
    List<String> lines = Arrays.asList(text.split("\n", -1));
    return HclValue.call("join", HclValue.text("\n"), HclValue.texts(lines));
  }
}
