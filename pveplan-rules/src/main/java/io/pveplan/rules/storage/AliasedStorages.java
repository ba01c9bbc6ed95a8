package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reports a storage that is another one by a second name. */
@RuleInfo(
    id = "LOC-009",
    severity = Severity.WARNING,
    summary = "Two storages are one and the same place",
    why = """
        Two storage IDs for one pool, directory or export show every volume twice. A migration \
        of a guest with volumes on both ends with an error, and what is removed on one is gone \
        on the other.""",
    remedy = "Keep one of the two, or give each a dataset, directory or export of its own.",
    sources = {
      "pve-docs: pvesm.adoc, Storage Pools",
      "qemu-server: src/PVE/QemuMigrate.pm, aliased volumes"
    },
    since = "0.1")
final class AliasedStorages implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<String, List<Storage>> byPlace = new HashMap<>();
    for (Storage storage : plan.storages()) {
      StoragePlace.of(storage).ifPresent(place -> {
        findings.looksAt(storage.path());
        List<Storage> here = byPlace.computeIfAbsent(place, key -> new ArrayList<>());
        here.stream()
            .filter(other -> together(storage, other, plan))
            .findFirst()
            .ifPresent(other -> report(storage, other, place, findings));
        here.add(storage);
      });
    }
  }

  private static boolean together(Storage one, Storage other, ResolvedPlan plan) {
    return !Collections.disjoint(plan.reach().nodesOf(one.id()), plan.reach().nodesOf(other.id()))
        && plan.reach().content(one).stream()
            .filter(content -> content != ContentType.NONE)
            .anyMatch(plan.reach().content(other)::contains);
  }

  private static void report(Storage storage, Storage other, String place, Findings findings) {
    findings
        .on(storage.path())
        .says("storages %s and %s are both %s", other.id(), storage.id(), place)
        .because("storages", List.of(other.id(), storage.id()))
        .because("place", place)
        .declaredAt(storage.declaredAt());
  }
}
