package io.pveplan.render.automation;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.vmProfile;
import static io.pveplan.dsl.Pveplan.vmids;
import static io.pveplan.model.automation.TerraformProvider.BPG;
import static io.pveplan.model.automation.TerraformProvider.TELMATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.NameFormat;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.render.Artifact;
import io.pveplan.render.testing.Hostile;
import io.pveplan.render.testing.RealPrograms;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No text of a plan gets out of its place in a module. */
class HostileGuestsTest {

  private static final int MOST = 300;

  @ParameterizedTest
  @CsvSource({
    "terraform/bpg/guests/guests.tf, proxmox_virtual_environment_vm",
    "terraform/telmate/guests.tf, proxmox_vm_qemu"
  })
  void the_parser_of_hashicorp_reads_what_the_plan_says(String path, String type) {
    Hostile.Sample sample = Hostile.sample(MOST).acceptedBy(NameFormat.LINE::require);
    String text = text(plan(sample), path);

    JsonNode read = JsonMapper.shared().readTree(RealPrograms.hclAsJson(text));

    assertThat(read.propertyNames()).containsExactly("resource");
    assertThat(read.get("resource").propertyNames()).containsExactly(type);
    JsonNode guests = read.at("/resource/" + type);
    List<String> descriptions = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < sample.texts().size(); i++) {
      JsonNode guest = guests.get("g" + i).get(0);
      descriptions.add(literal(guest.get("description").asString()));
      keys.add(
          type.equals("proxmox_vm_qemu")
              ? guest.get("sshkeys").asString()
              : literal(guest.at("/initialization/0/user_account/0/keys/0").asString()));
    }
    assertThat(guests.propertyNames()).hasSize(sample.texts().size());
    normalized(sample).wereRead(descriptions);
    if (type.equals("proxmox_vm_qemu")) {
      // The expression as it stands; that of no guest has more than one string in its list.
      assertThat(keys)
          .allSatisfy(key -> assertThat(key.replaceAll("\\s+", ""))
              .startsWith("${join(\"\\n\",[\"ssh-ed25519AAAA")
              .matches("(?s).*\",?]\\)}"));
    } else {
      assertThat(keys)
          .isEqualTo(normalized(sample).texts().stream()
              .map(comment -> TerraformCases.KEY + " " + comment)
              .toList());
    }
  }

  @ParameterizedTest
  @CsvSource({"terraform/bpg/guests/fleets.tf", "terraform/telmate/fleets.tf"})
  void the_rows_of_a_fleet_hold_what_the_plan_says(String path) {
    Hostile.Sample sample = Hostile.sample(100).acceptedBy(NameFormat.LINE::require);
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> {
      var ground = TerraformCases.ground(c);
      c.vms(
          vmids(1000, 999 + sample.texts().size()),
          vmProfile("g", v -> v.node(ground.node()).disk(ground.local(), gib(8))),
          (v, number) -> v.description(sample.texts().get(number - 1)));
      c.terraform(t -> t.providers(BPG, TELMATE));
    }));
    String text = text(plan, path);

    JsonNode rows =
        JsonMapper.shared().readTree(RealPrograms.hclAsJson(text)).at("/locals/0/vms_g");
    List<String> read = new ArrayList<>();
    rows.forEach(row -> read.add(literal(row.get("description").asString())));

    normalized(sample).wereRead(read);
    RealPrograms.acceptHclLayout(text);
  }

  @ParameterizedTest
  @CsvSource({"terraform/bpg/guests/guests.tf", "terraform/telmate/guests.tf"})
  void the_layout_stays_canonical(String path) {
    Hostile.Sample sample = Hostile.sample(50).acceptedBy(NameFormat.LINE::require);

    RealPrograms.acceptHclLayout(text(plan(sample), path));
  }

  @Property
  void labels_are_identifiers_and_tell_their_guests(
      @ForAll("names") @Size(max = 12) List<String> names) {
    List<Vm> vms = IntStream.range(0, names.size())
        .mapToObj(i -> Vm.builder().vmid(Vmid.of(100 + i)).name(names.get(i)).build())
        .toList();

    Labels labels = new Labels(vms);

    Set<String> seen = new HashSet<>();
    for (Vm vm : vms) {
      assertThat(labels.of(vm)).matches("[A-Za-z_][A-Za-z0-9_-]*");
      assertThat(seen.add(labels.of(vm).toLowerCase(Locale.ROOT)))
          .as(labels.of(vm))
          .isTrue();
    }
  }

  @Provide
  Arbitrary<List<String>> names() {
    return Arbitraries.strings()
        .withChars("aA01.-")
        .ofMinLength(1)
        .ofMaxLength(6)
        .filter(NameFormat.GUEST::matches)
        .list();
  }

  private static ResolvedPlan plan(Hostile.Sample sample) {
    return ResolvedPlan.of(cluster("lab", c -> {
      var ground = TerraformCases.ground(c);
      for (int i = 0; i < sample.texts().size(); i++) {
        String text = sample.texts().get(i);
        c.vm(
            1000 + i,
            "g" + i,
            v -> v.node(ground.node())
                .disk(ground.local(), gib(8))
                .description(text)
                .cloudInit(s -> s.user("ops").sshKeys(TerraformCases.KEY + " " + text)));
      }
      c.terraform(t -> t.providers(BPG, TELMATE));
    }));
  }

  private static String text(ResolvedPlan plan, String path) {
    return new TerraformRenderer()
        .render(plan).artifacts().stream()
            .filter(file -> file.path().equals(path))
            .map(Artifact::content)
            .findFirst()
            .orElseThrow();
  }

  // Terraform reads every string in this form.
  private static Hostile.Sample normalized(Hostile.Sample sample) {
    return new Hostile.Sample(
        sample.seed(),
        sample.texts().stream()
            .map(text -> Normalizer.normalize(text, Normalizer.Form.NFC))
            .toList());
  }

  // Terraform's JSON syntax keeps the doubled marks.
  private static String literal(String template) {
    return template.replace("$${", "${").replace("%%{", "%{");
  }
}
