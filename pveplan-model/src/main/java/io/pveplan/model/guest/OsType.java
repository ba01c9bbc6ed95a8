package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Operating system that a virtual machine is made for ({@code ostype}).
 *
 * @since 0.1
 */
public enum OsType {
  /** Not said, which is what Proxmox VE takes when nothing is said. */
  OTHER("other"),

  /** Windows XP. */
  WXP("wxp"),

  /** Windows 2000. */
  W2K("w2k"),

  /** Windows 2003. */
  W2K3("w2k3"),

  /** Windows 2008. */
  W2K8("w2k8"),

  /** Windows Vista. */
  WVISTA("wvista"),

  /** Windows 7. */
  WIN7("win7"),

  /** Windows 8, 2012 and 2012 R2. */
  WIN8("win8"),

  /** Windows 10, 2016 and 2019. */
  WIN10("win10"),

  /** Windows 11, 2022 and 2025. */
  WIN11("win11"),

  /** Linux 2.4. */
  L24("l24"),

  /** Linux 2.6 and later. */
  L26("l26"),

  /** Solaris and its kin. */
  SOLARIS("solaris");

  private final String text;

  OsType(String text) {
    this.text = text;
  }

  /** The spelling of the configuration file. */
  @JsonValue
  public String text() {
    return text;
  }

  /** Whether it is a Windows, which takes what cloud-init says from a drive of another kind. */
  public boolean isWindows() {
    return text.startsWith("w");
  }

  @Override
  public String toString() {
    return text;
  }
}
