/**
 * Reads what users write in files for a rule book, strictly and with all mistakes at once. Shared
 * by the packages of this module and hidden from everybody else; begin with {@link
 * io.pveplan.rules.internal.file.FileText}.
 */
@NullMarked
package io.pveplan.rules.internal.file;

import org.jspecify.annotations.NullMarked;
