package io.pveplan.dsl;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.PlanProblem;
import io.pveplan.model.automation.BpgVersion;
import io.pveplan.model.automation.Terraform;
import io.pveplan.model.automation.TerraformPart;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.model.guest.Vmid;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Scope of Terraform.
 *
 * <pre>{@code
 * c.terraform(t -> t.providers(TerraformProvider.BPG).guests(web));
 * c.terraform(t -> t.guests(web).manages(TerraformPart.STORAGES, TerraformPart.HA).importBlocks());
 * c.terraform(t -> t.apiHost("https://pve1")); // refused: is not an IP address or DNS name
 * }</pre>
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
    setEach("providers", providers, terraform::addProvider);
    return this;
  }

  /** Adds guests as {@link #guests(List)} does. */
  public TerraformSpec guests(GuestRef... guests) {
    return guests(Arrays.asList(Objects.requireNonNull(guests, "guests")));
  }

  /**
   * Adds guests that Terraform makes; a script makes those that a provider can not express. Without
   * it Terraform makes all machines but the templates.
   *
   * <pre>{@code
   * c.terraform(t -> t.guests(List.of(web)));
   * c.terraform(t -> t.guests(List.of())); // refused: there are no guests here
   * }</pre>
   *
   * @param guests one at least
   * @return this scope
   */
  public TerraformSpec guests(List<GuestRef> guests) {
    setEach("guests", guests, it -> terraform.addGuest(Vmid.of(it.vmid())));
    if (guests.isEmpty()) {
      // Empty in a plan means all machines.
      definition.refuse(PlanProblem.of(
          at.child("guests"),
          new InvalidValueException(
              "there are no guests here for Terraform to make",
              "Say withoutGuests() if it is to make none; without guests(..) it makes all machines"
                  + " but the templates."),
          CallSite.here()));
    }
    return this;
  }

  /** Sets the address or name of the node whose API is used; the first node when not set. */
  public TerraformSpec apiHost(String host) {
    set("apiHost", host, it -> terraform.apiHost(NameFormat.SERVER.require(it)));
    return this;
  }

  /**
   * Sets the version of bpg/proxmox that its modules are written for; 0.111.1 when not set.
   *
   * @param version version, for example {@code 0.99.0}, the oldest
   */
  public TerraformSpec bpgVersion(String version) {
    set("bpgVersion", version, it -> terraform.bpgVersion(BpgVersion.parse(it)));
    return this;
  }

  /** Adds parts of the cluster that Terraform makes instead of the scripts, with bpg/proxmox. */
  public TerraformSpec manages(TerraformPart... parts) {
    setEach("manages", parts, terraform::addManage);
    return this;
  }

  /** Leaves all guests to the scripts. */
  public TerraformSpec withoutGuests() {
    set("withoutGuests", true, terraform::withoutGuests);
    return this;
  }

  /**
   * Has the modules take over what is there already. Terraform refuses such a module while one of its
   * objects is missing.
   */
  public TerraformSpec importBlocks() {
    set("importBlocks", true, terraform::importBlocks);
    return this;
  }
}
