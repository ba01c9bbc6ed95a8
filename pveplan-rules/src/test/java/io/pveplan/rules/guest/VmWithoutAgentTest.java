package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class VmWithoutAgentTest {

  private final RuleVerifier rule = verify(new VmWithoutAgent());

  @Test
  void a_vm_without_agent_is_reported() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> {})))
        .reportsExactly("GST-029[guest/200]")
        .withMessageContaining("app has no guest agent");
  }

  @Test
  void a_vm_with_agent_passes() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> v.agent()))).passes();
  }

  @Test
  void a_template_never_runs() {
    rule.on(cluster("lab", c -> c.template(900, "base", v -> {}))).isNotApplicable();
  }
}
