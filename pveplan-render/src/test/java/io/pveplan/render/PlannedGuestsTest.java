package io.pveplan.render;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.MANAGEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.ContentType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The runbook tells once who makes a guest, and when. */
class PlannedGuestsTest {

  private interface Guests {
    void add(ClusterSpec c, NodeRef node, StorageRef nas, GuestRef template);
  }

  private static String runbook(Renderers renderers, Guests more) {
    return renderers
        .render(cluster("lab", c -> {
          var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
          var node =
              c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11))));
          var nas = c.storage(
              nfs("nas", "10.0.0.5", "/export"),
              s -> s.content(ContentType.IMAGES, ContentType.IMPORT));
          var template = c.template(
              900,
              "tpl",
              v -> v.node(node).disk(nas, gib(4), p -> p.importFrom(nas, "debian-13.qcow2")));
          more.add(c, node, nas, template);
        }))
        .toMap()
        .get("RUNBOOK.md");
  }

  private static String step(String runbook, String number) {
    int start = runbook.indexOf("## Step " + number + ":");
    return runbook.substring(start, runbook.indexOf("\n## ", start));
  }

  private static List<String> byHand(String runbook) {
    return runbook
        .lines()
        .filter(line -> line.startsWith("- `guest/"))
        .filter(line -> line.contains("`: create "))
        .map(line -> line.substring(0, line.indexOf(':', line.indexOf("`: ") + 3)))
        .toList();
  }

  @Test
  void a_template_that_terraform_makes_is_not_made_by_hand() {
    String runbook =
        runbook(Renderers.standard(), (c, node, nas, tpl) -> c.terraform(t -> t.guests(tpl)));

    assertThat(byHand(runbook)).isEmpty();
    assertThat(step(runbook, "23")).contains("| `terraform/bpg/guests/guests.tf` |");
  }

  @Test
  void a_template_that_terraform_is_to_make_waits_for_its_step() {
    String runbook = runbook(
        Renderers.standard().without("terraform").without("guests"),
        (c, node, nas, tpl) -> c.terraform(t -> t.guests(tpl)));

    assertThat(byHand(step(runbook, "22"))).isEmpty();
    assertThat(byHand(step(runbook, "23")))
        .containsExactly("- `guest/900`: create template 900 tpl");
  }

  @Test
  void a_template_that_nobody_makes_is_made_by_hand_before_the_guests() {
    String runbook = runbook(Renderers.standard().without("guests"), (c, node, nas, tpl) -> {});

    assertThat(byHand(step(runbook, "22")))
        .containsExactly("- `guest/900`: create template 900 tpl");
  }

  @Test
  void scripts_clone_what_terraform_made_before_them() {
    String step = step(
        runbook(Renderers.standard(), (c, node, nas, tpl) -> {
          c.vm(200, "web", v -> v.node(node).cloneOf(tpl));
          c.terraform(t -> t.guests(tpl));
        }),
        "23");

    assertThat(byHand(step)).isEmpty();
    assertThat(step)
        .containsSubsequence(
            "| `terraform/bpg/guests/guests.tf` |", "| `nodes/pve1/23-guests.sh` |");
  }

  @Test
  void a_template_and_what_it_is_cloned_from_are_made_by_one_script() {
    ClusterPlan plan = cluster("lab", c -> {
      var node = c.node("pve1", n -> {});
      var nas = c.storage(
          nfs("nas", "10.0.0.5", "/export"),
          s -> s.content(ContentType.IMAGES, ContentType.IMPORT));
      var template = c.template(
          900,
          "tpl",
          v -> v.node(node).disk(nas, gib(4), p -> p.importFrom(nas, "debian-13.qcow2")));
      c.template(901, "second", v -> v.node(node).cloneOf(template));
      c.terraform(t -> t.guests(template));
    });

    assertThat(Bundle.render(plan).toMap().get("nodes/pve1/22-templates.sh").lines())
        .filteredOn(line -> line.startsWith("  qm create ") || line.startsWith("  qm clone "))
        .hasSize(2)
        .satisfiesExactly(
            create -> assertThat(create).startsWith("  qm create 900 "),
            clone -> assertThat(clone).startsWith("  qm clone 900 901 "));
  }

  @Test
  void documents_of_the_planners_own_are_put_in_place_where_guests_read_them() {
    String step = step(
        runbook(Renderers.standard(), (c, node, nas, tpl) -> {
          c.node("pve2", n -> {});
          var local = c.storage(dir("snip", "/srv/snip"), s -> s.content(ContentType.SNIPPETS));
          var shared =
              c.storage(nfs("docs", "10.0.0.6", "/docs"), s -> s.content(ContentType.SNIPPETS));
          c.vm(
              201,
              "a",
              v -> v.node(node)
                  .disk(nas, gib(4))
                  .cloudInit(
                      s -> s.userData(local, "user.yaml").networkConfig(shared, "network.yaml")));
        }),
        "22");

    assertThat(step.lines())
        .filteredOn(line -> line.startsWith("- `snippet/"))
        .containsExactly(
            "- `snippet/docs:snippets/network.yaml`: put `docs:snippets/network.yaml` in place",
            "- `snippet/snip:snippets/user.yaml`: put `snip:snippets/user.yaml` in place on pve1");
  }

  @Test
  void an_image_on_a_storage_of_each_node_tells_the_nodes_that_read_it() {
    String step = step(
        runbook(Renderers.standard(), (c, node, nas, tpl) -> {
          var other = c.node("pve2", n -> {});
          var snip = c.storage(dir("snip", "/srv/snip"), s -> s.content(ContentType.IMPORT));
          c.vm(
              201, "a", v -> v.node(other).disk(nas, gib(4), d -> d.importFrom(snip, "deb.qcow2")));
        }),
        "22");

    assertThat(step.lines())
        .filteredOn(line -> line.startsWith("- `image/"))
        .containsExactly(
            "- `image/nas:import/debian-13.qcow2`: put `nas:import/debian-13.qcow2` in place",
            "- `image/snip:import/deb.qcow2`: put `snip:import/deb.qcow2` in place on pve2");
  }

  @Test
  void systems_that_nothing_brings_are_installed_by_hand_once_their_machines_are_there() {
    String step = step(
        runbook(Renderers.standard(), (c, node, nas, tpl) -> {
          c.vm(200, "web", v -> v.node(node).cloneOf(tpl));
          c.vm(201, "app", v -> v.node(node).disk(nas, gib(4), d -> d.importFrom(nas, "a.qcow2")));
          c.vm(202, "db", v -> v.node(node).disk(nas, gib(80)).agent());
          c.vm(203, "win", v -> v.node(node).disk(nas, gib(80)).iso(nas, "win.iso"));
          c.vm(204, "live", v -> v.node(node).iso(nas, "live.iso"));
        }),
        "23");

    assertThat(step.substring(step.indexOf("| `nodes/pve1/23-guests.sh` |")).lines())
        .filteredOn(line -> line.startsWith("- `operating-system/"))
        .containsExactly(
            "- `operating-system/202`: install the operating system of 202 db, which the plan has no"
                + " image of, with the QEMU guest agent",
            "- `operating-system/203`: install the operating system of 203 win from `nas:iso/win.iso`");
  }
}
