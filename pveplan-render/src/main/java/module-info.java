/** What a plan becomes: artifacts, writers, renderers. */
module io.pveplan.render {
  requires transitive io.pveplan.model;
  requires static transitive org.jspecify;
  requires tools.jackson.databind;
  requires tools.jackson.dataformat.yaml;

  // The contract of renderers, and the bundle they fill
  exports io.pveplan.render;

  // Writers of one syntax each, for renderers here and elsewhere
  exports io.pveplan.render.text;

  // Renderers of one subject each
  exports io.pveplan.render.ceph;
  exports io.pveplan.render.cluster;
  exports io.pveplan.render.network;
  exports io.pveplan.render.storage;

  // Kit for the tests of renderers
  exports io.pveplan.render.testing;

  // Renderers by subject
  exports io.pveplan.render.automation;
  exports io.pveplan.render.guest;
  exports io.pveplan.render.ha;
  exports io.pveplan.render.hardware;

  uses io.pveplan.render.Renderer;

  provides io.pveplan.render.Renderer with
      io.pveplan.render.PlanRenderer,
      io.pveplan.render.automation.InstallationRenderer,
      io.pveplan.render.automation.TerraformRenderer,
      io.pveplan.render.ceph.CephRenderer,
      io.pveplan.render.cluster.ClusterRenderer,
      io.pveplan.render.cluster.DatacenterRenderer,
      io.pveplan.render.cluster.HostRenderer,
      io.pveplan.render.cluster.PackagesRenderer,
      io.pveplan.render.guest.CloudInitRenderer,
      io.pveplan.render.ha.HaRenderer,
      io.pveplan.render.hardware.CablingRenderer,
      io.pveplan.render.hardware.DeviceMappingRenderer,
      io.pveplan.render.network.AddressPlanRenderer,
      io.pveplan.render.network.InterfacesRenderer,
      io.pveplan.render.network.NetworkApplyRenderer,
      io.pveplan.render.network.NicNamesRenderer,
      io.pveplan.render.storage.IscsiRenderer,
      io.pveplan.render.storage.LocalPoolsRenderer,
      io.pveplan.render.storage.ReplicationRenderer,
      io.pveplan.render.storage.StorageRenderer;
}
