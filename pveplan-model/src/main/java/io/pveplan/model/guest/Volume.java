package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.Visible;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A file on a storage: an ISO image, a container template, a disk image.
 *
 * <pre>{@code
 * Volume.parse("nas:iso/debian-13.iso");
 * Volume.parse("debian-13.iso");          // refused: no storage
 * Volume.parse("nas:import/a.img");       // refused: an image to import ends in .qcow2, .raw ..
 * }</pre>
 *
 * @param storage ID of the storage
 * @param directory content directory: {@code iso}, {@code vztmpl}, {@code import} or {@code
 *     snippets}
 * @param file name of the file
 * @since 0.1
 */
public record Volume(String storage, String directory, String file) {

  // pve-storage, src/PVE/Storage.pm: what is named otherwise is no volume ID to it.
  private static final Map<String, Pattern> FILES = Map.of(
      "import", Pattern.compile(".+\\.(?:ova|ovf|qcow2|raw|vmdk)"),
      "iso", Pattern.compile(".+\\.(?i:iso|img)"),
      "vztmpl", Pattern.compile(".+\\.(?i:tar(?:\\.(?:gz|xz|zst|bz2))?)"),
      "snippets", Pattern.compile(".+"));
  private static final Map<String, String> ADVICE = Map.of(
      "import",
      "Rename it to what it holds: .qcow2, .raw or .vmdk. Images of clouds called .img are qcow2"
          + " mostly.",
      "iso",
      "Use a file whose name ends in .iso or .img.",
      "vztmpl",
      "Use a file whose name ends in .tar.zst, .tar.gz, .tar.xz, .tar.bz2 or .tar.");

  /** Refuses names that the storage could not hold, or would not know as what they are. */
  @JsonCreator(mode = JsonCreator.Mode.DISABLED)
  public Volume {
    NameFormat.STORAGE_ID.require(storage);
    if (!directory.matches("iso|vztmpl|import|snippets")) {
      throw new InvalidValueException(
          "\"" + Visible.ascii(directory) + "\" is not a content directory",
          "Use iso, vztmpl, import or snippets.");
    }
    NameFormat.FILE_NAME.require(file);
    if (!FILES.get(directory).matcher(file).matches()) {
      throw new InvalidValueException(
          "Proxmox VE knows no " + directory + " file named " + file, ADVICE.get(directory));
    }
  }

  /**
   * Reads a volume ID.
   *
   * @throws InvalidValueException if it is not {@code storage:directory/file}
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Volume parse(String text) {
    int colon = text.indexOf(':');
    int slash = text.indexOf('/');
    if (colon < 0 || slash < colon) {
      throw new InvalidValueException(
          "\"" + Visible.ascii(text) + "\" is not a volume ID",
          "Write storage:iso/file, for example nas:iso/a.iso.");
    }
    return new Volume(
        text.substring(0, colon), text.substring(colon + 1, slash), text.substring(slash + 1));
  }

  /** The volume ID. */
  @Override
  @JsonValue
  public String toString() {
    return storage + ":" + directory + "/" + file;
  }
}
