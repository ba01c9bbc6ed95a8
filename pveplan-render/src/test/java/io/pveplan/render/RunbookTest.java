package io.pveplan.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.pveplan.model.PlanPath;
import io.pveplan.render.text.Phrase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunbookTest {

  private static final Procedure RELOAD = Procedure.repeatable()
      .needs("the packages of step 3")
      .checkBefore("ifquery --syntax-check -a\nip -br link")
      .apply("ifreload -a")
      .checkAfter("ifquery -a -c")
      .undo("put the saved file back and reload");

  private static final RunbookHead HEAD = new RunbookHead(
      "Cluster lab.",
      List.of(Phrase.of("pve1"), Phrase.of("pve2")),
      "lab",
      new TreeMap<>(Map.of("pve1", "10.0.0.11", "pve2", "10.0.0.12")));

  // Each with each would be 400 million places.
  @Test
  void a_gap_beside_each_of_many_files_takes_no_time() {
    List<PlanPath> places = IntStream.range(0, 20_000)
        .mapToObj(number -> PlanPath.of("guest", String.valueOf(number)))
        .toList();
    Procedure procedure = Procedure.repeatable();
    List<Artifact> files = places.stream()
        .map(place -> Artifact.file(Target.cluster(), "guests/" + place, Step.GUESTS, "")
            .with(procedure)
            .covers(place))
        .toList();
    List<Gap> gaps = places.stream()
        .map(place -> new Gap(place, Step.GUESTS, "Not made.", true, "guests"))
        .toList();

    String text = assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> new Runbook(HEAD, files, gaps, List.of()).text());

    assertThat(text.lines().filter(line -> line.endsWith("Another file of this step covers it.")))
        .hasSize(20_000);
  }

  @Test
  void the_steps_stand_in_their_order() {
    Runbook runbook = new Runbook(
        HEAD,
        List.of(
            Artifact.script(Target.cluster(), Step.SHARED_STORAGE, "")
                .with(Procedure.repeatable().checkAfter("pvesm status"))
                .covers(PlanPath.of("storage", "nas")),
            Artifact.preview("/etc/pve/storage.cfg", Step.SHARED_STORAGE, "")
                .covers(PlanPath.of("storage", "ceph")),
            Artifact.onNode("pve1", "/etc/network/interfaces", Step.NETWORK, "")
                .with(RELOAD)
                .covers(PlanPath.of("node", "pve1")),
            Artifact.onNode("pve2", "/etc/network/interfaces", Step.NETWORK, "").with(RELOAD),
            Artifact.file(Target.workstation(), "terraform/bpg/main.tf", Step.GUESTS, "")
                .with(Procedure.repeatable().apply("terraform -chdir=terraform/bpg apply")),
            Artifact.file(Target.node("pve1"), "nodes/pve1/notes.txt", Step.GUESTS, ""),
            Artifact.document("plan.json", "")),
        List.of(
            new Gap(
                PlanPath.of("storage", "nas"),
                Step.SHARED_STORAGE,
                "There is no *resource*.",
                true,
                "terraform-bpg"),
            new Gap(PlanPath.of("guest", "200"), Step.HA, "Not yet.", true, "ha")),
        List.of(
            PlannedItem.before(PlanPath.of("node", "pve1", "vmbr0"), Step.NETWORK, "covered"),
            PlannedItem.before(PlanPath.of("node", "pve2"), Step.NETWORK, "pin <NICs>"),
            PlannedItem.before(PlanPath.of("node", "pve1"), Step.INSTALL, "install"),
            PlannedItem.before(PlanPath.of("storage", "nas"), Step.SHARED_STORAGE, "covered"),
            PlannedItem.before(
                PlanPath.of("storage", "ceph"), Step.SHARED_STORAGE, "add the storage ceph"),
            PlannedItem.after(
                PlanPath.of("storage", "a"), Step.SHARED_STORAGE, "add the storage a")));

    assertThat(runbook.text()).isEqualTo("""
            # Bring-up

            Cluster lab.

            - pve1
            - pve2

            The steps in the only order that works. Steps the plan does not need are left out, so numbers are missing. Paths are relative to the folder of this file. A plan with errors is rendered like any other: check it first.

            Once a node is installed, and each time this folder is written anew, copy to it what is used there, from here. Files to put at a place are then in `~/lab/nodes` of root.

            ```sh
            tar --create --file - cluster nodes/pve1 | ssh root@10.0.0.11 'mkdir --parents lab && tar --extract --no-same-owner --file - --directory lab'
            tar --create --file - cluster nodes/pve2 | ssh root@10.0.0.12 'mkdir --parents lab && tar --extract --no-same-owner --file - --directory lab'
            ```

            ## Step 2: Install Proxmox VE

            Runs on: each node.

            Planned, no file yet: do this by hand.

            - `node/pve1`: install

            ## Step 5: Configure the network

            Runs on: each node.

            Planned, no file yet: do this by hand.

            - `node/pve2`: pin \\<NICs\\>

            Needs: the packages of step 3

            Check before:

            ```sh
            ifquery --syntax-check -a
            ip -br link
            ```

            | file | where | what to do |
            | --- | --- | --- |
            | `nodes/pve1/etc/network/interfaces` | node/pve1 | put at `/etc/network/interfaces` |
            | `nodes/pve2/etc/network/interfaces` | node/pve2 | put at `/etc/network/interfaces` |

            Apply:

            ```sh
            ifreload -a
            ```

            Check after:

            ```sh
            ifquery -a -c
            ```

            Undo: put the saved file back and reload

            Safe to repeat: yes.

            ## Step 18: Define NFS, CIFS, RBD, CephFS and directory storages

            Runs on: one node.

            Planned, no file yet: do this by hand.

            - `storage/ceph`: add the storage ceph

            Needs: the folder cluster is copied to the node that runs it

            | file | where | what to do |
            | --- | --- | --- |
            | `cluster/18-shared-storage.sh` | cluster | run |

            Check after:

            ```sh
            pvesm status
            ```

            Safe to repeat: yes.

            | file | where | what to do |
            | --- | --- | --- |
            | `cluster/etc/pve/storage.cfg` | cluster | compare with `/etc/pve/storage.cfg` |

            Planned, no file yet: do this by hand.

            - `storage/a`: add the storage a

            Left out by the renderer named, which can not express it:

            - `storage/nas` (terraform-bpg): There is no \\*resource\\*. Another file of this step covers it.

            ## Step 23: Create the guests

            Runs on: each node; Terraform on the workstation.

            | file | where | what to do |
            | --- | --- | --- |
            | `terraform/bpg/main.tf` | workstation | apply, see below |

            Apply:

            ```sh
            terraform -chdir=terraform/bpg apply
            ```

            Safe to repeat: yes.

            | file | where | what to do |
            | --- | --- | --- |
            | `nodes/pve1/notes.txt` | node/pve1 | read |

            ## Step 25: Define HA resources, then HA rules

            Runs on: one node.

            Left out by the renderer named, which can not express it:

            - `guest/200` (ha): Not yet.

            ## To read

            | file | where | what to do |
            | --- | --- | --- |
            | `plan.json` | workstation | read |
            """);
  }

  @Test
  void a_step_goes_by_kinds_of_files_and_by_nodes_and_ends_with_what_is_read() {
    Procedure check = Procedure.repeatable().checkBefore("cloud-init schema");
    Procedure read = Procedure.repeatable().needs("nothing: this is for reading");
    Procedure compare = Procedure.repeatable().checkAfter("cat pci.cfg");
    List<Artifact> files = List.of(
        Artifact.preview("/etc/pve/mapping/pci.cfg", Step.TEMPLATES, "").with(compare),
        Artifact.file(Target.cluster(), "cloud-init/900-tpl/user-data", Step.TEMPLATES, "")
            .with(read),
        Artifact.file(Target.cluster(), "cloud-init/200-web/user-data", Step.TEMPLATES, "")
            .with(check),
        script("pve1", "22-images.sh"),
        script("pve1", "22-snippets.sh"),
        script("pve1", "22-templates.sh"),
        script("pve2", "22-images.sh"),
        script("pve2", "22-snippets.sh"),
        Artifact.script(Target.cluster(), Step.TEMPLATES, "")
            .with(Procedure.repeatable().checkAfter("pvesh get /cluster/mapping/pci")));

    Map<String, String> hosts = new LinkedHashMap<>();
    hosts.put("pve2", "10.0.0.12");
    hosts.put("pve1", "10.0.0.11");

    assertThat(rows(new RunbookHead("Cluster lab.", List.of(), "lab", hosts), files))
        .containsExactly(
            "| `cloud-init/200-web/user-data` | cluster | check, see above |",
            "| `cluster/22-templates.sh` | cluster | run |",
            "| `nodes/pve2/22-images.sh` | node/pve2 | run |",
            "| `nodes/pve1/22-images.sh` | node/pve1 | run |",
            "| `nodes/pve2/22-snippets.sh` | node/pve2 | run |",
            "| `nodes/pve1/22-snippets.sh` | node/pve1 | run |",
            "| `nodes/pve1/22-templates.sh` | node/pve1 | run |",
            "| `cluster/etc/pve/mapping/pci.cfg` | cluster | compare with"
                + " `/etc/pve/mapping/pci.cfg` |",
            "| `cloud-init/900-tpl/user-data` | cluster | read |");
  }

  @Test
  void the_backup_server_has_what_its_storage_asks_for_before_that_is_defined() {
    List<Artifact> files = List.of(
        Artifact.script(Target.cluster(), Step.BACKUP_SERVER, ""),
        Artifact.script(Target.pbs(), Step.BACKUP_SERVER, "")
            .with(Procedure.repeatable().checkAfter("proxmox-backup-manager datastore list")));

    assertThat(rows(HEAD, files))
        .containsExactly(
            "| `pbs/20-backup-server.sh` | pbs | run |",
            "| `cluster/20-backup-server.sh` | cluster | run |");
  }

  @Test
  void what_is_done_by_hand_right_before_a_file_stands_there() {
    Artifact cables = Artifact.file(
            Target.node("pve1"), "nodes/pve1/05-cables.sh", Step.NETWORK, "")
        .mode(FileMode.SCRIPT)
        .with(Procedure.repeatable().needs("the cables"));
    Artifact network =
        Artifact.script(Target.node("pve1"), Step.NETWORK, "").with(Procedure.repeatable());
    PlannedItem console = PlannedItem.before(
            PlanPath.of("network", "mgmt"),
            Step.NETWORK,
            Phrase.of("change the port of *pve1*: ").code("set port 1 | more"))
        .rightBefore("nodes/pve1/05-network.sh");

    String runbook =
        new Runbook(HEAD, List.of(cables, network), List.of(), List.of(console)).text();
    assertThat(runbook.substring(runbook.indexOf("## Step"))).isEqualTo("""
            ## Step 5: Configure the network

            Runs on: each node.

            Needs: the cables

            | file | where | what to do |
            | --- | --- | --- |
            | `nodes/pve1/05-cables.sh` | node/pve1 | run |

            Safe to repeat: yes.

            By hand, each right before the file that it ends with:

            - `network/mgmt`: change the port of \\*pve1\\*: `set port 1 | more`. Then `nodes/pve1/05-network.sh`

            | file | where | what to do |
            | --- | --- | --- |
            | `nodes/pve1/05-network.sh` | node/pve1 | run |

            Safe to repeat: yes.
            """);
    assertThat(new Runbook(HEAD, List.of(cables), List.of(), List.of(console)).text())
        .containsSubsequence(
            "Planned, no file yet: do this by hand.\n\n"
                + "- `network/mgmt`: change the port of \\*pve1\\*: `set port 1 | more`\n",
            "| `nodes/pve1/05-cables.sh` |");
  }

  private static Artifact script(String node, String file) {
    return Artifact.file(Target.node(node), "nodes/" + node + "/" + file, Step.TEMPLATES, "")
        .mode(FileMode.SCRIPT)
        .with(Procedure.repeatable().checkAfter(file + " on " + node));
  }

  private static List<String> rows(RunbookHead head, List<Artifact> files) {
    return new Runbook(head, files, List.of(), List.of())
        .text()
        .lines()
        .filter(line -> line.startsWith("| `"))
        .toList();
  }

  @Test
  void a_bundle_of_nothing_has_no_step() {
    assertThat(new Runbook(RunbookHead.of(Plans.empty()), List.of(), List.of(), List.of()).text())
        .isEqualTo("""
            # Bring-up

            Cluster lab on Proxmox VE 9, without nodes.

            The steps in the only order that works. Steps the plan does not need are left out, so numbers are missing. Paths are relative to the folder of this file. A plan with errors is rendered like any other: check it first.
            """);
  }

  @Test
  void the_file_of_a_renderer_covers_nothing_that_it_leaves_out() {
    PlanPath node = PlanPath.of("node", "pve1");
    Runbook runbook = new Runbook(
        HEAD,
        List.of(Artifact.onNode("pve1", "/etc/network/interfaces", Step.NETWORK, "")
            .covers(node)
            .by("interfaces")),
        List.of(
            new Gap(node.child("vmbr0"), Step.NETWORK, "No gateway.", true, "interfaces"),
            new Gap(node.child("vmbr0"), Step.NETWORK, "No bridge.", true, "terraform-bpg")),
        List.of());

    assertThat(runbook.text()).endsWith("""
        - `node/pve1/vmbr0` (interfaces): No gateway.
        - `node/pve1/vmbr0` (terraform-bpg): No bridge. Another file of this step covers it.
        """);
  }
}
