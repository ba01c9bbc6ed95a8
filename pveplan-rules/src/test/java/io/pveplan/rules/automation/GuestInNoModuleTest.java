package io.pveplan.rules.automation;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.automation.TerraformProvider.BPG;
import static io.pveplan.model.automation.TerraformProvider.TELMATE;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GuestInNoModuleTest {

  private static final NodeRef NODE = NodeRef.named("pve1");
  private static final StorageRef LOCAL = StorageRef.named("tank");

  private final RuleVerifier rule = verify(new GuestInNoModule());

  private static ClusterPlan plan(Consumer<ClusterSpec> guests) {
    return cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.storage(zfs("tank", "tank"), s -> {});
      guests.accept(c);
    });
  }

  @Test
  void a_fleet_with_what_the_provider_can_not_express_is_one_finding() {
    int[] line = new int[1];
    ClusterPlan plan = plan(c -> {
      var web = vmProfile(
          "web",
          v -> v.node(NODE)
              .disk(LOCAL, gib(8))
              .cloudInit(s -> s.user("ops").account("deploy", u -> {}).account("watch", u -> {})));
      var fleet = c.vms(vmids(200, 211), web);
      line[0] = new Throwable().getStackTrace()[0].getLineNumber() + 1;
      c.terraform(t -> t.guests(fleet));
    });

    rule.on(plan)
        .reportsExactly("TF-018[guest/200]")
        .withMessageContaining("Terraform does not make web01 (200) and 11 more of profile web:"
            + " its settings know one user, and the list of users that Proxmox VE writes to"
            + " user-data replaces one in vendor-data (bpg)")
        .withRemedyContaining("terraform state rm");
    assertThat(RuleBook.empty().with(new GuestInNoModule()).check(plan).findings())
        .extracting(it -> it.declaredAt().orElseThrow().line())
        .containsExactly(line[0]);
  }

  @Test
  void guests_for_different_reasons_are_findings_of_their_own() {
    rule.on(plan(c -> {
          c.vm(100, "odd", v -> v.node(NODE).disk(LOCAL, mib(1536)));
          c.vm(101, "nowhere", v -> v.disk(LOCAL, mib(1536)));
          c.vm(102, "whole", v -> v.node(NODE).disk(LOCAL, gib(8)));
          c.terraform(t -> {});
        }))
        .reportsExactly("TF-018[guest/100]", "TF-018[guest/101]");
  }

  @Test
  void a_guest_that_lacks_only_a_node_is_left_to_the_rule_about_that() {
    ClusterPlan plan = plan(c -> {
      c.vm(101, "nowhere", v -> v.disk(LOCAL, gib(8)));
      c.terraform(t -> t.providers(BPG, TELMATE));
    });

    rule.on(plan).isNotApplicable();
    assertThat(RuleBook.standard().check(plan).findings())
        .extracting(it -> it.key().toString())
        .contains("GST-035[guest/101]")
        .doesNotContain("TF-018[guest/101]");
  }

  @Test
  void what_no_script_makes_either_is_not_said_to_be_left_to_one() {
    rule.on(plan(c -> {
          var tpl = c.template(900, "tpl", v -> v.node(NODE).disk(LOCAL, gib(8)));
          c.terraform(t -> t.guests(tpl).providers(TELMATE));
        }))
        .reportsExactly("TF-018[guest/900]")
        .withMessageContaining(
            "Terraform does not make tpl (900): the provider makes no templates (telmate)");
  }

  @Test
  void each_provider_has_its_reasons() {
    rule.on(plan(c -> {
          c.vm(100, "wide", v -> v.node(NODE).sockets(17).disk(LOCAL, gib(8)));
          c.terraform(t -> t.providers(BPG, TELMATE));
        }))
        .reportsExactly("TF-018[guest/100]")
        .withMessageContaining("Terraform does not make wide (100): the provider takes at most"
            + " 16 sockets, the guest has 17 (bpg); the provider takes at most 4 sockets, the guest"
            + " has 17 (telmate)");
  }

  @Test
  void what_terraform_makes_passes() {
    rule.on(plan(c -> {
          c.vm(100, "whole", v -> v.node(NODE).disk(LOCAL, gib(8)));
          c.terraform(t -> {});
        }))
        .passes();
  }

  @Test
  void guests_that_the_plan_does_not_give_it_are_not_looked_at() {
    rule.on(plan(c -> {
          c.vm(100, "odd", v -> v.node(NODE).disk(LOCAL, mib(1536)));
          c.terraform(t -> t.withoutGuests());
        }))
        .isNotApplicable();
    rule.on(plan(c -> c.vm(100, "odd", v -> v.node(NODE).disk(LOCAL, mib(1536)))))
        .isNotApplicable();
  }
}
