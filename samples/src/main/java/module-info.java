/** Programs somebody would run. */
module io.pveplan.samples {
  requires io.pveplan.dsl;
  requires io.pveplan.render;
  requires io.pveplan.rules;
  requires static org.jspecify;

  provides io.pveplan.render.Renderer with
      io.pveplan.samples.renderers.InventoryRenderer;
  provides io.pveplan.rules.RulePack with
      io.pveplan.samples.rules.AcmeRules;
}
