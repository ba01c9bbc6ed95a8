/** Addresses, subnets, VLAN tags and what else names a place in a network. Start at {@link io.pveplan.model.network.Subnet}. */
@NullMarked
package io.pveplan.model.network;

import org.jspecify.annotations.NullMarked;
