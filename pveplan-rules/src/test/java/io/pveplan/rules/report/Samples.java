package io.pveplan.rules.report;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.lacp;
import static io.pveplan.dsl.Pveplan.nfs;
import static io.pveplan.model.Traffic.COROSYNC;
import static io.pveplan.model.Traffic.GUEST;
import static io.pveplan.model.Traffic.MANAGEMENT;
import static io.pveplan.rules.Severity.ERROR;
import static io.pveplan.rules.Severity.INFO;
import static io.pveplan.rules.Severity.WARNING;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Report;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.RuleDescription;
import io.pveplan.rules.Severity;
import io.pveplan.rules.baseline.Baseline;
import io.pveplan.rules.waiver.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Reports with everything in them, with nothing, and with names that try to break out. */
final class Samples {

  private static final ClusterPlan PLAN = planned();

  private Samples() {}

  static ClusterPlan plan() {
    return PLAN;
  }

  private static ClusterPlan planned() {
    return cluster("prod", c -> {
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
      var ring = c.network("ring", "10.20.1.0/24", net -> net.carries(COROSYNC));
      var guests = c.network("guests", net -> net.carries(GUEST).vlans(100, 199));
      var nodes = c.nodes(
          List.of(11, 12),
          number -> "pve" + number,
          (n, number) -> n.nic("eno1", ring.host(number))
              .bridge("vmbr0", b -> b.over("eno2").address(mgmt.host(number)))
              .bridge(
                  "vmbr1",
                  b -> b.over(lacp("bond0", "eno3", "eno4")).vlanAware().carries(guests)));
      c.corosync(k -> k.link(0, ring, 20).link(1, mgmt, 10));
      var nas = c.storage(nfs("nas", "10.20.0.5", "/export/vm"), s -> {});
      for (int vmid = 200; vmid < 212; vmid++) {
        c.vm(vmid, "web" + vmid, v -> v.node(nodes.get(0)).disk(nas, gib(32)).nic("vmbr1"));
      }
    });
  }

  /** Every outcome, every severity, changes in the rule book, an accepted finding. */
  static Contents busy() {
    Report report = RuleBook.empty()
        .with(
            rule("NET-003", ERROR, Samples::slowLink),
            rule("NET-004", WARNING, Samples::singleUplink),
            rule(
                "NODE-007",
                ERROR,
                (plan, findings) -> plan.nodes()
                    .forEach(node -> findings.undecided(node.path(), "power supplies"))),
            rule("NODE-008", WARNING, Samples::memory),
            rule("CEPH-001", ERROR, (plan, findings) -> {}),
            rule(
                "CEPH-002",
                ERROR,
                (plan, findings) -> findings.notApplicable("the plan has no Ceph {0} & <none>")),
            rule("CLU-002", WARNING, (plan, findings) -> findings.looksAt(PlanPath.of("cluster"))),
            rule("CLU-009", INFO, (plan, findings) -> {}))
        .severity("NET-004", INFO, "the lab has one switch")
        .without("CLU-009")
        .baseline(new Baseline(
            new TreeSet<>(Set.of("NET-004[node/pve10/vmbr|0]", "NODE-008[node/pve10]"))))
        .check(plan());
    return new Contents(report, List.of(accepted()));
  }

  private static SuppressedFinding accepted() {
    Report report = RuleBook.empty()
        .with(rule(
            "CLU-002",
            WARNING,
            (plan, findings) -> findings
                .on(PlanPath.of("cluster"))
                .says("two nodes and no QDevice: the loss of one stops the other")))
        .check(plan());
    return new SuppressedFinding(
        report.findings().get(0),
        Optional.of(waiver("CLU-002[cluster]", "a QDevice is ordered", "netops")));
  }

  static Contents empty() {
    return Contents.of(RuleBook.empty().check(ClusterPlan.builder().name("lab").build()));
  }

  /** Whatever a text can hold, in every place that takes text. */
  static Contents hostile(String text) {
    PlanPath subject = PlanPath.of("guest", text);
    Rule rule = rule("ACME-001", ERROR, (plan, findings) -> {
      findings
          .on(subject)
          .says("guest %s is broken", text)
          .because("name", text)
          .because("names", List.of(text, Map.of("also", text)))
          .remedy("Rename %s", text)
          .declaredAt(new Origin("com.acme." + text, text, 7));
      findings.undecided(PlanPath.of("guest", "b", text), "age of " + text);
    });
    Report report =
        RuleBook.empty().with(rule).severity("ACME-001", WARNING, "for " + text).check(plan());
    return new Contents(
        report,
        List.of(new SuppressedFinding(
            report.findings().get(0),
            Optional.of(waiver("ACME-001[guest", "because " + text, "owner " + text)))));
  }

  private static Waiver waiver(String key, String reason, String owner) {
    return new Waiver(
        key,
        reason,
        owner,
        LocalDate.of(2027, 1, 31),
        Optional.of("OPS-311"),
        Optional.of(new Origin("", "conf/waivers.yaml", 3)));
  }

  /** The form whose file has this extension. */
  static String write(Contents contents, String extension) {
    return switch (extension) {
      case "txt" -> ReportFormat.TEXT.write(contents);
      case "json" -> ReportFormat.JSON.write(contents);
      case "sarif" ->
        ReportFormat.SARIF
            .sourceRoot("src/main/java")
            .planFile("plans/prod.yaml")
            .write(contents);
      case "xml" -> ReportFormat.JUNIT_XML.write(contents);
      case "md" -> new MarkdownReport().write(contents);
      case "html" -> new HtmlReport().write(contents);
      default -> throw new IllegalArgumentException(extension);
    };
  }

  static Rule rule(String id, Severity severity, BiConsumer<ResolvedPlan, Findings> check) {
    return rule(
        new RuleDescription(
            id,
            severity,
            "Something is the case",
            "It breaks when it is needed.",
            "Repair it.",
            List.of("pve-docs: pvecm.adoc", "own judgement"),
            "0.1"),
        check);
  }

  static Rule rule(RuleDescription description, BiConsumer<ResolvedPlan, Findings> check) {
    return new Rule() {
      @Override
      public void check(ResolvedPlan plan, Findings findings) {
        check.accept(plan, findings);
      }

      @Override
      public RuleDescription description() {
        return description;
      }
    };
  }

  private static void slowLink(ResolvedPlan plan, Findings findings) {
    findings.looksAt(PlanPath.of("corosync", "link1"));
    findings
        .on(PlanPath.of("corosync", "link0"))
        .says("link0 takes 7.0 ms, Corosync stands 5 ms between the farthest nodes")
        .because("roundTripMillis", 7)
        .because("networks", List.of("mgmt", "ring"))
        .because("farthest", new TreeMap<>(Map.of("from", "pve11", "to", "pve12")))
        .remedy("Put the nodes into one LAN: {0} and <all> of | them, with [link](1).")
        .declaredAt(new Origin("com.acme.ProdCluster$Rings", "ProdCluster.java", 31));
  }

  private static void singleUplink(ResolvedPlan plan, Findings findings) {
    plan.nodes()
        .forEach(node -> findings
            .on(node.path().child("vmbr0"))
            .says("bridge vmbr0 of %s has one uplink", node.name())
            .declaredAt(new Origin("com.acme.ProdCluster", "ProdCluster.java", 27)));
  }

  private static void memory(ResolvedPlan plan, Findings findings) {
    findings.undecided(PlanPath.of("node", "pve12"), "installed memory");
    findings.on(PlanPath.of("node", "pve11")).says("guests of pve11 need more memory than it has");
  }
}
