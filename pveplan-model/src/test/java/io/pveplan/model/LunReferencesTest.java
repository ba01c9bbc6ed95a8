package io.pveplan.model;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.json.PlanFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LunReferencesTest {

  private static final String PLAN = """
      {"name": "prod",
       "storages": [
         {"kind": "iscsi", "id": "san-a", "target": "iqn.2024-02.example:a", "portals": ["10.0.0.5"],
          "luns": [{"number": 1, "wwid": "35000c50015ea71a1", "alias": "one"},
                   {"number": 2, "wwid": "35000c50015ea71a2"}, {"number": 3}]},
         {"kind": "iscsi", "id": "san-b", "target": "iqn.2024-02.example:b", "portals": ["10.0.1.5"],
          "luns": [{"number": 1, "wwid": "35000c50015ea71a1", "alias": "one"}]},
         {"kind": "nfs", "id": "nas", "server": "10.0.0.6", "export": "/srv"},
         {"kind": "lvm", "id": "lvm-a", "vgname": "vg_a", "luns": [{"storage": "san-a", "number": 1}]},
         {"kind": "lvm", "id": "lvm-b", "vgname": "vg_b", "luns": [{"storage": "san-a", "number": 2}]}
       ]}
      """;

  @Test
  void a_lun_may_be_offered_by_two_targets() {
    assertThat(problems(PLAN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "san-a", "number": 2} | "sam", "number": 2} | there is no storage "sam"
      "san-a", "number": 2} | "san-a", "number": 4} | there is no LUN of san-a "4"
      "san-a", "number": 2} | "nas", "number": 2} | storage nas is of type nfs and has no LUNs
      "san-a", "number": 2} | "san-a", "number": 1} | LUN 1 of san-a is in volume group vg_a already
      "san-a", "number": 2} | "san-b", "number": 1} | LUN 1 of san-b is in volume group vg_a already
      "san-a", "number": 2} | "san-a", "number": 3} | ''
      "alias": "one"}] | "alias": "two"}] | LUN 1 has another alias here than at another target: WWID 35000c50015ea71a1
      71a1", "alias": "one"}] | 71a9", "alias": "one"}] | two LUNs have the alias one: WWIDs 35000c50015ea71a1 and 35000c50015ea71a9
      """)
  void what_can_not_be_is_refused(String instead, String of, String message) {
    assertThat(PLAN).contains(instead);

    assertThat(problems(PLAN.replace(instead, of))).isEqualTo(message);
  }

  @Test
  void two_nodes_with_one_initiator_are_refused() {
    assertThat(problems("""
            {"name": "prod", "nodes": [
              {"name": "pve1", "initiator": "iqn.1993-08.org.debian:01:a"},
              {"name": "pve2", "initiator": "iqn.1993-08.org.debian:01:a"}]}
            """)).isEqualTo("there are two nodes with this initiator name");
  }

  private static String problems(String plan) {
    try {
      PlanFormat.JSON.read(plan);
      return "";
    } catch (PlanDefinitionException refused) {
      return Stream.of(refused.problems())
          .flatMap(it -> it.stream())
          .map(problem -> problem.message().replaceFirst("^[a-z-]+/[a-z0-9-]+: ", ""))
          .collect(joining("; "));
    }
  }
}
