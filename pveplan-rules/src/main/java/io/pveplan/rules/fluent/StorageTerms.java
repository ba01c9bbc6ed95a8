package io.pveplan.rules.fluent;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.StorageServer;
import io.pveplan.model.time.CalendarEvent;
import io.pveplan.model.unit.DataRate;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * Storages, their servers and replication, in words for rules. Meant to be imported statically.
 *
 * <pre>{@code
 * Rule heads = rule("ACME-019", WARNING)
 *     .forEach(storageServers())
 *     .should(have(heads(), atLeast(2)))
 *     .fix("Take a server with two heads.");
 * }</pre>
 *
 * @since 0.1
 */
public final class StorageTerms {

  private StorageTerms() {}

  /** {@return the storages, those that other parts of the plan bring along included} */
  public static Subjects<Storage> storages() {
    return Subjects.declared(
        "storage", "storages", ResolvedPlan::storages, Storage::path, Storage::id);
  }

  /** {@return the servers that offer storage over the network} */
  public static Subjects<StorageServer> storageServers() {
    return Subjects.declared(
        "storage server",
        "storage servers",
        plan -> plan.plan().storageServers(),
        StorageServer::path,
        StorageServer::name);
  }

  /** {@return the replication jobs} */
  public static Subjects<ReplicationJob> replicationJobs() {
    return Subjects.declared(
        "replication job",
        "replication jobs",
        plan -> plan.plan().replicationJobs(),
        ReplicationJob::path,
        ReplicationJob::id);
  }

  /** {@return type of a storage as in storage.cfg: {@code nfs}, {@code zfspool}} */
  public static Fact<Storage, String> storageType() {
    return Fact.always("a type", Storage::type);
  }

  /** {@return number of nodes that have a storage} */
  public static Fact<Storage, Integer> reachingNodes() {
    return Fact.reckoned(
        "node", "nodes", (storage, plan) -> plan.reach().nodesOf(storage.id()).size());
  }

  /**
   * That a storage takes a kind of content, as it is declared or by default.
   *
   * @param content kind of content
   * @return holds for a storage that takes it
   */
  public static Condition<Storage> storeContent(ContentType content) {
    return Members.have(
        "store content",
        content,
        "stores",
        "content",
        (storage, plan) -> plan.reach().content(storage));
  }

  /** {@return holds for a storage of which all nodes see the same content} */
  public static Condition<Storage> areShared() {
    return Conditions.condition("are shared", Storage::sharedByAllNodes);
  }

  /** {@return holds for a storage that is switched off} */
  public static Condition<Storage> areDisabled() {
    return Conditions.condition("are disabled", Storage::disabled);
  }

  /** {@return number of heads of a storage server} */
  public static Fact<StorageServer, Integer> heads() {
    return Fact.count("head", "heads", StorageServer::heads);
  }

  /** {@return latency of a storage server} */
  public static Fact<StorageServer, Duration> latency() {
    return Fact.said("a latency", StorageServer::latency);
  }

  /** {@return number of addresses of a storage server} */
  public static Fact<StorageServer, Integer> serverAddresses() {
    return Fact.count(
        "address", "addresses", server -> OptionalInt.of(server.addresses().size()));
  }

  /** {@return holds for a storage server with a device for its log} */
  public static Condition<StorageServer> haveLogDevice() {
    return Conditions.condition("have a log device", StorageServer::logDevice);
  }

  /** {@return limit of the rate of a replication job} */
  public static Fact<ReplicationJob, DataRate> replicationRate() {
    return Fact.said("a rate limit", ReplicationJob::rate);
  }

  /** {@return schedule of a replication job, as the plan says or as filled in} */
  public static Fact<ReplicationJob, CalendarEvent> replicationSchedule() {
    return Fact.said("a schedule", ReplicationJob::schedule);
  }

  /** {@return node a replication job copies to} */
  public static Fact<ReplicationJob, String> replicationTarget() {
    return Fact.always("a target", ReplicationJob::target);
  }

  /** {@return holds for a replication job that is switched off} */
  public static Condition<ReplicationJob> areDisabledReplications() {
    return Conditions.condition("are disabled", ReplicationJob::disabled);
  }
}
