/** What can be said of a plan: rules, findings, reports. */
module io.pveplan.rules {
  requires transitive io.pveplan.model;
  requires static transitive org.jspecify;
  requires org.snakeyaml.engine;
  requires tools.jackson.databind;
  requires tools.jackson.dataformat.yaml;

  // The contract, the rule book, the report
  exports io.pveplan.rules;

  // The forms a report is written in
  exports io.pveplan.rules.report;

  // The rules by subject
  exports io.pveplan.rules.automation;
  exports io.pveplan.rules.backup;
  exports io.pveplan.rules.capacity;
  exports io.pveplan.rules.ceph;
  exports io.pveplan.rules.cluster;
  exports io.pveplan.rules.guest;
  exports io.pveplan.rules.ha;
  exports io.pveplan.rules.hardware;
  exports io.pveplan.rules.network;
  exports io.pveplan.rules.sdn;
  exports io.pveplan.rules.storage;

  // Which guest can be moved to which node
  exports io.pveplan.rules.migration;

  // What becomes of the guests when something fails
  exports io.pveplan.rules.failure;
  exports io.pveplan.rules.failure.report;

  // Rules that are written as sentences
  exports io.pveplan.rules.fluent;

  // How a rule book is set up, and what it accepts
  exports io.pveplan.rules.baseline;
  exports io.pveplan.rules.settings;
  exports io.pveplan.rules.waiver;

  // The kit for authors of rules
  exports io.pveplan.rules.testing;

  // Jackson reads the records the JSON and SARIF reports are made of
  opens io.pveplan.rules.failure.report to
      tools.jackson.databind;
  opens io.pveplan.rules.report to
      tools.jackson.databind;

  uses io.pveplan.rules.RulePack;

  provides io.pveplan.rules.RulePack with
      io.pveplan.rules.automation.AutomationRules,
      io.pveplan.rules.backup.BackupRules,
      io.pveplan.rules.capacity.CapacityRules,
      io.pveplan.rules.ceph.CephRules,
      io.pveplan.rules.cluster.ClusterRules,
      io.pveplan.rules.guest.GuestRules,
      io.pveplan.rules.ha.HaRules,
      io.pveplan.rules.hardware.HardwareRules,
      io.pveplan.rules.network.NetworkRules,
      io.pveplan.rules.sdn.SdnRules,
      io.pveplan.rules.storage.StorageRules,
      io.pveplan.rules.waiver.WaiverRules;
}
