package io.pveplan.render.automation;

import io.pveplan.render.text.HclFile;
import io.pveplan.render.text.HclObject;
import io.pveplan.render.text.HclReference;
import io.pveplan.render.text.HclValue;
import java.util.List;

/**
 * An output of all guests of one kind, by the labels of their resources; of a fleet it is one by its
 * keys.
 *
 * @param name its name
 * @param description what it holds
 * @param type the type of the resources
 * @param attributes what it has of each
 */
record GuestOutput(String name, String description, String type, List<String> attributes) {

  /**
   * Writes it.
   *
   * @param alone labels of the resources that are in no fleet
   * @param resources with those of the fleets
   */
  void write(HclFile to, List<String> alone, FleetResources resources) {
    to.open("output", name).set("description", description).openObject("value");
    HclReference ofType = HclValue.reference(type);
    for (String label : alone) {
      HclReference resource = ofType.attribute(label);
      to.openObject(label);
      for (String attribute : attributes) {
        to.set(attribute, resource.attribute(attribute));
      }
      to.close();
    }
    resources.addresses(type).forEach((label, fleet) -> to.set(label, ofEach(fleet)));
    to.close().close();
  }

  private HclValue ofEach(HclReference fleet) {
    HclObject of = HclValue.object();
    for (String attribute : attributes) {
      of = of.with(attribute, HclValue.reference("guest", attribute));
    }
    return HclValue.forEach("name", "guest", fleet, of);
  }
}
