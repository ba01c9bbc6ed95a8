package io.pveplan.samples.rules;

import static io.pveplan.rules.Severity.WARNING;
import static io.pveplan.rules.fluent.Conditions.*;
import static io.pveplan.rules.fluent.FluentRule.rule;
import static io.pveplan.rules.fluent.HardwareTerms.*;
import static io.pveplan.rules.fluent.NetworkTerms.*;

import io.pveplan.model.hardware.NodeRole;
import io.pveplan.rules.Rule;

/** A rule that is written as a sentence. */
final class StoragePaths {

  static final Rule RULE = rule("ACME-003", WARNING)
      .forEach(nodes())
      .that(haveRole(NodeRole.STORAGE))
      .should(haveAtLeast(2, nics()))
      .because("One NIC is no path for storage.")
      .fix("Add a second NIC.");

  private StoragePaths() {}
}
