package io.pveplan.dsl.use;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.PlanDefinitionException;
import org.junit.jupiter.api.Test;

class BadInputTest {

  @Test
  void everything_is_told_at_once_and_nothing_twice() {
    assertThatThrownBy(BadInput::plan)
        .isInstanceOf(PlanDefinitionException.class)
        .hasMessage("""
            the plan can not exist, 13 problems:
              cluster: "sixteen-letters-" is not a cluster name: it has 16 characters, at \
            most 15 are allowed [CLU-001]  (BadInput.java:19)
                  Use at most 15 letters, digits and inner dashes, for example prod.
              network/ring/subnet: 10.0.1.1/24 is not a subnet: it has host bits  (BadInput.java:21)
                  Write 10.0.1.0/24 for the network that holds 10.0.1.1.
              network/la\\nb: "la\\nb" is not a name  (BadInput.java:22)
                  Use at most 40 letters, digits, dots, dashes and underscores, a letter or \
            digit first.
              node/pve1/vmbr0/addresses: address 10.0.9.11 is not in network mgmt \
            (10.0.0.0/24)  (BadInput.java:27)
                  Take an address of 10.0.0.0/24, or name another network.
              node/pve1/bond0/slaves: bond0 has slave eno3 twice [NET-005]  (BadInput.java:28)
                  Name each NIC once.
              node/pve1/eno1/addresses: host 300 of 10.0.0.0/24 is outside the subnet  (BadInput.java:30)
                  Use a number from 1 to 254.
              node/pve$(id): "pve$(id)" is not a node name [NODE-001]  (BadInput.java:31)
                  Use at most 63 letters, digits and inner dashes, not digits only, for \
            example pve1.
              storage/na"s: "na"s" is not a storage id [LOC-001]  (BadInput.java:35)
                  Use 2 or more letters, digits, dots, dashes and underscores, a letter \
            first, a letter or digit last, for example local-zfs.
              guest/99: 99 is not a VMID [GST-001]  (BadInput.java:37)
                  Use a number from 100 to 999999999.
              guest/200: "${x}" is not a guest name: it has the character "$" [GST-004]  (BadInput.java:38)
                  Use letters, digits, inner dashes and dots, for example web01.
              guest/201/net0/tag: 4095 is not a VLAN tag [NET-014]  (BadInput.java:39)
                  Use a tag from 1 to 4094.
              node/pve1: there are two nodes with this name [NODE-003]  (BadInput.java:30)
                  Give each node its own name.
              guest/202/scsi0: there is no storage "nope"  (BadInput.java:40)
                  Declare it, or name one of: local.""");
  }
}
