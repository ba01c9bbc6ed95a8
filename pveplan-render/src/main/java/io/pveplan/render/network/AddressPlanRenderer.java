package io.pveplan.render.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.text.Csv;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders all addresses and ranges of a plan as {@code address-plan.csv}, and as tables for the bulk
 * import of NetBox, in the order of their numbers: {@code netbox/1-prefixes.csv}, {@code
 * netbox/2-ip-ranges.csv}, {@code netbox/3-ip-addresses.csv}.
 *
 * <pre>
 * address,prefix,network,kind,owner,interface,comment
 * 10.20.0.11,10.20.0.0/24,mgmt,node,pve1,vmbr0,
 * </pre>
 *
 * <p>The tables need nothing in NetBox before them: what has an address stands in its description,
 * not as device and interface.
 *
 * @since 0.1
 */
public final class AddressPlanRenderer implements Renderer {

  /** Called by the service loader. */
  public AddressPlanRenderer() {}

  @Override
  public String id() {
    return "address-plan";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    AddressPlan addresses = AddressPlan.of(plan);
    if (addresses.rows().isEmpty()) {
      return Rendering.nothing();
    }
    NetBoxTables tables = new NetBoxTables(plan, addresses);
    List<Artifact> artifacts = new ArrayList<>();
    artifacts.add(Artifact.document("address-plan.csv", addresses.text()));
    add("netbox/1-prefixes.csv", tables.prefixes(), artifacts);
    add("netbox/2-ip-ranges.csv", tables.ranges(), artifacts);
    add("netbox/3-ip-addresses.csv", tables.addresses(), artifacts);
    return Rendering.of(artifacts).withGaps(tables.gaps());
  }

  // NetBox refuses a table without rows.
  private static void add(String path, Csv table, List<Artifact> artifacts) {
    if (!table.isEmpty()) {
      artifacts.add(Artifact.document(path, table.text()));
    }
  }
}
