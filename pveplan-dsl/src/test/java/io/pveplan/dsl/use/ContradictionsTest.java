package io.pveplan.dsl.use;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.NodeRef;
import io.pveplan.model.automation.TerraformPart;
import io.pveplan.model.automation.TerraformProvider;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Settings that are right alone and do not go together are told with all other mistakes. */
class ContradictionsTest {

  @Test
  void of_terraform_have_the_line_and_hide_nothing() {
    assertThat(Refused.exception(c -> {
          c.node("pve1", n -> {});
          c.vm(99, "bad name!", v -> {});
          var x = c.vm(100, "x", v -> {});
          c.terraform(t -> t.guests(x).withoutGuests());
        }))
        .hasMessage("""
            the plan can not exist, 3 problems:
              guest/99: 99 is not a VMID [GST-001]  (ContradictionsTest.java:19)
                  Use a number from 100 to 999999999.
              guest/99: "bad name!" is not a guest name: it has the character " " [GST-004]  \
            (ContradictionsTest.java:19)
                  Use letters, digits, inner dashes and dots, for example web01.
              terraform/withoutGuests: Terraform is to make no guest, and these: [100]  \
            (ContradictionsTest.java:21)
                  Leave out one of the two.""");
  }

  @Test
  void of_several_blocks_have_the_line_that_sets_it() {
    assertThat(Refused.exception(c -> {
          c.node("pve1", n -> {});
          var x = c.vm(100, "x", v -> {});
          c.terraform(t -> t.providers(TerraformProvider.TELMATE));
          c.terraform(t -> t.guests(x));
          c.terraform(t -> {
            t.manages(TerraformPart.HA);
            t.bpgVersion("0.99.0");
            t.withoutGuests();
          });
          c.terraform(t -> t.importBlocks());
          c.vm(101, "y", v -> v.node(NodeRef.named("pve9")));
        }))
        .hasMessage("""
            the plan can not exist, 4 problems:
              terraform/manages: Terraform is to use Telmate/proxmox alone, which makes nothing \
            but guests  (ContradictionsTest.java:43)
                  Add the provider bpg, or leave it out.
              terraform/withoutGuests: Terraform is to make no guest, and these: [100]  \
            (ContradictionsTest.java:45)
                  Leave out one of the two.
              terraform/bpgVersion: Terraform is to use Telmate/proxmox alone, which makes \
            nothing but guests  (ContradictionsTest.java:44)
                  Add the provider bpg, or leave it out.
              guest/101: there is no node "pve9"  (ContradictionsTest.java:48)
                  Declare it, or name one of: pve1.""");
  }

  @Test
  void no_guests_for_terraform_are_not_all() {
    assertThat(Refused.exception(c -> {
          c.node("pve1", n -> {});
          c.vm(100, "x", v -> {});
          c.terraform(t -> t.guests(List.of()));
          c.terraform(t -> t.guests());
        }))
        .hasMessage("""
            the plan can not exist, 2 problems:
              terraform/guests: there are no guests here for Terraform to make  \
            (ContradictionsTest.java:70)
                  Say withoutGuests() if it is to make none; without guests(..) it makes all \
            machines but the templates.
              terraform/guests: there are no guests here for Terraform to make  \
            (ContradictionsTest.java:71)
                  Say withoutGuests() if it is to make none; without guests(..) it makes all \
            machines but the templates.""");
  }

  @Test
  void a_target_that_ceph_refuses_is_told_with_the_rest() {
    assertThat(Refused.exception(c -> {
          c.node("pve1", n -> {});
          c.ceph(s -> s.osdMemoryTarget(mib(1)));
          c.cephPool("fast", p -> {});
          c.vm(99, "x", v -> {});
        }))
        .hasMessage("""
            the plan can not exist, 2 problems:
              ceph/osdMemoryTarget: memory target 1MiB of an OSD is less than 896MiB  \
            (ContradictionsTest.java:89)
                  Use 4GiB, which is the default, or more.
              guest/99: 99 is not a VMID [GST-001]  (ContradictionsTest.java:91)
                  Use a number from 100 to 999999999.""");
  }
}
