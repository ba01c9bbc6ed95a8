package io.pveplan.render.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import io.pveplan.render.TerraformShare;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.Section;
import io.pveplan.render.text.SectionConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders the storages of the cluster: the {@code pvesm} commands of each step as a script that adds
 * what is not there, and the storage.cfg that results, to compare with.
 *
 * <pre>
 * if ! pvesh get /storage/nas --output-format json &gt;/dev/null 2&gt;&amp;1; then
 *   pvesm add nfs nas --export /export/pve --server 192.0.2.60 --content iso,vztmpl
 * else
 *   echo 'already there'
 * fi
 * </pre>
 *
 * <p>What Terraform makes stands in storage.cfg only.
 *
 * <p>No secret is written: the password of a backup server is read from the environment or a file
 * where the script runs, or asked for. Reported as gaps: what Proxmox VE refuses (an LVM base that is
 * no volume ID, rule SHR-014; another directory for {@code local}) and a ZFS dataset in a pool that
 * the plan does not declare. A volume group without base has to be there before; the procedure of the script says so. The
 * storage of a Ceph pool comes with the pool and stands in storage.cfg only.
 *
 * @since 0.1
 */
public final class StorageRenderer implements Renderer {

  private static final List<Step> STEPS =
      List.of(Step.ZFS_STORAGE, Step.SHARED_STORAGE, Step.ISCSI_STORAGE, Step.BACKUP_SERVER);

  private static final String CONFIG = "/etc/pve/storage.cfg";

  /** Called by the service loader. */
  public StorageRenderer() {}

  @Override
  public String id() {
    return "storage";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    StorageEntries entries = StorageEntries.of(plan);
    List<Artifact> artifacts = new ArrayList<>();
    TerraformShare share = TerraformShare.of(plan);
    for (Step step : STEPS) {
      List<StorageEntry> ofStep = entries.of(step).stream()
          .filter(entry -> !share.takes(entry.storage().path()))
          .toList();
      if (!ofStep.isEmpty()) {
        artifacts.add(script(plan, step, ofStep));
      }
    }
    if (entries.all().stream().anyMatch(entry -> entry.step() != Step.INSTALL)) {
      artifacts.add(preview(plan, share, entries.all()));
    }
    return new Rendering(artifacts, entries.gaps());
  }

  private static Artifact script(ResolvedPlan plan, Step step, List<StorageEntry> entries) {
    return Artifact.script(Target.cluster(), step, StorageScript.of(plan, step, entries))
        .covers(entries.stream().map(entry -> entry.storage().path()).toList())
        .with(StorageProcedure.of(plan, step, entries));
  }

  private static Artifact preview(
      ResolvedPlan plan, TerraformShare share, List<StorageEntry> entries) {
    List<Section> sections = entries.stream()
        .map(entry -> StorageOptions.of(plan, entry.storage()).section(plan, entry.way()))
        .toList();
    Step last =
        entries.stream().map(StorageEntry::step).max(Step::compareTo).orElse(Step.SHARED_STORAGE);
    Step step = share.thereAfter(
        last, entries.stream().map(entry -> entry.storage().path()).toList());
    return Artifact.preview(CONFIG, step, SectionConfig.of(sections).text())
        .with(Procedure.repeatable()
            .checkAfter(Command.of("cat", CONFIG)
                + "\n# nodes and content stand in any order; local-lvm or local-zfs of the installer"
                + " may be there too"));
  }
}
