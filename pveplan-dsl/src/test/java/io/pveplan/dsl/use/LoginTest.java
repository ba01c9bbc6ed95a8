package io.pveplan.dsl.use;

import static io.pveplan.dsl.Pveplan.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.OsType;
import io.pveplan.model.json.PlanFormat;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LoginTest {

  private static Consumer<VmSpec> login(String user) {
    return v -> v.cloudInit(s -> s.user(user));
  }

  @Test
  void the_administrator_of_windows_is_a_login_there() {
    ClusterPlan plan = cluster("prod", c -> {
      var windows = c.template(900, "windows", v -> v.ostype(OsType.WIN11));
      c.vm(200, "one", v -> v.with(login("Administrator")).ostype(OsType.WIN11));
      c.vm(201, "two", v -> v.cloneOf(windows).with(login("Admin.2")));
    });

    assertThat(
            ResolvedPlan.of(PlanFormat.JSON.read(PlanFormat.JSON.write(plan))).vms())
        .map(vm -> vm.cloudInit().flatMap(CloudInit::user).orElse("-"))
        .containsExactly("-", "Administrator", "Admin.2");
  }

  @Test
  void what_cloud_init_refuses_is_told_at_its_place_and_line() {
    assertThat(Refused.exception(c -> c.vm(
                200,
                "a",
                v -> v.cloudInit(s -> s.locale("german"))
                    .cloudInit(s -> s.timezone("vienna").user("ops").account("ops", u -> {}))))
            .problems())
        .extracting(it -> it.at() + ": " + it.message() + " " + it.declaredAt().isPresent())
        .containsExactly(
            "guest/200/cloud-init/locale: \"german\" is not a locale true",
            "guest/200/cloud-init/timezone: \"vienna\" is not a time zone true",
            "guest/200/cloud-init/accounts: user ops is there twice true");
  }

  @Test
  void a_login_is_one_of_the_system_that_runs() {
    assertThat(Refused.problems(c -> {
          var linux = c.template(900, "linux", v -> v.ostype(OsType.L26));
          var windows = c.template(901, "windows", v -> v.ostype(OsType.WIN11));
          c.vm(200, "a", login("Administrator"));
          c.vm(201, "b", v -> v.ostype(OsType.L26).with(login("Administrator")));
          c.vm(202, "c", v -> v.ostype(OsType.WIN11).with(login("a-name-that-is-too-long")));
          c.vm(203, "d", login("x@y"));
          c.vm(204, "e", v -> v.cloneOf(linux).with(login("Administrator")));
          c.vm(205, "f", v -> v.cloneOf(windows).with(login("a-name-that-is-too-long")));
          c.vm(206, "g", v -> v.cloneOf(windows).ostype(OsType.L26).with(login("Admin")));
        }))
        .containsExactlyInAnyOrder(
            "guest/200/cloudInit: \"Administrator\" is not a user name",
            "guest/201/cloudInit: \"Administrator\" is not a user name",
            "guest/202/cloudInit: \"a-name-that-is-too-long\" is not a user name of Windows: it has"
                + " 23 characters, at most 20 are allowed",
            "guest/203/cloud-init/user: \"x@y\" is not a user name",
            "guest/204: \"Administrator\" is not a user name",
            "guest/205: \"a-name-that-is-too-long\" is not a user name of Windows: it has 23"
                + " characters, at most 20 are allowed",
            "guest/206/cloudInit: \"Admin\" is not a user name");
  }
}
