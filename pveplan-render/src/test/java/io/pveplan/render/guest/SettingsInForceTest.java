package io.pveplan.render.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsInForceTest {

  private final ResolvedPlan plan = GuestCases.ALL.get("clones");
  private final SettingsInForce settings = new SettingsInForce(plan, CloudInitDocuments.of(plan));

  private Vm vm(int vmid) {
    return (Vm) plan.guest(Vmid.of(vmid)).orElseThrow();
  }

  @Test
  void a_template_that_is_a_clone_has_the_cloud_init_settings_of_its_own_template() {
    assertThat(settings.own(vm(902))).doesNotContainKeys("ciuser", "sshkeys");
    assertThat(settings.ofTemplate(vm(902)))
        .containsEntry("ciuser", "debian")
        .containsEntry("sshkeys", "/dev/stdin")
        .doesNotContainKeys("description", "tags");
  }

  @Test
  void what_only_the_template_has_is_surplus() {
    Map<String, String> own = settings.own(vm(210));

    assertThat(settings.surplus(vm(210), own, vm(900)))
        .containsExactly("description", "tags", "sshkeys");
  }

  @Test
  void clones_are_compared_with_one_look_at_their_template() {
    assertThat(settings.ofTemplate(vm(900))).isSameAs(settings.ofTemplate(vm(900)));
  }
}
