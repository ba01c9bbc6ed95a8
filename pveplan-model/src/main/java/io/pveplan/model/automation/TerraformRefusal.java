package io.pveplan.model.automation;

import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.Vmid;

/**
 * What a provider can not express of a guest that the plan gives to Terraform.
 *
 * @param guest the guest
 * @param provider the provider
 * @param at the place in the plan: the guest, or a part of it
 * @param reason why, as a phrase without a full stop
 * @since 0.1
 */
public record TerraformRefusal(
    Vmid guest, TerraformProvider provider, PlanPath at, String reason) {}
