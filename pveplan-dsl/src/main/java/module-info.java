/** How a plan is written: the fluent builder. */
module io.pveplan.dsl {
  requires transitive io.pveplan.model;
  requires static transitive org.jspecify;

  exports io.pveplan.dsl;
}
