/** What a plan is: values, JSON and YAML, the resolved view. */
module io.pveplan.model {
  requires com.fasterxml.jackson.annotation;
  requires inet.ipaddr;
  requires static org.immutables.value.annotations;
  requires static transitive org.jspecify;
  requires org.snakeyaml.engine;
  requires tools.jackson.databind;
  requires tools.jackson.dataformat.yaml;

  // The plan, its resolved view, its written form
  exports io.pveplan.model;
  exports io.pveplan.model.json;

  // What a plan consists of, by subject
  exports io.pveplan.model.access;
  exports io.pveplan.model.automation;
  exports io.pveplan.model.backup;
  exports io.pveplan.model.ceph;
  exports io.pveplan.model.cluster;
  exports io.pveplan.model.guest;
  exports io.pveplan.model.ha;
  exports io.pveplan.model.hardware;
  exports io.pveplan.model.network;
  exports io.pveplan.model.sdn;
  exports io.pveplan.model.storage;
  exports io.pveplan.model.time;
  exports io.pveplan.model.unit;

  // Jackson reads and writes the types above
  opens io.pveplan.model to
      tools.jackson.databind;
  opens io.pveplan.model.access to
      tools.jackson.databind;
  opens io.pveplan.model.automation to
      tools.jackson.databind;
  opens io.pveplan.model.backup to
      tools.jackson.databind;
  opens io.pveplan.model.ceph to
      tools.jackson.databind;
  opens io.pveplan.model.cluster to
      tools.jackson.databind;
  opens io.pveplan.model.guest to
      tools.jackson.databind;
  opens io.pveplan.model.ha to
      tools.jackson.databind;
  opens io.pveplan.model.hardware to
      tools.jackson.databind;
  opens io.pveplan.model.network to
      tools.jackson.databind;
  opens io.pveplan.model.sdn to
      tools.jackson.databind;
  opens io.pveplan.model.storage to
      tools.jackson.databind;
  opens io.pveplan.model.time to
      tools.jackson.databind;
  opens io.pveplan.model.unit to
      tools.jackson.databind;
}
