package io.pveplan.rules.fluent;

import static io.pveplan.dsl.Pveplan.gbit;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.meters;
import static io.pveplan.rules.Severity.WARNING;
import static io.pveplan.rules.fluent.BackupTerms.*;
import static io.pveplan.rules.fluent.CablingTerms.*;
import static io.pveplan.rules.fluent.CephTerms.*;
import static io.pveplan.rules.fluent.ClusterTerms.*;
import static io.pveplan.rules.fluent.Comparison.*;
import static io.pveplan.rules.fluent.Conditions.*;
import static io.pveplan.rules.fluent.DeviceTerms.*;
import static io.pveplan.rules.fluent.FluentRule.rule;
import static io.pveplan.rules.fluent.GuestTerms.*;
import static io.pveplan.rules.fluent.HaTerms.*;
import static io.pveplan.rules.fluent.HardwareTerms.*;
import static io.pveplan.rules.fluent.NetworkTerms.*;
import static io.pveplan.rules.fluent.SdnTerms.*;
import static io.pveplan.rules.fluent.StorageTerms.*;

import io.pveplan.rules.Rule;
import java.util.List;

/** The samples in the Javadoc of the words for rules, as they are there. */
final class TermsSamples {

  private TermsSamples() {}

  static List<Rule> rules() {
    Rule retention = rule("ACME-011", WARNING)
        .forEach(backupJobs())
        .should(haveRetention().or(have(keepLast(), atLeast(3))))
        .fix("Say how many backups are kept.");
    Rule replicas = rule("ACME-012", WARNING)
        .forEach(cephPools())
        .should(have(replicas(), atLeast(3)))
        .fix("Keep three copies.");
    Rule clock = rule("ACME-013", WARNING)
        .forEach(clusters())
        .should(have(timeServers(), atLeast(2)))
        .fix("Name a second time server.");
    Rule agent = rule("ACME-014", WARNING)
        .forEach(vms())
        .should(useGuestAgent().and(have(guestMemory(), atMost(gib(64)))))
        .fix("Install the agent, and mind the memory.");
    Rule restarts = rule("ACME-015", WARNING)
        .forEach(haResources())
        .should(have(maxRestart(), between(1, 3)))
        .fix("Allow one to three restarts.");
    Rule memory = rule("ACME-016", WARNING)
        .forEach(nodes())
        .should(have(memory(), atLeast(gib(64))).and(have(rack())))
        .fix("Add memory, and name the rack.");
    Rule fast = rule("ACME-017", WARNING)
        .forEach(nics())
        .should(have(speed(), atLeast(gbit(10))))
        .fix("Take a faster NIC.");
    Rule tags = rule("ACME-018", WARNING)
        .forEach(vnets())
        .should(have(vnetTag(), between(100, 199)))
        .fix("Choose a tag of this cluster.");
    Rule heads = rule("ACME-019", WARNING)
        .forEach(storageServers())
        .should(have(heads(), atLeast(2)))
        .fix("Take a server with two heads.");
    Rule sizes = rule("ACME-020", WARNING)
        .forEach(nodes())
        .should(have(rack(), matching("[a-z][0-9]")).and(have(powerSupplies(), exactly(2))))
        .fix("Mend the node.");
    Rule labels = rule("ACME-021", WARNING)
        .forEach(cables())
        .should(have(cableLabel()).and(have(cableLength(), atMost(meters(5)))))
        .fix("Label the cable, and take a shorter one.");
    Rule mapped = rule("ACME-022", WARNING)
        .forEach(guestDevices())
        .should(have(deviceMapping(), matching("[a-z]+")))
        .fix("Map the device.");
    return List.of(
        retention, replicas, clock, agent, restarts, memory, fast, tags, heads, sizes, labels,
        mapped);
  }
}
