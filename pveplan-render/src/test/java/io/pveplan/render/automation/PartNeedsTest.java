package io.pveplan.render.automation;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.automation.TerraformPart.DATACENTER;
import static io.pveplan.model.automation.TerraformPart.STORAGES;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.render.Artifact;
import io.pveplan.render.Procedure;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What has to be ready where Terraform makes storages is what it is where a script makes them. */
class PartNeedsTest {

  private static final String TERRAFORM = """
      terraform -chdir=terraform/bpg/cluster init
      terraform -chdir=terraform/bpg/cluster validate
      terraform -chdir=terraform/bpg/cluster plan""";

  private static List<Artifact> files(Consumer<ClusterSpec> more) {
    return new TerraformRenderer()
        .render(ResolvedPlan.of(cluster("lab", c -> {
          c.nodes(List.of(1, 2), number -> "pve" + number, (n, number) -> {});
          c.datacenter(d -> d.macPrefix("BC:24:11"));
          more.accept(c);
          c.terraform(t -> t.withoutGuests().manages(STORAGES, DATACENTER));
        })))
        .artifacts();
  }

  private static Procedure procedure(Consumer<ClusterSpec> more) {
    return file(files(more), "versions.tf").procedure();
  }

  private static Artifact file(List<Artifact> files, String name) {
    return files.stream()
        .filter(it -> it.path().equals("terraform/bpg/cluster/" + name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> needs(Consumer<ClusterSpec> more) {
    List<String> all = List.of(procedure(more).needs().orElseThrow().split("; "));
    assertThat(all.subList(0, 3))
        .containsExactly(
            "Terraform >= 1.8.0 or OpenTofu as new",
            "an API token in TF_VAR_api_token, and a certificate of the API that Terraform trusts:"
                + " docs/terraform.md of pveplan has the commands for both",
            "all nodes are in the cluster");
    return all.subList(3, all.size());
  }

  private static void backups(ClusterSpec c) {
    c.storage(
        pbs("backups", "pbs.example.net", "store1", "cluster@pbs!plan", fromFile("/root/token")),
        s -> {});
  }

  @Test
  void a_backup_server_needs_its_password_and_its_fingerprint() {
    assertThat(needs(PartNeedsTest::backups))
        .containsExactly(
            "datastores, namespaces and users of the backup servers are there",
            "TF_VAR_password_of_backups holds the password of cluster@pbs!plan",
            "a value to fill in, in the plan and then rendered anew, unless the nodes trust the"
                + " certificate of the server: the fingerprint of backups, as the check before"
                + " shows it and the server itself too");
    assertThat(procedure(PartNeedsTest::backups).checkBefore()).contains("""
            # on each node that has the storage:
            openssl s_client -connect pbs.example.net:8007 </dev/null 2>/dev/null | openssl x509 -noout -fingerprint -sha256
            # where Terraform runs:
            """ + TERRAFORM);
    assertThat(file(files(PartNeedsTest::backups), "terraform.tfvars.example").content())
        .startsWith(
            "# Copy to terraform.tfvars and change what differs. Secrets stay out of both: set"
                + " TF_VAR_api_token, TF_VAR_password_of_backups.\n");
  }

  @Test
  void other_storages_need_what_they_lie_on() {
    Consumer<ClusterSpec> storages = c -> {
      c.storage(dir("files", "/srv/files"), s -> s.shared().content(ContentType.ISO));
      c.storage(
          cifs("smb", "10.0.0.6", "pve$"),
          s -> s.login("pve", fromEnvironment("SMB_PASSWORD")).content(ContentType.ISO));
      c.storage(lvmThin("thin", "vg_local", "data"), s -> {});
      c.storage(lvm("san", "vg_san"), s -> s.shared());
      c.storage(zfs("tank", "tank/vm"), s -> {});
    };

    assertThat(needs(storages))
        .containsExactly(
            "pools, volume groups, directories and servers of the storages are there",
            "the file system that lies under /srv/files is one and the same on each node: findmnt"
                + " shows it and fails for none, so look that it is not the node's own",
            "TF_VAR_password_of_smb holds the password of pve",
            "the thin pool vg_local/data is there on each node of thin",
            "the volume group vg_san is made by hand on one node once the LUN is there, on the"
                + " multipath device where there is one (pvcreate, vgcreate)");
    assertThat(procedure(storages).checkBefore()).contains("""
        # on each node that has the storage:
        findmnt --noheadings --output TARGET,SOURCE,FSTYPE --target /srv/files
        pvesm scan cifs 10.0.0.6 --username pve --password ''
        lvs vg_local/data
        zfs list -H -o name tank/vm
        # where Terraform runs:
        """ + TERRAFORM);
  }

  @Test
  void a_module_without_storages_needs_none_of_it() {
    assertThat(needs(c -> {})).isEmpty();
    assertThat(procedure(c -> {}).checkBefore()).contains(TERRAFORM);
  }
}
