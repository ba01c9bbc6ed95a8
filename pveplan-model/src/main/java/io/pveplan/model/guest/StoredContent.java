package io.pveplan.model.guest;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.storage.ContentType;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Something that lies on a storage. {@link Contents} tells which nodes reach it.
 *
 * @param subject its place in the plan: {@code guest/200/scsi0}, {@code backup/job/nightly}
 * @param name what it is, as part of a sentence: {@code scsi0 of guest 200 (web01)}
 * @param content what the storage must take to hold it
 * @param storage ID of the storage
 * @param neededOn the nodes that have to reach it: the one of the guest, those of the guests of a
 *     backup job, all on which a guest with snippets may run; empty when the plan does not say
 *     where they are
 * @param copiedWith the guest whose replication jobs copy it; none for what no job can copy, which
 *     is all but volumes of type zfspool (pve-storage, src/PVE/Storage/ZFSPoolPlugin.pm)
 * @param declaredAt the line that declared it
 * @since 0.1
 */
public record StoredContent(
    PlanPath subject,
    String name,
    ContentType content,
    String storage,
    Set<String> neededOn,
    Optional<Vmid> copiedWith,
    Optional<Origin> declaredAt) {

  /** Whether it is a document of cloud-init: rules about those have the better advice. */
  public boolean isCloudInitDocument() {
    return content == ContentType.SNIPPETS && subject.toString().contains("/cloud-init");
  }

  /** Keeps a copy that can not be changed. */
  public StoredContent {
    neededOn = neededOn.size() < 2
        ? Set.copyOf(neededOn)
        : Collections.unmodifiableSet(new LinkedHashSet<>(neededOn));
  }
}
