package io.pveplan.render.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDisk;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Renders the images of a plan as a script that lets the nodes fetch them: {@code
 * cluster/22-images.sh}. Proxmox VE holds each file against its checksum before it is there under its
 * name, so that one which is there is the right one.
 *
 * <pre>
 * pvesh create /nodes/pve1/storage/nas/download-url --content import --filename debian-13.qcow2 ..
 * </pre>
 *
 * <p>One node fetches to a storage that all share; to any other each node whose guests are made from
 * the image. An image on a storage that is no directory, or does not take its content, is a gap.
 *
 * @since 0.1
 */
public final class ImagesRenderer implements Renderer {

  // Read to its end: a program that writes to nobody is killed, and would look like no answer.
  private static final String FUNCTIONS = """
      # Whether a node finds a file on a storage.
      on_storage() {
        pvesh get "/nodes/$1/storage/${2%%:*}/content" --output-format json |
          grep -F "\"volid\":\"$2\"" >/dev/null
      }
      export -f on_storage
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
    List<Image> images = new ArrayList<>();
    for (Image image : plan.plan().images()) {
      Optional<Gap> gap = gap(plan, image);
      gap.ifPresentOrElse(gaps::add, () -> images.add(image));
    }
    return Rendering.of(images.isEmpty() ? List.of() : List.of(script(plan, images)))
        .withGaps(gaps);
  }

  private static Optional<Gap> gap(ResolvedPlan plan, Image image) {
    Storage storage = plan.storage(image.volume().storage()).orElseThrow();
    String reason = "";
    if (!(storage instanceof FileStorage)) {
      reason = "no directory that Proxmox VE could fetch a file to";
    } else if (!plan.reach().content(storage).contains(content(image))) {
      reason = "a storage that does not take " + content(image);
    } else if (nodes(plan, image).isEmpty()) {
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

  private static Artifact script(ResolvedPlan plan, List<Image> images) {
    ShellScript script = ShellScript.of(
            "Images, ISO images and container templates.",
            "Runs on one node. A file that is there stays as it is; one that is not what its checksum",
            "says never gets there.")
        .define(FUNCTIONS);
    for (Image image : images) {
      for (String node : nodes(plan, image)) {
        Command there = Command.of("on_storage", node).arg(image.volume().toString());
        script = script
            .step(image.volume() + " by " + node)
            .unless(there, fetch(image, node))
            .require(
                there, image.volume() + " is not there: the task log of " + node + " says why.");
      }
    }
    return Artifact.file(
            Target.cluster(),
            "cluster/" + Step.TEMPLATES.prefix() + "-images.sh",
            Step.TEMPLATES,
            script.text())
        .mode(FileMode.SCRIPT)
        .covers(images.stream().map(Image::path).toList())
        .with(Procedure.repeatable()
            .needs("the storages of the images, and a way from the nodes to where they come from")
            .checkAfter(
                Command.of("pvesm", "list", images.get(0).volume().storage()).text())
            .undo("pvesm free with the volume ID of each, once nothing is made from it any more"));
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

  private static List<String> nodes(ResolvedPlan plan, Image image) {
    Set<String> having = plan.reach().nodesOf(image.volume().storage());
    if (plan.reach().shared(image.volume().storage())) {
      return having.stream().limit(1).toList();
    }
    Set<String> using = new LinkedHashSet<>();
    for (Guest guest : plan.guests()) {
      if (uses(guest, image.volume())) {
        guest.node().filter(having::contains).ifPresent(using::add);
      }
    }
    return List.copyOf(using.isEmpty() ? having : using);
  }

  private static boolean uses(Guest guest, Volume volume) {
    boolean imports = guest.disks().stream()
        .map(GuestDisk::importFrom)
        .anyMatch(it -> it.equals(Optional.of(volume)));
    return imports
        || guest instanceof Vm vm && vm.iso().equals(Optional.of(volume))
        || guest instanceof Container container && container.ostemplate().equals(volume);
  }

  private static ContentType content(Image image) {
    return switch (image.volume().directory()) {
      case "iso" -> ContentType.ISO;
      case "vztmpl" -> ContentType.VZTMPL;
      default -> ContentType.IMPORT;
    };
  }
}
