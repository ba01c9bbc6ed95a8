package io.pveplan.model.guest;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanPath;
import io.pveplan.model.Visible;
import io.pveplan.model.internal.Faults;
import java.util.Map;
import java.util.regex.Pattern;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A file that is fetched to a storage: the image of a cloud to make a template from, an ISO image, a
 * container template.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableImage.class)
@JsonDeserialize(as = ImmutableImage.class)
public interface Image extends Declared {

  /** Where it lies: {@code nas:import/debian-13.qcow2}. */
  Volume volume();

  /** Where it comes from, by HTTP; without user, password or anything else that is secret. */
  String url();

  /** What it has to be. */
  Checksum checksum();

  /** The place of the image in the plan. */
  @Value.Lazy
  default PlanPath path() {
    return PlanPath.of("image", volume().toString());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Image}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableImage.Builder {

    // pve-storage, src/PVE/API2/Storage/Status.pm download-url, and the extensions of
    // src/PVE/Storage.pm; normalize_content_filename there changes any other character.
    private static final Map<String, Pattern> FILES = Map.of(
        "import", Pattern.compile("[A-Za-z0-9_.-]+\\.(?:ova|qcow2|raw|vmdk)"),
        "iso", Pattern.compile("[A-Za-z0-9_.-]+\\.(?:iso|img)"),
        "vztmpl", Pattern.compile("[A-Za-z0-9_.-]+\\.tar(?:\\.(?:gz|xz|zst|bz2))?"));

    // A query is where tokens are, and a user before the host has a password behind it.
    private static final Pattern URL =
        Pattern.compile("https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?/[A-Za-z0-9._~/%+=:-]+");

    Builder() {}

    @Override
    public Image build() {
      Image built = super.build();
      new Faults()
          .check("volume", () -> requireFile(built.volume()))
          .check("url", () -> requireUrl(built.url()))
          .end();
      return built;
    }

    private static void requireFile(Volume volume) {
      Pattern form = FILES.get(volume.directory());
      if (form == null) {
        throw new InvalidValueException(
            volume + " is nothing that Proxmox VE fetches", "Use import, iso or vztmpl.");
      }
      if (!form.matcher(volume.file()).matches()) {
        throw new InvalidValueException(
            "Proxmox VE fetches no " + volume.directory() + " file named " + volume.file(),
            "Use letters, digits and any of _.- with an extension of its kind, for example"
                + " debian-13.qcow2 for import, debian-13.iso for iso and debian-13.tar.zst for"
                + " vztmpl.");
      }
    }

    private static void requireUrl(String url) {
      if (!URL.matcher(url).matches()) {
        throw new InvalidValueException(
            "\"" + Visible.ascii(url) + "\" is not an address to fetch a file from",
            "Write https://, a host and a path, without user, password and query.");
      }
    }
  }
}
