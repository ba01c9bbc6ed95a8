package io.pveplan.render.network;

import static io.pveplan.dsl.Pveplan.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RealPrograms.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script that names the cards, with folders instead of /etc, /sys and /usr. */
class NamesScriptRunTest {

  private static final String INSTALLED = """
      auto lo
      iface lo inet loopback

      iface eno1 inet manual

      auto vmbr0
      iface vmbr0 inet static
      \taddress 192.0.2.11/24
      \tbridge-ports eno1
      iface enp2s0 inet manual
      iface eno1.5 inet manual
      iface eno10 inet manual
      """;

  private static final String STAGED = INSTALLED
      .replace("iface eno1 ", "iface eno2 ")
      .replace("ports eno1\n", "ports eno2\n")
      .replace("eno1.5", "eno2.5")
      .replace("iface enp2s0", "iface eno1");

  @TempDir
  private Path directory;

  @BeforeEach
  void installed() throws IOException {
    write("live/interfaces", INSTALLED);
    card("eno1", "02:00:5e:00:53:01");
    card("ens9", "02:00:5e:00:53:02");
    write("sys/vmbr0/address", "02:00:5e:00:53:01\n");
    write("calls", "");
  }

  @Test
  void the_next_start_takes_names_and_file_together() throws IOException {
    Outcome outcome = names(ProductVersion.PVE_9);

    assertThat(outcome.status()).isZero();
    assertThat(outcome.output()).endsWith("""
            == names
            Now start this node again: its cards get their names, and HERE/live/interfaces.new takes effect.
            """);
    assertThat(read("live/interfaces")).isEqualTo(INSTALLED);
    assertThat(read("live/interfaces.new")).isEqualTo(STAGED);
    assertThat(read("live/interfaces.before-names")).isEqualTo(INSTALLED);
    assertThat(read("root/usr/local/lib/systemd/network/50-pmx-eno2.link"))
        .isEqualTo("[Match]\nMACAddress=02:00:5e:00:53:01\nType=ether\n\n[Link]\nName=eno2\n");
    assertThat(read("calls")).isEmpty();

    assertThat(names(ProductVersion.PVE_9).output()).contains("+iface eno2 inet manual\n");
    assertThat(read("live/interfaces.new")).isEqualTo(STAGED);
  }

  @Test
  void after_the_start_there_is_nothing_to_do() throws IOException {
    names(ProductVersion.PVE_9).succeeded();
    Files.move(directory.resolve("live/interfaces.new"), directory.resolve("swap"));
    write("live/interfaces", read("swap"));
    card("eno2", "02:00:5e:00:53:01");
    card("eno1", "02:00:5e:00:53:02");
    Files.delete(directory.resolve("sys/ens9/address"));
    Files.delete(directory.resolve("sys/ens9/device"));

    assertThat(names(ProductVersion.PVE_9))
        .isEqualTo(new Outcome(0, "== cards\n== interfaces\n== names\nalready there\n"));
    assertThat(read("live/interfaces.before-names")).isEqualTo(INSTALLED);
  }

  @Test
  void the_initramfs_of_8_4_is_made_anew() throws IOException {
    names(ProductVersion.PVE_8_4).succeeded();

    assertThat(read("calls")).isEqualTo("update-initramfs -u -k all\n");
  }

  @Test
  void a_card_that_is_missing_changes_nothing() throws IOException {
    card("ens9", "02:00:5e:00:53:99");

    assertThat(names(ProductVersion.PVE_9))
        .isEqualTo(new Outcome(
            1, "== cards\nno card has the MAC address 02:00:5e:00:53:02, planned for eno1\n"));
    assertThat(directory.resolve("live/interfaces.new")).doesNotExist();
    assertThat(directory.resolve("root")).doesNotExist();
  }

  @Test
  void a_name_that_another_card_keeps_changes_nothing() throws IOException {
    card("eno2", "02:00:5e:00:53:99");

    assertThat(names(ProductVersion.PVE_9))
        .isEqualTo(new Outcome(
            1, "== cards\neno2 is the name of another card, which the plan does not pin\n"));
    assertThat(directory.resolve("root")).doesNotExist();
  }

  @Test
  void staged_changes_of_somebody_else_stay() throws IOException {
    write("live/interfaces.new", "mine\n");

    assertThat(names(ProductVersion.PVE_9))
        .isEqualTo(new Outcome(
            1,
            "== cards\n== interfaces\nHERE/live/interfaces.new holds changes of somebody else:"
                + " apply or revert them first\n"));
    assertThat(read("live/interfaces.new")).isEqualTo("mine\n");
    assertThat(directory.resolve("root")).doesNotExist();
  }

  @Test
  void shellcheck_accepts_the_script() {
    for (ProductVersion version : ProductVersion.values()) {
      assertThat(files(version)).last().satisfies(file -> {
        assertThat(file.path()).isEqualTo("nodes/pve1/04-names.sh");
        RealPrograms.acceptShell(file.content());
      });
    }
  }

  private static List<Artifact> files(ProductVersion version) {
    return new NicNamesRenderer()
        .render(ResolvedPlan.of(cluster("lab", c -> {
          c.target(version);
          c.node(
              "pve1",
              n -> n.nic("eno2", b -> b.pinned("02:00:5E:00:53:01"))
                  .nic("eno1", b -> b.pinned("02:00:5E:00:53:02")));
        })))
        .artifacts();
  }

  private Outcome names(ProductVersion version) throws IOException {
    for (Artifact file : files(version)) {
      write(
          file.path(),
          file.content()
              .replace("LIVE=/etc/network/", "LIVE=" + directory + "/live/")
              .replace("/sys/class/net/", directory + "/sys/")
              .replace("\"$here$1\" \"$1\"", "\"$here$1\" \"$HERE/root$1\"")
              .replace("dirname \"$1\"", "dirname \"$HERE/root$1\""));
    }
    Outcome outcome = RealPrograms.bash("export HERE=" + directory + """

        uname() { echo pve1; }
        ip() { [ "$4" != ens9 ] || printf '2: ens9: <UP>\\n    altname enp2s0\\n'; }
        update-initramfs() { echo "update-initramfs $*" >>"$HERE/calls"; }
        export -f uname ip update-initramfs
        bash "$HERE/nodes/pve1/04-names.sh"
        """);
    return new Outcome(outcome.status(), outcome.output().replace(directory.toString(), "HERE"));
  }

  private void card(String name, String address) throws IOException {
    write("sys/" + name + "/address", address + "\n");
    write("sys/" + name + "/device", "");
  }

  private String read(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
