/**
 * Shared by the packages of this module and hidden from everybody else: reads what users write in
 * files for a rule book, strictly and with all mistakes at once, and what several areas of rules look
 * up. Begin with {@link io.pveplan.rules.internal.FileText}.
 */
@NullMarked
package io.pveplan.rules.internal;

import org.jspecify.annotations.NullMarked;
