package io.pveplan.render.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Image;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.FileStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.render.Artifact;
import io.pveplan.render.FileMode;
import io.pveplan.render.Gap;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Renders the images of a plan as a script of each node that fetches some: {@code
 * nodes/<node>/22-images.sh}. It comes before the one that makes templates of them.
 *
 * <pre>
 * if ! is_there nas:import/debian-13.qcow2; then
 *   pvesh create /nodes/pve1/storage/nas/download-url --content import --filename debian-13.qcow2 ..
 * fi
 * </pre>
 *
 * <p>Proxmox VE holds what it fetched against the checksum before the file gets its name. The script
 * holds the file against it once more, each time it runs, and ends where they differ: a file may be
 * there from before, and a template would be made of whatever it is.
 *
 * <p>One node fetches to a storage that all share; to any other each node whose guests are made from
 * the image. An image on a storage that is no directory, or does not take its content, is a gap.
 *
 * @since 0.1
 */
public final class ImagesRenderer implements Renderer {

  // pvesh succeeds although the task it began fails (pve-manager, PVE/CLI/pvesh.pm), and pvesm path
  // tells a place where nothing is.
  private static final String FUNCTIONS = """
      is_there() {
        [ -f "$(pvesm path "$1")" ]
      }

      # Whether a file is what its checksum says: volume, algorithm, digits.
      is_right() {
        printf '%s  %s\\n' "$3" "$(pvesm path "$1")" | "$2sum" --check --status -
      }
      """;

  /** Called by the service loader. */
  public ImagesRenderer() {}

  @Override
  public String id() {
    return "images";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    List<Gap> gaps = new ArrayList<>();
    Map<String, List<Image>> byNode = new LinkedHashMap<>();
    Map<Volume, Set<String>> users = users(plan);
    for (Image image : plan.plan().images()) {
      List<String> nodes = nodes(plan, image, users);
      Optional<Gap> gap = gap(plan, image, nodes);
      gap.ifPresentOrElse(
          gaps::add,
          () -> nodes.forEach(
              node -> byNode.computeIfAbsent(node, key -> new ArrayList<>()).add(image)));
    }
    List<Artifact> artifacts = new ArrayList<>();
    byNode.forEach((node, images) -> artifacts.add(script(node, images)));
    return Rendering.of(artifacts).withGaps(gaps);
  }

  private static Optional<Gap> gap(ResolvedPlan plan, Image image, List<String> nodes) {
    Storage storage = plan.storage(image.volume().storage()).orElseThrow();
    String reason = "";
    if (!(storage instanceof FileStorage)) {
      reason = "no directory that Proxmox VE could fetch a file to";
    } else if (!plan.reach().content(storage).contains(content(image))) {
      reason = "a storage that does not take " + content(image);
    } else if (nodes.isEmpty()) {
      reason = "on no node";
    }
    return reason.isEmpty()
        ? Optional.empty()
        : Optional.of(Gap.of(
            image.path(),
            Step.TEMPLATES,
            "Not fetched: " + storage.id() + " is " + reason + "; it would come from " + image.url()
                + " with checksum " + image.checksum() + "."));
  }

  private static Artifact script(String node, List<Image> images) {
    ShellScript script = ShellScript.of(
            "Images, ISO images and container templates that " + node + " fetches.",
            "A file that is there stays, and has to be what its checksum says.")
        .onlyOn(node)
        .define(FUNCTIONS);
    for (Image image : images) {
      String volume = image.volume().toString();
      script = script
          .step(volume)
          .unless(Command.of("is_there", volume), fetch(image, node))
          .require(
              Command.of("is_right", volume)
                  .arg(image.checksum().algorithm())
                  .arg(image.checksum().digits()),
              volume + " is not there, or not what its checksum says. The task log of " + node
                  + " says more; pvesm free takes away a wrong one.");
    }
    return Artifact.file(
            Target.node(node),
            "nodes/" + node + "/" + Step.TEMPLATES.prefix() + "-images.sh",
            Step.TEMPLATES,
            script.text())
        .mode(FileMode.SCRIPT)
        .covers(images.stream().map(Image::path).toList())
        .with(Procedure.repeatable()
            .needs(
                "the storages of the images, and a way from " + node + " to where they come from")
            .checkAfter(listing(images))
            .undo("pvesm free on " + node
                + " with the volume ID of each, once nothing is made from it any more"));
  }

  private static String listing(List<Image> images) {
    Set<String> commands = new LinkedHashSet<>();
    images.forEach(
        image -> commands.add(Command.of("pvesm", "list", image.volume().storage())
            .flag("--content", image.volume().directory())
            .text()));
    return String.join("\n", commands);
  }

  private static Command fetch(Image image, String node) {
    Volume volume = image.volume();
    return Command.of(
            "pvesh", "create", "/nodes/" + node + "/storage/" + volume.storage() + "/download-url")
        .flag("--content", volume.directory())
        .flag("--filename", volume.file())
        .flag("--url", image.url())
        .flag("--checksum-algorithm", image.checksum().algorithm())
        .flag("--checksum", image.checksum().digits());
  }

  private static List<String> nodes(
      ResolvedPlan plan, Image image, Map<Volume, Set<String>> users) {
    Set<String> having = plan.reach().nodesOf(image.volume().storage());
    if (plan.reach().shared(image.volume().storage())) {
      return having.stream().limit(1).toList();
    }
    List<String> using = users.getOrDefault(image.volume(), Set.of()).stream()
        .filter(having::contains)
        .toList();
    return using.isEmpty() ? List.copyOf(having) : using;
  }

  private static Map<Volume, Set<String>> users(ResolvedPlan plan) {
    Map<Volume, Set<String>> users = new HashMap<>();
    for (Guest guest : plan.guests()) {
      maker(plan, guest)
          .ifPresent(node -> guest.disks().stream()
              .flatMap(disk -> disk.importFrom().stream())
              .forEach(volume ->
                  users.computeIfAbsent(volume, key -> new LinkedHashSet<>()).add(node)));
      List<Volume> needed = new ArrayList<>();
      if (guest instanceof Vm vm) {
        vm.iso().ifPresent(needed::add);
      } else if (guest instanceof Container container) {
        needed.add(container.ostemplate());
      }
      guest
          .node()
          .ifPresent(node -> needed.forEach(volume ->
              users.computeIfAbsent(volume, key -> new LinkedHashSet<>()).add(node)));
    }
    return users;
  }

  // A clone that a script makes gets its disks where its template is, and moves later.
  private static Optional<String> maker(ResolvedPlan plan, Guest guest) {
    return guest instanceof Vm vm && ScriptedGuests.of(plan).makes(vm)
        ? VmScript.node(plan, vm)
        : guest.node();
  }

  private static ContentType content(Image image) {
    return switch (image.volume().directory()) {
      case "iso" -> ContentType.ISO;
      case "vztmpl" -> ContentType.VZTMPL;
      default -> ContentType.IMPORT;
    };
  }
}
