package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.Visible;

/**
 * A file on a storage: an ISO image, a container template, a disk image.
 *
 * <pre>{@code
 * Volume.parse("nas:iso/debian-13.iso");
 * Volume.parse("debian-13.iso");          // refused: no storage
 * }</pre>
 *
 * @param storage ID of the storage
 * @param directory content directory: {@code iso}, {@code vztmpl}, {@code import} or {@code
 *     snippets}
 * @param file name of the file
 * @since 0.1
 */
public record Volume(String storage, String directory, String file) {

  /** Refuses names that the storage could not hold. */
  @JsonCreator(mode = JsonCreator.Mode.DISABLED)
  public Volume {
    NameFormat.STORAGE_ID.require(storage);
    if (!directory.matches("iso|vztmpl|import|snippets")) {
      throw new InvalidValueException(
          "\"" + Visible.ascii(directory) + "\" is not a content directory",
          "Use iso, vztmpl, import or snippets.");
    }
    NameFormat.FILE_NAME.require(file);
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
