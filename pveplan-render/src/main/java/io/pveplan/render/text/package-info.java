/**
 * Documents and writers of one syntax each: shell, interfaces, section configuration, HCL, YAML,
 * Markdown.
 *
 * <p>A document is an immutable value without any layout; {@code text()} writes it. Only this
 * package knows quotes, escapes and indentation. What a syntax can not hold is refused with {@link
 * io.pveplan.model.InvalidValueException}.
 */
@NullMarked
package io.pveplan.render.text;

import org.jspecify.annotations.NullMarked;
