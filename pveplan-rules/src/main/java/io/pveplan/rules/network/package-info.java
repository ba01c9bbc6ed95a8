/** Rules about networks. Begin with {@link io.pveplan.rules.network.NetworkRules}. */
@NullMarked
package io.pveplan.rules.network;

import org.jspecify.annotations.NullMarked;
