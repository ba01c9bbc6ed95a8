package io.pveplan.render.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.automation.TerraformProvider.BPG;
import static io.pveplan.model.automation.TerraformProvider.TELMATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.model.guest.OsType;
import io.pveplan.model.storage.ContentType;
import io.pveplan.render.Bundle;
import io.pveplan.render.Renderers;
import io.pveplan.render.guest.CloudInitCases.Ground;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guests with VMIDs that MAC addresses have no room for. */
class CardsWithoutMacTest {

  private static final String WHY =
      "network-config finds a card by its MAC address, and this one has none: VMIDs above 524287"
          + " have no room in one. ";

  private static ResolvedPlan plan(BiConsumer<ClusterSpec, Ground> block) {
    return ResolvedPlan.of(cluster("lab", c -> {
      Ground ground = CloudInitCases.ground(c);
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.content(ContentType.SNIPPETS));
      block.accept(c, ground);
    }));
  }

  private static ResolvedPlan templateAndClone() {
    return plan((c, ground) -> {
      var golden = c.template(
          600001,
          "golden",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .nic("vmbr0")
              .cloudInit(s -> s.user("ops").packages("nginx")));
      c.vm(
          102,
          "web",
          v -> v.node(ground.node()).cloneOf(golden).nic("vmbr0").cloudInit(s -> s.user("ops")));
    });
  }

  private static ResolvedPlan ofTerraform(TerraformProvider provider) {
    return plan((c, ground) -> {
      c.vm(
          600000,
          "big",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .nic("vmbr0")
              .cloudInit(s -> s.user("ops").packages("nginx")));
      c.terraform(t -> t.providers(provider));
    });
  }

  private static ResolvedPlan alone(boolean withNode) {
    return plan((c, ground) -> c.vm(600000, "big", v -> {
      v.disk(ground.disks(), gib(8))
          .nic("vmbr0", b -> b.mac("bc:24:11:00:00:01"))
          .nic("vmbr0")
          .cloudInit(
              s -> s.user("ops").packages("nginx").address(1, ground.guests().host(9)));
      if (withNode) {
        v.node(ground.node());
      }
    }));
  }

  /** Every snippet that a guest is told of, here or there. */
  private static List<String> named(Map<String, String> files) {
    return lines(files, "cicustom|vendor_data_file_id")
        .flatMap(line -> Stream.of(line.split("[ =,\"]")))
        .filter(word -> word.contains(":snippets/"))
        .distinct()
        .toList();
  }

  private static List<String> placed(Map<String, String> files) {
    return lines(files, "^place [0-9].*").toList();
  }

  private static Stream<String> lines(Map<String, String> files, String pattern) {
    return files.entrySet().stream()
        .filter(it -> it.getKey().endsWith(".sh") || it.getKey().endsWith(".tf"))
        .flatMap(it -> it.getValue().lines())
        .filter(line -> line.matches(".*(" + pattern + ").*"));
  }

  private static List<String> documents(Map<String, String> files) {
    return files.keySet().stream().filter(it -> it.startsWith("cloud-init/")).toList();
  }

  private static List<String> gaps(Bundle bundle) {
    return bundle.gaps().stream()
        .filter(it -> it.renderer().equals("cloud-init"))
        .map(it -> (it.byHand() ? "by hand " : "") + it.at() + ": " + it.sentence())
        .toList();
  }

  @Test
  void the_vendor_data_of_a_template_is_there_for_its_clones() {
    Bundle bundle = Renderers.standard().render(templateAndClone());
    Map<String, String> files = bundle.toMap();

    assertThat(documents(files))
        .containsExactlyInAnyOrder(
            "cloud-init/102-web/meta-data",
            "cloud-init/102-web/network-config",
            "cloud-init/102-web/user-data",
            "cloud-init/600001-golden/user-data",
            "cloud-init/600001-golden/vendor-data");
    assertThat(placed(files))
        .containsExactlyInAnyOrder(
            "place 102-web user-data",
            "place 102-web network-config",
            "place 102-web meta-data",
            "place 600001-golden vendor-data");
    assertThat(named(files))
        .containsExactlyInAnyOrder(
            "nas:snippets/102-web-user-data.yaml",
            "nas:snippets/102-web-network-config.yaml",
            "nas:snippets/102-web-meta-data.yaml",
            "nas:snippets/600001-golden-vendor-data.yaml");
    assertThat(gaps(bundle)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_guest_of_terraform_has_its_vendor_data(TerraformProvider provider) {
    Bundle bundle = Renderers.standard().render(ofTerraform(provider));
    Map<String, String> files = bundle.toMap();

    assertThat(documents(files))
        .containsExactlyInAnyOrder(
            "cloud-init/600000-big/user-data", "cloud-init/600000-big/vendor-data");
    assertThat(named(files)).containsExactly("nas:snippets/600000-big-vendor-data.yaml");
    assertThat(placed(files))
        .isEqualTo(provider == TELMATE ? List.of("place 600000-big vendor-data") : List.of());
    assertThat(files.values().stream()
            .anyMatch(it -> it.contains("file_name = \"600000-big-vendor-data.yaml\"")))
        .isEqualTo(provider == BPG);
    assertThat(gaps(bundle)).isEmpty();
  }

  @Test
  void a_guest_of_a_script_has_its_user_data() {
    Bundle bundle = Renderers.standard().render(alone(true));
    Map<String, String> files = bundle.toMap();

    assertThat(documents(files)).containsExactly("cloud-init/600000-big/user-data");
    assertThat(placed(files)).containsExactly("place 600000-big user-data");
    assertThat(named(files)).containsExactly("nas:snippets/600000-big-user-data.yaml");
    assertThat(lines(files, "--ipconfig").map(String::strip))
        .containsExactly("--ipconfig0 ip=dhcp \\", "--ipconfig1 ip=10.0.1.9/24 \\");
    assertThat(gaps(bundle))
        .containsExactly("guest/600000/net1: Not written: " + WHY
            + "Proxmox VE makes it of the settings that the script gives the guest.");
  }

  @Test
  void a_guest_that_nobody_makes_asks_for_a_mac_address() {
    Bundle bundle = Renderers.standard().render(alone(false));

    assertThat(documents(bundle.toMap())).containsExactly("cloud-init/600000-big/user-data");
    assertThat(gaps(bundle))
        .containsExactly("by hand guest/600000/net1: " + WHY + "Give it a MAC address.");
  }

  @Test
  void windows_and_a_network_config_of_ones_own_need_no_mac_address() {
    assertThat(gaps(Renderers.standard().render(plan((c, ground) -> {
          var local = c.storage(dir("here", "/srv"), s -> s.content(ContentType.SNIPPETS));
          c.vm(
              600000,
              "win",
              v -> v.node(ground.node())
                  .ostype(OsType.WIN11)
                  .disk(ground.disks(), gib(64))
                  .nic("vmbr0")
                  .cloudInit(s -> s.user("ops")));
          c.vm(
              600001,
              "own",
              v -> v.node(ground.node())
                  .disk(ground.disks(), gib(8))
                  .nic("vmbr0")
                  .cloudInit(s -> s.user("ops").networkConfig(local, "net.yaml")));
        }))))
        .isEmpty();
  }
}
