package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.CloudInitSpec;
import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.model.guest.OsType;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class NobodyCanLogInTest {

  private final RuleVerifier rule = verify(new NobodyCanLogIn());

  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt";

  private static ClusterPlan guest(Consumer<CloudInitSpec> settings) {
    return cluster("lab", c -> c.vm(200, "app", v -> v.cloudInit(settings)));
  }

  @Test
  void a_login_without_key_is_reported() {
    rule.on(guest(s -> s.user("ops").account("deploy", u -> {})))
        .reportsExactly("CI-012[guest/200]")
        .withMessageContaining("no user of app has an SSH key");
  }

  @Test
  void a_key_of_anybody_is_enough() {
    rule.on(guest(s -> s.sshKeys(KEY))).passes();
    rule.on(guest(s -> s.user("ops").account("deploy", u -> u.sshKeys(KEY)))).passes();
  }

  @Test
  void documents_of_ones_own_may_have_a_login() {
    rule.on(guest(s -> s.userData(StorageRef.named("local"), "a.yaml")))
        .isUndecidedFor("login in local:snippets/a.yaml");
    rule.on(guest(s -> s.sshKeys(KEY).userData(StorageRef.named("local"), "a.yaml")))
        .isUndecidedFor("login in local:snippets/a.yaml");
    rule.on(guest(s -> s.vendorData(StorageRef.named("local"), "a.yaml")))
        .isUndecidedFor("login in local:snippets/a.yaml");
    rule.on(guest(s -> s.sshKeys(KEY).vendorData(StorageRef.named("local"), "a.yaml")))
        .passes();
  }

  private static ClusterPlan clone(Consumer<ClusterSpec> more) {
    return cluster("lab", c -> {
      var node = c.node("pve1", n -> {});
      var disks = c.storage(dir("disks", "/srv"), s -> {});
      var image = c.template(9000, "image", v -> v.cloudInit(s -> s.sshKeys(KEY)));
      c.vm(
          200,
          "app",
          v -> v.node(node).cloneOf(image).cloudInit(s -> s.storage(disks).user("ops")));
      more.accept(c);
    });
  }

  @Test
  void a_clone_with_settings_of_its_own_has_no_keys_of_its_template() {
    rule.on(clone(c -> c.terraform(t -> {}))).reportsExactly("CI-012[guest/200]");
    rule.on(clone(c -> c.terraform(t -> t.providers(TerraformProvider.TELMATE))))
        .reportsExactly("CI-012[guest/200]");
    rule.on(clone(c -> {})).reportsExactly("CI-012[guest/200]");
  }

  @Test
  void a_clone_without_settings_of_its_own_has_those_of_its_template() {
    rule.on(cluster("lab", c -> {
          var image = c.template(9000, "image", v -> v.cloudInit(s -> s.user("ops")));
          var second = c.template(9001, "second", v -> v.cloneOf(image));
          c.vm(200, "app", v -> v.cloneOf(second));
        }))
        .reportsExactly("CI-012[guest/200]");
    rule.on(cluster("lab", c -> {
          var image = c.template(9000, "image", v -> v.cloudInit(s -> s.sshKeys(KEY)));
          c.vm(200, "app", v -> v.cloneOf(image));
        }))
        .passes();
  }

  @Test
  void settings_have_one_user() {
    rule.on(cluster("lab", c -> {
          var image = c.template(
              9000,
              "image",
              v -> v.cloudInit(s -> s.user("ops").account("adm", u -> u.sshKeys(KEY))));
          c.vm(200, "app", v -> v.cloneOf(image));
        }))
        .reportsExactly("CI-012[guest/200]");
    rule.on(cluster(
            "lab",
            c -> c.vm(
                200,
                "win",
                v -> v.ostype(OsType.WIN11)
                    .cloudInit(s -> s.user("ops").account("adm", u -> u.sshKeys(KEY))))))
        .reportsExactly("CI-012[guest/200]");
  }

  @Test
  void a_template_alone_is_not_applicable() {
    rule.on(cluster("lab", c -> c.template(9000, "image", v -> v.cloudInit(s -> {}))))
        .isNotApplicable();
  }
}
