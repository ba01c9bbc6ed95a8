/** What a plan is: values, JSON and YAML, the resolved view. */
module io.pveplan.model {
  requires com.fasterxml.jackson.annotation;
  requires inet.ipaddr;
  requires static org.immutables.value.annotations;
  requires static transitive org.jspecify;
  requires tools.jackson.databind;

  // The plan and its resolved view
  exports io.pveplan.model;

  // What a plan consists of, by subject
  exports io.pveplan.model.access;
  exports io.pveplan.model.guest;
  exports io.pveplan.model.network;
  exports io.pveplan.model.time;
  exports io.pveplan.model.unit;
}
