package io.pveplan.rules.failure;

import io.pveplan.model.guest.Guest;
import io.pveplan.model.hardware.HostMemory;

/**
 * What guests ask of a node.
 *
 * @param memory bytes at most
 * @param minimum bytes that can not be taken back: a machine keeps its balloon, or all it has without one; a
 *     container has a limit, and reserves nothing
 * @param vcpus virtual CPUs; a container without a limit counts as none
 */
record Burden(long memory, long minimum, int vcpus) {

  static final Burden NONE = new Burden(0, 0, 0);

  static Burden of(Guest guest) {
    int vcpus = (int) HaFacts.demand(guest).cpus();
    return new Burden(
        HostMemory.atMost(guest).bytes(), HostMemory.atLeast(guest).bytes(), vcpus);
  }

  static Burden ofHost(long memory) {
    return new Burden(memory, memory, 0);
  }

  Burden plus(Burden other) {
    return new Burden(memory + other.memory, minimum + other.minimum, vcpus + other.vcpus);
  }

  Burden minus(Burden other) {
    return new Burden(memory - other.memory, minimum - other.minimum, vcpus - other.vcpus);
  }
}
