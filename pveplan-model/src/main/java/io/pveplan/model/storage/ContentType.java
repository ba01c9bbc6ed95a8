package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What may lie on a storage.
 *
 * @since 0.1
 */
public enum ContentType {
  /** Disks of virtual machines. */
  IMAGES("images"),

  /** Volumes of containers. */
  ROOTDIR("rootdir"),

  /** Container templates. */
  VZTMPL("vztmpl"),

  /** ISO images. */
  ISO("iso"),

  /** Backups. */
  BACKUP("backup"),

  /** Snippets: cloud-init documents, hook scripts. */
  SNIPPETS("snippets"),

  /** Disk images to import from. */
  IMPORT("import"),

  /** Nothing directly; for a storage that only carries another one. */
  NONE("none");

  private final String text;

  ContentType(String text) {
    this.text = text;
  }

  /** The spelling of the configuration file. */
  @JsonValue
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
