package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.CloudInitSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.OsType;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WindowsCloudInitTest {

  private final RuleVerifier rule = verify(new WindowsCloudInit());

  private static ClusterPlan guest(OsType type, Consumer<CloudInitSpec> settings) {
    return cluster("lab", c -> c.vm(200, "app", v -> v.ostype(type).cloudInit(settings)));
  }

  @Test
  void what_only_linux_gets_is_reported() {
    rule.on(guest(OsType.WIN11, s -> s.user("admin").packages("nginx").command("hostname")))
        .reportsExactly("CI-017[guest/200]")
        .withMessageContaining("app has Windows, which gets no packages, commands");
  }

  @Test
  void login_keys_and_addresses_pass() {
    rule.on(guest(OsType.WIN10, s -> s.user("admin").dns("10.0.0.2"))).passes();
  }

  @Test
  void a_clone_of_a_template_of_windows_is_one_too() {
    rule.on(cluster("lab", c -> {
          var windows = c.template(9000, "windows", v -> v.ostype(OsType.WIN11));
          c.vm(200, "app", v -> v.cloneOf(windows).cloudInit(s -> s.timezone("Europe/Vienna")));
        }))
        .reportsExactly("CI-017[guest/200]")
        .withMessageContaining("gets no time zone");
  }

  @Test
  void linux_is_not_applicable() {
    rule.on(guest(OsType.L26, s -> s.packages("nginx"))).isNotApplicable();
  }
}
