package io.pveplan.render.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.render.Artifact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No package of Debian has {@code qm} and {@code pct}, so that their options stand here: the names
 * and keys of qemu-server 9.2.6 (src/PVE/QemuServer.pm, QemuServer/Drive.pm, Network.pm, USB.pm,
 * PCI.pm, Virtiofs.pm, API2/Qemu.pm) and pve-container (src/PVE/LXC/Config.pm, API2/LXC.pm), as far
 * as a plan can say them.
 */
class GuestOptionsTest {

  private static final String OF_DISKS = "import-from format cache aio discard backup replicate";
  private static final String OF_CARDS = "bridge tag trunks firewall mtu rate link_down";

  // Name of an option without its number, and the keys in its value; none for a plain one.
  private static final Map<String, String> OF_MACHINES = Map.ofEntries(
      Map.entry("agent", "enabled"),
      Map.entry("balloon", ""),
      Map.entry("bios", ""),
      Map.entry("boot", "order"),
      Map.entry("cicustom", "user network meta vendor"),
      Map.entry("ciupgrade", ""),
      Map.entry("ciuser", ""),
      Map.entry("cores", ""),
      Map.entry("cpu", "flags"),
      Map.entry("cpulimit", ""),
      Map.entry("cpuunits", ""),
      Map.entry("description", ""),
      Map.entry("efidisk", "efitype pre-enrolled-keys"),
      Map.entry("hostpci", "mapping host mdev"),
      Map.entry("ide", OF_DISKS + " ssd media"),
      Map.entry("ipconfig", "ip gw ip6 gw6"),
      Map.entry("machine", ""),
      Map.entry("memory", ""),
      Map.entry("name", ""),
      Map.entry("nameserver", ""),
      Map.entry("net", OF_CARDS + " virtio e1000 e1000e rtl8139 vmxnet3 queues"),
      Map.entry("numa", ""),
      Map.entry("onboot", ""),
      Map.entry("ostype", ""),
      Map.entry("protection", ""),
      Map.entry("sata", OF_DISKS + " ssd media"),
      Map.entry("scsi", OF_DISKS + " ssd iothread media"),
      Map.entry("scsihw", ""),
      Map.entry("searchdomain", ""),
      Map.entry("serial", ""),
      Map.entry("sockets", ""),
      Map.entry("sshkeys", ""),
      Map.entry("startup", "order up down"),
      Map.entry("tags", ""),
      Map.entry("tpmstate", "version"),
      Map.entry("usb", "mapping host"),
      Map.entry("vga", ""),
      Map.entry("virtio", OF_DISKS + " iothread media"),
      Map.entry("virtiofs", "dirid"));

  private static final Map<String, String> OF_CONTAINERS = Map.ofEntries(
      Map.entry("cores", ""),
      Map.entry("cpulimit", ""),
      Map.entry("cpuunits", ""),
      Map.entry("description", ""),
      Map.entry("dev", "mode uid gid deny-write"),
      Map.entry("features", "nesting keyctl fuse mount"),
      Map.entry("hostname", ""),
      Map.entry("memory", ""),
      Map.entry("mp", "mp ro backup shared replicate"),
      Map.entry("nameserver", ""),
      Map.entry("net", OF_CARDS + " name hwaddr ip gw ip6 gw6 type"),
      Map.entry("onboot", ""),
      Map.entry("pool", ""),
      Map.entry("protection", ""),
      Map.entry("rootfs", "replicate"),
      Map.entry("searchdomain", ""),
      Map.entry("startup", "order up down"),
      Map.entry("swap", ""),
      Map.entry("tags", ""),
      Map.entry("unprivileged", ""));

  private static final Map<String, Map<String, String>> COMMANDS = Map.ofEntries(
      Map.entry("qm create", with(OF_MACHINES, "pool")),
      Map.entry("qm set", with(OF_MACHINES, "delete")),
      Map.entry("qm clone", with(Map.of(), "name", "full", "storage", "format", "pool")),
      Map.entry("qm disk resize", Map.of()),
      Map.entry("qm disk move", with(Map.of(), "delete")),
      Map.entry("qm template", Map.of()),
      Map.entry("qm migrate", Map.of()),
      Map.entry("pct create", OF_CONTAINERS),
      Map.entry("pvesh get", with(Map.of(), "poolid")),
      Map.entry("pvesh create", with(Map.of(), "poolid")),
      Map.entry("pvesh set", with(Map.of(), "name")));

  @TempDir
  private Path directory;

  @Test
  void each_option_is_one_of_the_program() {
    Set<String> called = new TreeSet<>();
    for (String name : GuestCases.ALL.keySet()) {
      GuestStandIns standIns = new GuestStandIns(directory.resolve(name));
      for (Artifact script :
          new GuestsRenderer().render(GuestCases.ALL.get(name)).artifacts()) {
        standIns.run(script.target().name(), script.content()).succeeded();
        standIns.calls().forEach(call -> called.add(check(call)));
      }
    }

    assertThat(called).isEqualTo(new TreeSet<>(COMMANDS.keySet()));
  }

  private static String check(List<String> call) {
    String command = String.join(" ", call.subList(0, call.get(1).equals("disk") ? 3 : 2));
    assertThat(COMMANDS).containsKey(command);
    Map<String, String> options = COMMANDS.get(command);
    List<String> words = new ArrayList<>(call);
    int first = 0;
    while (first < words.size() && !words.get(first).startsWith("--")) {
      first++;
    }
    assertThat((words.size() - first) % 2)
        .as("options without values in %s", call)
        .isZero();
    for (int at = first; at < words.size(); at += 2) {
      String option = words.get(at).substring(2).replaceAll("[0-9]+$", "");
      assertThat(options).as("%s in %s", words.get(at), call).containsKey(option);
      Set<String> keys = Set.of(options.get(option).split(" "));
      if (!options.get(option).isEmpty()) {
        assertThat(keysOf(words.get(at + 1)))
            .as("%s in %s", words.get(at), call)
            .allMatch(keys::contains);
      }
    }
    return command;
  }

  private static List<String> keysOf(String value) {
    return Arrays.stream(value.split(","))
        .filter(part -> part.contains("="))
        .map(part -> part.substring(0, part.indexOf('=')))
        .collect(Collectors.toList());
  }

  private static Map<String, String> with(Map<String, String> options, String... more) {
    Map<String, String> all = new TreeMap<>(options);
    for (String name : more) {
      all.put(name, "");
    }
    return all;
  }
}
