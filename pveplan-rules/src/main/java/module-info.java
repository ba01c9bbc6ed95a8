/** What can be said of a plan: rules, findings, reports. */
module io.pveplan.rules {
  requires transitive io.pveplan.model;
  requires static transitive org.jspecify;
  requires tools.jackson.databind;
}
