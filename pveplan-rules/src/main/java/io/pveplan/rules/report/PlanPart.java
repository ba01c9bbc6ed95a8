package io.pveplan.rules.report;

import io.pveplan.model.PlanPath;

/** Something in a plan that a rule could look at. */
record PlanPart(String kind, PlanPath path) {}
