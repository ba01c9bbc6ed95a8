/** What a plan is: values, JSON and YAML, the resolved view. */
module io.pveplan.model {
  requires static org.immutables.value.annotations;
  requires static transitive org.jspecify;
  requires tools.jackson.databind;

  // The plan and its resolved view
  exports io.pveplan.model;
}
