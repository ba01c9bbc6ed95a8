/** Programs somebody would run. */
module io.pveplan.samples {
  requires io.pveplan.dsl;
  requires io.pveplan.render;
  requires io.pveplan.rules;
  requires static org.jspecify;
}
