package io.pveplan.dsl;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.PlanProblem;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32;

/** VMIDs of guests that name none: each from the name of its guest and nothing else. */
final class VmidsByName {

  private final Definition definition;
  private Optional<VmidRange> range = Optional.empty();

  VmidsByName(Definition definition) {
    this.definition = definition;
  }

  void reserve(VmidRange reserved) {
    range = Optional.of(reserved);
  }

  /** The VMID of a guest; nothing, and a problem noted, if it can have none. */
  OptionalInt of(String name) {
    Objects.requireNonNull(name, "name");
    Optional<Origin> line = CallSite.here();
    PlanPath at = PlanPath.of("guest", name);
    if (range.isEmpty()) {
      return refused(
          at,
          line,
          "guest " + name + " has no VMID",
          "Give it one, or reserve a range for those without, before them:"
              + " c.vmidsByName(vmids(100_000, 199_999)).",
          "GST-001");
    }
    if (definition.isRefused(at, range.get())) {
      return OptionalInt.empty();
    }
    int vmid = range.get().first() + (int) (hash(name) % range.get().size());
    Optional<FleetNames.Taken> other = definition.fleets.at(vmid);
    return other.isEmpty()
        ? OptionalInt.of(vmid)
        : refused(
            at,
            line,
            "VMID " + vmid + " that guest " + name + " gets by its name is that of " + other.get(),
            "Give " + name + " a VMID of its own; others stay as they are.",
            "GST-002");
  }

  private OptionalInt refused(
      PlanPath at, Optional<Origin> line, String message, String advice, String rule) {
    definition.refuse(PlanProblem.of(at, new InvalidValueException(message, advice, rule), line));
    return OptionalInt.empty();
  }

  // DNS names are the same in any case.
  private static long hash(String name) {
    CRC32 crc = new CRC32();
    crc.update(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }
}
