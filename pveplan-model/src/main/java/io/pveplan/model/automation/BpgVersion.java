package io.pveplan.model.automation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.pveplan.model.InvalidValueException;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Version of the provider bpg/proxmox that a module is written for.
 *
 * <pre>{@code
 * BpgVersion.parse("0.99.0");  // resources have their long names only
 * BpgVersion.parse("0.111.1"); // short names, where there are any
 * BpgVersion.parse("0.98.1");  // refused: it has no HA rules and no replication jobs
 * BpgVersion.parse("1.0.0");   // refused: the resources of guests will be others
 * }</pre>
 *
 * @param minor minor version, 99 or higher
 * @param patch patch level
 * @since 0.1
 */
public record BpgVersion(int minor, int patch) implements Comparable<BpgVersion> {

  /** The version whose schema the modules are written from, and what is taken when none is named. */
  public static final BpgVersion READ = new BpgVersion(111, 1);

  /**
   * Minor version from which on the provider sets whether cloud-init upgrades packages (provider
   * CHANGELOG.md).
   */
  public static final int UPGRADE = 102;

  // Provider docs/resources at the release tags: harule and replication appear in 0.99.0.
  private static final int OLDEST = 99;

  private static final Pattern TEXT =
      Pattern.compile("0\\.(0|[1-9][0-9]{0,3})\\.(0|[1-9][0-9]{0,3})");

  private static final Comparator<BpgVersion> ORDER =
      Comparator.comparingInt(BpgVersion::minor).thenComparingInt(BpgVersion::patch);

  /** Refuses versions before 0.99.0. */
  public BpgVersion {
    if (minor < OLDEST || patch < 0) {
      throw new InvalidValueException(
          "version 0." + minor + "." + patch + " of bpg/proxmox is older than 0." + OLDEST + ".0",
          "Take 0." + OLDEST + ".0 or later: before, it has no HA rules and no replication jobs.");
    }
  }

  /**
   * Reads a version.
   *
   * @param text three numbers with dots between, the first of them 0
   * @throws InvalidValueException if it is something else, or before 0.99.0
   */
  @JsonCreator
  public static BpgVersion parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidValueException(
          "\"" + text + "\" is not a version of bpg/proxmox below 1.0",
          "Write three numbers, as in " + READ + ".");
    }
    return new BpgVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** Version from which on the provider gives a clone the boot order of its resource (CHANGELOG.md). */
  static final BpgVersion BOOT_ORDER = new BpgVersion(111, 1);

  /** Version from which on the provider reads what an imported machine has no setting for. */
  private static final int READS_UNSET = 108;

  /**
   * Whether it reads the keyboard and the kind of agent of a machine that has no setting for them as
   * those that it sends where a resource names none. Earlier ones find a difference, and restart each
   * machine that is imported (provider CHANGELOG.md, 0.108.0).
   */
  public boolean readsUnset() {
    return atLeast(READS_UNSET);
  }

  /**
   * Whether it is a minor version or a later one.
   *
   * @param other minor version to compare with
   */
  public boolean atLeast(int other) {
    return minor >= other;
  }

  /**
   * The reason to refuse what came with a later version.
   *
   * @param other minor version that brought it
   * @param what what it is
   */
  public String lacks(int other, String what) {
    return new BpgVersion(other, 0).lackedBy(this, what);
  }

  /** The reason to refuse what came with this version. */
  String lackedBy(BpgVersion older, String what) {
    return "the provider knows " + what + " from version " + this + " on, and the plan names "
        + older;
  }

  @Override
  public int compareTo(BpgVersion other) {
    return ORDER.compare(this, other);
  }

  @JsonValue
  @Override
  public String toString() {
    return "0." + minor + "." + patch;
  }
}
