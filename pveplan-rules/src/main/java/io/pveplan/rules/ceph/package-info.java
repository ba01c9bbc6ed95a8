/** Rules about Ceph. Begin with {@link io.pveplan.rules.ceph.CephRules}. */
@NullMarked
package io.pveplan.rules.ceph;

import org.jspecify.annotations.NullMarked;
