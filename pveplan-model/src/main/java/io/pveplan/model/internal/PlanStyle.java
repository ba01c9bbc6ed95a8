package io.pveplan.model.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How Immutables implements the types of a plan: users see {@code Network} and {@code
 * Network.builder()}, never the generated class.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    defaultAsDefault = false,
    jdkOnly = true,
    depluralize = true,
    depluralizeDictionary = {"address:addresses", "switch:switches"},
    add = "add*",
    addAll = "addAll*",
    // Else the classes name an annotation that users of the library do not have.
    allowedClasspathAnnotations = Override.class)
public @interface PlanStyle {}
