/** What a plan becomes: artifacts, writers, renderers. */
module io.pveplan.render {
  requires transitive io.pveplan.model;
  requires static transitive org.jspecify;
  requires tools.jackson.databind;
}
