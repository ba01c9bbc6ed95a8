package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.automation.Terraform;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.model.guest.Vmid;
import java.util.Arrays;

/**
 * Scope of Terraform.
 *
 * @since 0.1
 */
public final class TerraformSpec extends Scope {

  private final Terraform.Builder terraform;

  TerraformSpec(Definition definition, Terraform.Builder terraform) {
    super(definition, PlanPath.of("terraform"));
    this.terraform = terraform;
  }

  /** Adds providers to write a module for; bpg when not set. */
  public TerraformSpec providers(TerraformProvider... providers) {
    set(() -> terraform.addProviders(providers));
    return this;
  }

  /** Adds guests that Terraform makes. */
  public TerraformSpec guests(GuestRef... guests) {
    set(
        () -> terraform.addAllGuests(
            Arrays.stream(guests).map(guest -> Vmid.of(guest.vmid())).toList()),
        (Object[]) guests);
    return this;
  }

  /** Sets the address or name of the node whose API is used; the first node when not set. */
  public TerraformSpec apiHost(String host) {
    set(() -> terraform.apiHost(NameFormat.SERVER.require(host)));
    return this;
  }
}
