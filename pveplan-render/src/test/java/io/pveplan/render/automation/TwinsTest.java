package io.pveplan.render.automation;

import static io.pveplan.dsl.Pveplan.containerTemplate;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.nfs;
import static io.pveplan.dsl.Pveplan.vmProfile;
import static io.pveplan.dsl.Pveplan.vmids;
import static io.pveplan.model.automation.TerraformProvider.TELMATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.render.Artifact;
import io.pveplan.render.Renderer;
import io.pveplan.render.guest.GuestsRenderer;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A guest that Terraform makes is as the one that a script makes of the same plan. */
class TwinsTest {

  private static String scripted(
      Renderer renderer, BiFunction<ClusterSpec, TerraformCases.Ground, List<GuestRef>> guests) {
    return text(renderer, TerraformCases.plan(guests::apply));
  }

  private static String module(
      BiFunction<ClusterSpec, TerraformCases.Ground, List<GuestRef>> guests) {
    return text(new TerraformRenderer(), TerraformCases.plan((c, ground) -> {
      GuestRef[] made = guests.apply(c, ground).toArray(GuestRef[]::new);
      c.terraform(t -> t.guests(made));
    }));
  }

  private static String telmate(
      BiFunction<ClusterSpec, TerraformCases.Ground, List<GuestRef>> guests) {
    return text(new TerraformRenderer(), TerraformCases.plan((c, ground) -> {
      GuestRef[] made = guests.apply(c, ground).toArray(GuestRef[]::new);
      c.terraform(t -> t.providers(TELMATE).guests(made));
    }));
  }

  private static String text(Renderer renderer, ResolvedPlan plan) {
    return renderer.render(plan).artifacts().stream()
        .map(Artifact::content)
        .collect(Collectors.joining("\n"));
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(each -> each.replaceAll("\\s+", " "))
        .toList();
  }

  private static List<GuestRef> box(ClusterSpec c, TerraformCases.Ground ground) {
    return List.of(c.container(
        300,
        "box",
        containerTemplate(ground.nas(), "debian-13.tar.zst"),
        ground.nas(),
        gib(4),
        t -> t.node(ground.node())
            .cores(1)
            .nic("vmbr0")
            .nic("vmbr0")
            .nic("vmbr0")
            .address(1, ground.guests().host(60))));
  }

  @Test
  void a_card_of_a_container_without_addresses_gets_none() {
    assertThat(found("name=eth[0-9]|ip6?=[^, \n]*", scripted(new GuestsRenderer(), TwinsTest::box)))
        .containsExactly("name=eth0", "name=eth1", "ip=10.0.1.60/24", "name=eth2");
    assertThat(found("ip_config \\{[^}]*\\}", module(TwinsTest::box)))
        .containsExactly(
            "ip_config { ipv4 { address = \"manual\" }",
            "ip_config { ipv4 { address = \"10.0.1.60/24\" gateway = \"10.0.1.1\" }");
  }

  private static List<GuestRef> drives(ClusterSpec c, TerraformCases.Ground ground) {
    return c.vms(
        vmids(200, 202),
        vmProfile("web", v -> v.node(ground.node()).disk(ground.nas(), gib(8))),
        (v, number) -> {
          if (number != 2) {
            v.iso(ground.nas(), "debian.iso");
          }
          if (number != 1) {
            v.cloudInit(s -> s.user("ops"));
          }
        });
  }

  @Test
  void an_iso_image_leaves_the_slot_of_the_cloud_init_drive_free() {
    assertThat(found("--ide[0-9] [^ ]*", scripted(new GuestsRenderer(), TwinsTest::drives)))
        .containsExactly(
            "--ide0 nas:iso/debian.iso,media=cdrom",
            "--ide2 nas:cloudinit",
            "--ide2 nas:cloudinit",
            "--ide0 nas:iso/debian.iso,media=cdrom");
    assertThat(found("\"ide[0-9]\"|content \\{\\s+c[a-z]*", telmate(TwinsTest::drives)))
        .containsExactly("\"ide2\"", "content { cloudinit", "\"ide0\"", "content { cdrom");
  }

  private static List<GuestRef> clones(ClusterSpec c, TerraformCases.Ground ground) {
    c.storage(nfs("snip", "10.0.0.6", "/export"), s -> s.content(ContentType.SNIPPETS));
    var template = c.template(
        9000,
        "tpl",
        v -> v.node(ground.node())
            .disk(ground.nas(), gib(8))
            .cloudInit(s -> s.user("ops").packages("nginx")));
    return List.of(
        c.vm(400, "app01", v -> v.node(ground.node()).cloneOf(template)),
        c.vm(
            401, "app02", v -> v.node(ground.node()).cloneOf(template).cloudInit(s -> s.user("z"))),
        c.vm(
            402,
            "app03",
            v -> v.node(ground.node())
                .cloneOf(template)
                .cloudInit(s -> s.user("z").packages("htop"))),
        c.vm(
            403,
            "app04",
            v -> v.node(ground.node())
                .cloneOf(template)
                .cloudInit(s -> s.user("z").metaData(StorageRef.named("snip"), "m.yaml"))));
  }

  @Test
  void a_clone_keeps_the_vendor_data_of_its_template_unless_it_has_its_own() {
    assertThat(found("vendor=snip:[^ ',\"]*", telmate(TwinsTest::clones)))
        .containsExactly(
            "vendor=snip:snippets/9000-tpl-vendor-data.yaml",
            "vendor=snip:snippets/9000-tpl-vendor-data.yaml",
            "vendor=snip:snippets/402-app03-vendor-data.yaml",
            "vendor=snip:snippets/9000-tpl-vendor-data.yaml");
  }

  @Test
  void the_other_provider_names_it_where_documents_of_the_clone_take_the_place_of_all() {
    assertThat(found("[a-z]+_data_file_id += \"[^\"]*\"", module(TwinsTest::clones)))
        .containsExactly(
            "vendor_data_file_id = \"snip:snippets/402-app03-vendor-data.yaml\"",
            "meta_data_file_id = \"snip:snippets/m.yaml\"",
            "vendor_data_file_id = \"snip:snippets/9000-tpl-vendor-data.yaml\"");
  }
}
