package io.pveplan.model.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.HaState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagedByHaTest {

  private static final Vmid APP = Vmid.of(200);

  @ParameterizedTest
  @CsvSource({"STARTED, true", "STOPPED, true", "DISABLED, true", "IGNORED, false"})
  void an_ignored_resource_counts_as_not_managed(HaState state, boolean managed) {
    HaResource resource = HaResource.builder().guest(APP).state(state).build();
    ClusterPlan plan = ClusterPlan.builder()
        .name("lab")
        .ha(Ha.builder().addResource(resource).build())
        .build();

    assertThat(Placement.of(plan).managedByHa(APP)).isEqualTo(managed);
  }

  @Test
  void a_guest_that_is_no_resource_is_not_managed() {
    Placement placement = Placement.of(ClusterPlan.builder().name("lab").build());

    assertThat(placement.managedByHa(APP)).isFalse();
  }
}
