/** Rules of one's own. Begin with {@link io.pveplan.samples.rules.CustomRule}. */
@NullMarked
package io.pveplan.samples.rules;

import org.jspecify.annotations.NullMarked;
