package io.pveplan.dsl;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.PlanProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Declares the guests of a profile, one for each VMID of a range. */
final class Fleet {

  private static final int SHOWN = 3;

  /**
   * A guest to be declared.
   *
   * @param vmid its place in the range
   * @param name profile and number
   * @param number its number
   */
  record Member(int vmid, String name, int number) {}

  private final Definition definition;
  private final VmidRange range;
  private final String profile;
  private final Optional<Origin> line = CallSite.here();

  Fleet(Definition definition, VmidRange range, String profile) {
    this.definition = definition;
    this.range = Objects.requireNonNull(range, "range");
    this.profile = profile;
  }

  List<GuestRef> declare(Consumer<Member> declaration) {
    PlanPath at = PlanPath.of("fleet", profile);
    boolean possible = !definition.isRefused(at, range)
        && definition
            .attempt(
                refused -> Optional.of(PlanProblem.of(at, refused, line)),
                () -> NameFormat.FLEET.require(profile))
            .isPresent();
    List<Integer> taken = taken();
    if (possible && !taken.isEmpty()) {
      definition.refuse(PlanProblem.of(at, overlap(taken), line));
    }
    List<GuestRef> guests = new ArrayList<>();
    for (int vmid = range.first(); vmid <= range.last(); vmid++) {
      guests.add(GuestRef.of(vmid));
      if (!possible) {
        definition.refusedNames.add(new RefusedNames.Name("guest", Integer.toString(vmid)));
      } else if (definition.fleets.at(vmid).isEmpty()) {
        declare(vmid, declaration);
      }
    }
    return List.copyOf(guests);
  }

  private void declare(int vmid, Consumer<Member> declaration) {
    int number = range.numberOf(vmid);
    definition.fleets.member(vmid, profile);
    definition.guestNumber(OptionalInt.of(number));
    try {
      declaration.accept(
          new Member(vmid, profile + String.format(Locale.ROOT, "%02d", number), number));
    } finally {
      definition.guestNumber(OptionalInt.empty());
    }
  }

  private List<Integer> taken() {
    List<Integer> taken = new ArrayList<>();
    for (int vmid = range.first(); vmid <= range.last(); vmid++) {
      if (definition.fleets.at(vmid).isPresent()) {
        taken.add(vmid);
      }
    }
    return taken;
  }

  private InvalidValueException overlap(List<Integer> taken) {
    List<String> guests = taken.stream()
        .limit(SHOWN)
        .map(vmid -> vmid + " of " + definition.fleets.at(vmid).orElseThrow())
        .toList();
    String more = taken.size() > SHOWN ? " and " + (taken.size() - SHOWN) + " more" : "";
    return new InvalidValueException(
        "the VMIDs " + range + " are not free: " + String.join(", ", guests) + more,
        "Take a range without VMIDs of other guests, or several ranges; numberedFrom(..) counts"
            + " on.",
        "GST-002");
  }
}
