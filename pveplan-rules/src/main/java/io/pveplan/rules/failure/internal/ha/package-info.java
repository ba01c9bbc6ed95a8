/**
 * What the HA manager of Proxmox VE does when nodes fail: which rules it keeps, where it starts
 * what it recovers, what it moves back.
 *
 * <p>The facts are those of pve-ha-manager 5.2.0 (src/PVE/HA/Manager.pm, Rules.pm, Rules,
 * Usage.pm) and 4.0.7 for Proxmox VE 8.4, and of proxmox-resource-scheduling 2.1.0. Start at {@link
 * io.pveplan.rules.failure.internal.ha.HaSimulation}.
 */
@NullMarked
package io.pveplan.rules.failure.internal.ha;

import org.jspecify.annotations.NullMarked;
