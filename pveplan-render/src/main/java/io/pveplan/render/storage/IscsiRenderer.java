package io.pveplan.render.storage;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.Lun;
import io.pveplan.model.storage.LunId;
import io.pveplan.model.storage.Storage;
import io.pveplan.render.Artifact;
import io.pveplan.render.Gap;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.Phrase;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders what each node does about iSCSI before the storages are defined on one of them: its name
 * as initiator, {@code /etc/multipath.conf} with the LUNs of the plan, and a script that sets
 * open-iscsi up, logs in to each portal, and waits for the multipath devices with all their paths.
 *
 * <pre>
 * # 172.30.20.50 over eno1 &gt; sw1 port 4
 * if ! session iqn.2024-02.example:san 172.30.20.50:3260 &gt;/dev/null 2&gt;&amp;1; then
 *   iscsiadm --mode discovery --type sendtargets --portal 172.30.20.50
 *   iscsiadm --mode node --targetname iqn.2024-02.example:san --portal 172.30.20.50:3260 --login
 * else
 *   echo 'already there'
 * fi
 * </pre>
 *
 * <p>Settings go to {@code iscsid.conf}, since a discovery overwrites those of a target. A login with
 * CHAP can not be planned: Proxmox VE has no place for it, and {@code iscsiadm} takes the password on
 * its command line only. A LUN with several paths whose WWID the plan does not say is reported as a
 * gap.
 *
 * @since 0.1
 */
public final class IscsiRenderer implements Renderer {

  private static final String INITIATOR = "/etc/iscsi/initiatorname.iscsi";

  private static final Procedure NAMED = Procedure.repeatable()
      .needs(
          "open-iscsi is installed; the node has no iSCSI session, since one keeps the name it was"
              + " begun with; the storage server lets this name have its LUNs")
      .checkBefore(Command.of("test", "-e", INITIATOR + ".before")
          + " || "
          + Command.of("cp", "--archive", INITIATOR, INITIATOR + ".before"))
      .apply(Command.of("systemctl", "restart", "iscsid").text())
      .checkAfter(Command.of("cat", INITIATOR).text())
      .undo("copy the file that ends in .before back, and apply again");

  /** Called by the service loader. */
  public IscsiRenderer() {}

  @Override
  public String id() {
    return "iscsi";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    List<Artifact> artifacts = new ArrayList<>();
    for (Node node : plan.nodes()) {
      node.initiator()
          .ifPresent(name -> artifacts.add(
              Artifact.onNode(node.name(), INITIATOR, Step.HOST, "InitiatorName=" + name + "\n")
                  .covers(node.path().child("initiator"))
                  .with(NAMED)));
      if (!NodeLun.targets(plan, node.name()).isEmpty()) {
        artifacts.addAll(connect(plan, node));
      }
    }
    return new Rendering(artifacts, gaps(plan));
  }

  private static List<Artifact> connect(ResolvedPlan plan, Node node) {
    List<Artifact> artifacts = new ArrayList<>();
    List<NodeLun> luns = NodeLun.of(plan, node.name());
    List<Lun> listed = luns.stream()
        .filter(each -> each.multipath() && each.lun().wwid().isPresent())
        .map(NodeLun::lun)
        .toList();
    PlanPath iscsi = node.path().child("iscsi");
    Artifact script = Artifact.script(
            Target.node(node.name()),
            Step.ISCSI_STORAGE,
            SessionScript.of(plan, node, luns, !listed.isEmpty()))
        .covers(iscsi)
        .with(procedure(plan, node, !listed.isEmpty()));
    if (!listed.isEmpty()) {
      artifacts.add(Artifact.onNode(
          node.name(), MultipathConf.PATH, Step.ISCSI_STORAGE, MultipathConf.of(listed)));
      script = script.installs("nodes/" + node.name() + MultipathConf.PATH);
    }
    artifacts.add(script);
    return artifacts;
  }

  private static Procedure procedure(ResolvedPlan plan, Node node, boolean multipath) {
    List<String> before = new ArrayList<>();
    Phrase undo = Phrase.empty();
    for (IscsiStorage target : NodeLun.targets(plan, node.name())) {
      target
          .portals()
          .forEach(portal -> before.add(
              Command.of("pvesm", "scan", "iscsi").arg(portal.toString()).text()));
      undo = (undo.equals(Phrase.empty()) ? undo : undo.text("; "))
          .code(Command.of("iscsiadm", "--mode", "node")
              .flag("--targetname", target.target())
              .flag("--logout")
              .text());
    }
    String sessions = Command.of("iscsiadm", "--mode", "session").text();
    return Procedure.repeatable()
        .needs(
            multipath
                ? "the folder of the node is copied to it as a whole; open-iscsi and multipath-tools are"
                    + " installed; it is run on each of these nodes before anything is made on a LUN"
                : "open-iscsi is installed; it is run on each of these nodes")
        .checkBefore(String.join("\n", before.stream().distinct().toList()))
        .checkAfter(multipath ? sessions + "\n" + Command.of("multipath", "-ll").text() : sessions)
        .undo(undo);
  }

  private static List<Gap> gaps(ResolvedPlan plan) {
    List<Gap> gaps = new ArrayList<>();
    for (Storage storage : plan.storages()) {
      if (storage instanceof IscsiStorage target && !target.disabled()) {
        for (Lun lun : target.luns()) {
          if (lun.wwid().isEmpty() && plan.luns().multipath(new LunId(target.id(), lun.number()))) {
            gaps.add(Gap.of(
                target.path(),
                Step.ISCSI_STORAGE,
                "The WWID of LUN " + lun.number()
                    + " is not in the plan, so multipath.conf has no place for it. Take it from"
                    + " multipath -ll or the storage server, write it into the plan, and render"
                    + " anew."));
          }
        }
      }
    }
    return gaps;
  }
}
