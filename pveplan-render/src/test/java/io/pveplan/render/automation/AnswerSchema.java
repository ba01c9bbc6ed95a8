package io.pveplan.render.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What the installer asks of its answers: the keys it knows, and what {@code
 * proxmox-auto-install-assistant validate-answer} checks (proxmox-installer-types, answer.rs;
 * proxmox-auto-installer, utils.rs).
 */
final class AnswerSchema {

  private static final Map<String, Set<String>> KNOWN = Map.of(
      "",
      Set.of("global", "network", "disk-setup", "post-installation-webhook", "first-boot"),
      "global",
      Set.of(
          "country",
          "fqdn",
          "keyboard",
          "mailto",
          "timezone",
          "root-password-hashed",
          "root-ssh-keys"),
      "network",
      Set.of("source", "cidr", "dns", "gateway", "filter", "interface-name-pinning"),
      "disk-setup",
      Set.of("filesystem", "disk-list", "filter", "filter-match", "zfs", "lvm", "btrfs"),
      "zfs",
      Set.of("raid", "ashift", "arc-max", "checksum", "compress", "copies", "hdsize"),
      "lvm",
      Set.of("hdsize", "swapsize", "maxroot", "maxvz", "minfree"),
      "btrfs",
      Set.of("hdsize", "raid", "compress"));
  private static final Pattern FQDN =
      Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]+");

  private AnswerSchema() {}

  static void accept(JsonNode answers) {
    known("", answers);
    JsonNode global = answers.get("global");
    known("global", global);
    has(global, "country", "fqdn", "keyboard", "mailto", "timezone", "root-password-hashed");
    assertThat(global.get("fqdn").asString()).matches(FQDN);
    JsonNode network = answers.get("network");
    known("network", network);
    has(network, "source", "cidr", "dns", "gateway", "filter");
    assertThat(network.get("source").asString()).isEqualTo("from-answer");
    assertThat(network.get("filter")).isNotEmpty();
    disks(answers.get("disk-setup"));
  }

  private static void disks(JsonNode disks) {
    known("disk-setup", disks);
    String filesystem = disks.get("filesystem").asString();
    assertThat(filesystem).isIn("ext4", "xfs", "zfs", "btrfs");
    assertThat(disks.has("disk-list")).isNotEqualTo(disks.has("filter"));
    String own = Set.of("ext4", "xfs").contains(filesystem) ? "lvm" : filesystem;
    for (String table : List.of("lvm", "zfs", "btrfs")) {
      assertThat(disks.has(table) && !table.equals(own)).as(table).isFalse();
      if (disks.has(table)) {
        known(table, disks.get(table));
      }
    }
    if (own.equals("lvm")) {
      assertThat(disks.path("disk-list").size()).isLessThanOrEqualTo(1);
    } else {
      assertThat(disks.get(own).get("raid").asString())
          .isIn("raid0", "raid1", "raid10", "raidz-1", "raidz-2", "raidz-3");
    }
  }

  private static void known(String table, JsonNode node) {
    Collection<String> names = new TreeSet<>(node.propertyNames());
    assertThat(KNOWN.get(table)).as("table %s", table).containsAll(names);
  }

  private static void has(JsonNode node, String... names) {
    assertThat(node.propertyNames()).contains(names);
  }
}
