/** What planning costs. */
@NullMarked
package io.pveplan.samples.benchmark;

import org.jspecify.annotations.NullMarked;
