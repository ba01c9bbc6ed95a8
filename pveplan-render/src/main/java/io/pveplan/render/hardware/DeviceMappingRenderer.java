package io.pveplan.render.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.render.Artifact;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import io.pveplan.render.TerraformShare;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.Phrase;
import io.pveplan.render.text.ShellScript;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders the mappings of devices and directories: a script that adds those that are not there, and
 * the files below /etc/pve/mapping that result, to compare with.
 *
 * <pre>
 * if ! pvesh get /cluster/mapping/pci/gpu --output-format json &gt;/dev/null 2&gt;&amp;1; then
 *   pvesh create /cluster/mapping/pci --id gpu --map id=10de:2204,node=pve1,path=0000:41:00.0
 * else
 *   echo 'already there'
 * fi
 * </pre>
 *
 * <p>It runs before templates and guests are made, and after the storages on which mapped directories
 * may lie. A mapping that is there stays as it is.
 *
 * @since 0.1
 */
public final class DeviceMappingRenderer implements Renderer {

  /** Called by the service loader. */
  public DeviceMappingRenderer() {}

  @Override
  public String id() {
    return "device-mappings";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    List<DeviceMapping> mappings = plan.plan().deviceMappings();
    if (mappings.isEmpty()) {
      return Rendering.nothing();
    }
    List<Artifact> artifacts = new ArrayList<>();
    TerraformShare share = TerraformShare.of(plan);
    List<DeviceMapping> scripted =
        mappings.stream().filter(mapping -> !share.takes(mapping.path())).toList();
    if (!scripted.isEmpty()) {
      artifacts.add(script(scripted));
    }
    for (DeviceKind kind : DeviceKind.values()) {
      List<DeviceMapping> ofKind =
          mappings.stream().filter(it -> it.deviceKind() == kind).toList();
      if (!ofKind.isEmpty()) {
        artifacts.add(preview(kind, share, ofKind));
      }
    }
    return Rendering.of(artifacts);
  }

  private static Artifact script(List<DeviceMapping> mappings) {
    ShellScript script = ShellScript.of(
        "Mappings of devices and directories.",
        "Runs on one node. A mapping that is there stays as it is.");
    for (DeviceMapping mapping : mappings) {
      String folder = "/cluster/mapping/" + mapping.deviceKind();
      script = script
          .step(mapping.deviceKind() + " mapping " + mapping.id())
          .unless(
              Command.of("pvesh", "get", folder + "/" + mapping.id())
                  .flag("--output-format", "json"),
              create(mapping, folder));
    }
    return Artifact.script(Target.cluster(), Step.TEMPLATES, script.text())
        .covers(mappings.stream().map(DeviceMapping::path).toList())
        .with(Procedure.repeatable()
            .needs("the devices are in the nodes, the IOMMU is on since step " + Step.HOST.number()
                + " where PCI devices are, and mapped directories are there")
            .checkBefore("lspci -nn; lsusb")
            .checkAfter(mappings.stream()
                .map(DeviceMapping::deviceKind)
                .distinct()
                .sorted()
                .map(kind -> "pvesh get /cluster/mapping/" + kind)
                .reduce((one, other) -> one + "; " + other)
                .orElseThrow())
            .undo(undo(mappings)));
  }

  private static Phrase undo(List<DeviceMapping> mappings) {
    Phrase undo = Phrase.of("for each mapping that no guest uses: ");
    String between = "";
    for (DeviceMapping mapping : mappings) {
      String place = "/cluster/mapping/" + mapping.deviceKind() + "/" + mapping.id();
      undo = undo.text(between).code(Command.of("pvesh", "delete", place).text());
      between = ", ";
    }
    return undo;
  }

  private static Command create(DeviceMapping mapping, String folder) {
    Command create = Command.of("pvesh", "create", folder).flag("--id", mapping.id());
    for (String entry : MappingConfig.entries(mapping)) {
      create = create.flag("--map", entry);
    }
    create = create.option("--description", mapping.description());
    if (mapping.liveMigration()) {
      create = create.flag("--live-migration-capable", 1);
    }
    return mapping.mediated() ? create.flag("--mdev", 1) : create;
  }

  private static Artifact preview(
      DeviceKind kind, TerraformShare share, List<DeviceMapping> mappings) {
    String path = "/etc/pve/mapping/" + MappingConfig.file(kind);
    Step there = share.thereAfter(
        Step.TEMPLATES, mappings.stream().map(DeviceMapping::path).toList());
    return Artifact.preview(path, there, MappingConfig.text(mappings))
        .with(Procedure.repeatable()
            .checkAfter(Command.of("cat", path) + "\n# the mappings stand in any order"));
  }
}
