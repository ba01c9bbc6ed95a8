package io.pveplan.model.guest;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.storage.ContentType;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Something that lies on a storage, and which nodes reach it there.
 *
 * @param subject its place in the plan: {@code guest/200/scsi0}, {@code backup/job/nightly}
 * @param name what it is, as part of a sentence: {@code scsi0 of guest 200 (web01)}
 * @param content what the storage must take to hold it
 * @param storage ID of the storage
 * @param neededOn the nodes that have to reach it: the one of the guest, those of the guests of a
 *     backup job; empty when the plan does not say where they are
 * @param reachedFrom the nodes that do: those of a shared storage, and of any other one just those
 *     of {@code neededOn} that have it, because each node keeps its own there; in the order of the
 *     plan
 * @param declaredAt the line that declared it
 * @since 0.1
 */
public record StoredContent(
    PlanPath subject,
    String name,
    ContentType content,
    String storage,
    Set<String> neededOn,
    Set<String> reachedFrom,
    Optional<Origin> declaredAt) {

  /** Keeps copies that can not be changed. */
  public StoredContent {
    neededOn = Collections.unmodifiableSet(new LinkedHashSet<>(neededOn));
    reachedFrom = Collections.unmodifiableSet(new LinkedHashSet<>(reachedFrom));
  }

  /** The nodes that need it and do not reach it. */
  public Set<String> missingOn() {
    Set<String> missing = new LinkedHashSet<>(neededOn);
    missing.removeAll(reachedFrom);
    return missing;
  }
}
