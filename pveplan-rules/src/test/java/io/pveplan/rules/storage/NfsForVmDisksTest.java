package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.storage.ContentType.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.StorageServerSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NfsForVmDisksTest {

  private final RuleVerifier rule = verify(new NfsForVmDisks());

  @Test
  void a_server_of_which_nothing_is_known_is_reported() {
    rule.on(nas("172.20.50.5", IMAGES, ISO))
        .reportsExactly("SHR-004[storage/nas]")
        .withMessageContaining(
            "storage nas holds VM disks, and neither the latency nor a log device"
                + " of its server 172.20.50.5 is declared")
        .withRemedyContaining("Measure the latency");
  }

  @Test
  void a_server_with_heads_only_is_reported() {
    rule.on(served(s -> s.heads(2)))
        .reportsExactly("SHR-004[storage/nas]")
        .withMessageContaining("of its server filer is declared");
  }

  @Test
  void content_that_is_not_declared_is_that_of_the_type_images() {
    rule.on(nas("172.20.50.5")).reportsExactly("SHR-004[storage/nas]");
  }

  @Test
  void a_measured_latency_passes() {
    rule.on(served(s -> s.latency(Duration.ofMillis(1)))).passes();
  }

  @Test
  void a_log_device_passes() {
    rule.on(served(StorageServerSpec::logDevice)).passes();
  }

  @ParameterizedTest
  @EnumSource(
      value = ContentType.class,
      names = {"ROOTDIR", "ISO", "VZTMPL", "BACKUP", "SNIPPETS", "IMPORT"})
  void other_content_is_not_looked_at(ContentType content) {
    rule.on(nas("172.20.50.5", content)).isNotApplicable();
  }

  @Test
  void a_storage_that_is_switched_off_is_not_looked_at() {
    rule.on(ClusterPlan.builder()
            .name("lab")
            .addStorage(NfsStorage.builder()
                .id("nas")
                .server("172.20.50.5")
                .export("/export/pve")
                .disabled(true)
                .build())
            .build())
        .isNotApplicable();
  }

  @Test
  void a_server_given_by_name_is_reported_like_any_other_that_nothing_is_known_of() {
    rule.on(nas("nas.example.net", IMAGES))
        .reportsExactly("SHR-004[storage/nas]")
        .withMessageContaining("of its server nas.example.net is declared");
    rule.on(named(s -> s.heads(2))).reportsExactly("SHR-004[storage/nas]");
  }

  @Test
  void a_server_given_by_name_may_be_one_that_is_fast_enough() {
    rule.on(named(StorageServerSpec::logDevice))
        .isUndecidedFor("address of server nas.example.net");
    rule.on(named(s -> s.latency(Duration.ofMillis(1))))
        .isUndecidedFor("address of server nas.example.net");
  }

  @Test
  void the_line_is_that_of_the_storage() {
    ClusterPlan plan = served(s -> s.heads(2));

    assertThat(ReportedLines.of(new NfsForVmDisks(), plan))
        .containsExactly(plan.storages().get(0).declaredAt().orElseThrow());
  }

  private static ClusterPlan nas(String server, ContentType... content) {
    return cluster(
        "lab", c -> c.storage(nfs("nas", server, "/export/pve"), s -> s.content(content)));
  }

  private static ClusterPlan named(Consumer<StorageServerSpec> server) {
    return served("nas.example.net", server);
  }

  private static ClusterPlan served(Consumer<StorageServerSpec> server) {
    return served("172.20.50.5", server);
  }

  private static ClusterPlan served(String address, Consumer<StorageServerSpec> server) {
    return cluster("lab", c -> {
      c.storageServer("filer", s -> {
        s.addresses("172.20.50.5");
        server.accept(s);
      });
      c.storage(nfs("nas", address, "/export/pve"), s -> s.content(IMAGES));
    });
  }
}
