package io.pveplan.samples.benchmark;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.Vm;
import java.util.Map;

/**
 * What the Terraform renderer is compared with: the same files for the guests of {@link
 * GeneratedPlan}, put together with a {@link StringBuilder}.
 */
final class PlainGuests {

  private static final String ENDPOINT = "https://10.0.0.11:8006/";

  private static final String VERSIONS = """
      # Keep .terraform.lock.hcl, which terraform init writes, in version control: it pins the \
      provider.
      # Keep the state in a remote backend that few may read: it holds what the guests are made \
      with.
      terraform {
        required_version = ">= 1.8.0"

        required_providers {
          proxmox = {
            source  = "bpg/proxmox"
            version = "~> 0.111.1"
          }
        }
      }
      """;

  private static final String PROVIDERS = """
      provider "proxmox" {
        endpoint  = var.endpoint
        api_token = var.api_token
        insecure  = var.insecure
      }
      """;

  private static final String TYPE = "proxmox_virtual_environment_vm";

  private PlainGuests() {}

  /** The files by their names. */
  static Map<String, String> files(ResolvedPlan plan) {
    return Map.of(
        "versions.tf", VERSIONS,
        "providers.tf", PROVIDERS,
        "variables.tf", variables(),
        "guests.tf", guests(plan),
        "outputs.tf", outputs(plan),
        "terraform.tfvars.example", example());
  }

  private static String variables() {
    StringBuilder out = new StringBuilder("variable \"endpoint\" {\n  description = ");
    text(out, "The API of a node, without /api2/json.");
    text(out.append("  type        = string\n  default     = "), ENDPOINT);
    out.append("}\n\nvariable \"api_token\" {\n  description = ");
    text(out, "API token as USER@REALM!NAME=SECRET. Set it as TF_VAR_api_token.");
    out.append("  type        = string\n  sensitive   = true\n}\n\nvariable \"insecure\" {\n");
    text(out.append("  description = "), "Whether to accept a certificate nobody vouches for.");
    return out.append("  type        = bool\n  default     = false\n}\n").toString();
  }

  private static String example() {
    StringBuilder out = new StringBuilder("# Copy to terraform.tfvars and change what differs.")
        .append(" Secrets stay out of both: set TF_VAR_api_token.\n");
    text(out.append("endpoint = "), ENDPOINT);
    return out.append("insecure = false\n").toString();
  }

  private static String guests(ResolvedPlan plan) {
    StringBuilder out = new StringBuilder();
    for (Vm vm : plan.vms()) {
      if (out.length() > 0) {
        out.append('\n');
      }
      guest(out, plan, vm);
    }
    return out.toString();
  }

  private static void guest(StringBuilder out, ResolvedPlan plan, Vm vm) {
    boolean ha = plan.placement().haResource(vm.vmid()).isPresent();
    out.append("resource \"").append(TYPE).append("\" \"").append(vm.name()).append("\" {\n");
    text(out.append("  name            = "), vm.name());
    out.append("  vm_id           = ").append(vm.vmid().value()).append('\n');
    text(out.append("  node_name       = "), vm.node().orElseThrow());
    out.append("  tags            = [");
    String separator = "";
    for (String tag : vm.tags()) {
      quoted(out.append(separator), tag);
      separator = ", ";
    }
    out.append("]\n  started         = true\n  on_boot         = ")
        .append(vm.onBoot())
        .append('\n');
    text(out.append("  scsi_hardware   = "), "virtio-scsi-single");
    out.append("  migrate         = true\n  stop_on_destroy = true\n\n  cpu {\n    cores   = ")
        .append(vm.cores().orElseThrow())
        .append("\n    sockets = ")
        .append(vm.sockets().orElseThrow())
        .append('\n');
    text(out.append("    type    = "), vm.cpuType().orElseThrow());
    long memory = vm.memory().orElseThrow().toMib();
    out.append("  }\n\n  memory {\n    dedicated = ").append(memory);
    out.append("\n    floating  = ").append(memory).append("\n  }\n");
    vm.disks().forEach(disk -> disk(out, disk));
    vm.nics().forEach(nic -> nic(out, nic));
    if (ha) {
      out.append("\n  lifecycle {\n    ignore_changes = [node_name]\n  }\n");
    }
    out.append("}\n");
  }

  private static void disk(StringBuilder out, GuestDisk disk) {
    text(out.append("\n  disk {\n    interface    = "), disk.slot());
    text(out.append("    datastore_id = "), disk.storage());
    out.append("    size         = ")
        .append(disk.size().toGib())
        .append("\n    replicate    = ")
        .append(disk.replicate())
        .append("\n  }\n");
  }

  private static void nic(StringBuilder out, GuestNic nic) {
    text(out.append("\n  network_device {\n    bridge      = "), nic.bridge());
    text(out.append("    model       = "), nic.model().text());
    text(out.append("    mac_address = "), nic.mac().orElseThrow().toString());
    out.append("    vlan_id     = ").append(nic.tag().orElseThrow().value()).append("\n  }\n");
  }

  private static String outputs(ResolvedPlan plan) {
    StringBuilder out = new StringBuilder("output \"guests\" {\n  description = ");
    text(out, "Name, VMID, node and addresses of each guest.");
    out.append("  value = {\n");
    for (Vm vm : plan.vms()) {
      out.append("    ").append(vm.name()).append(" = {\n");
      output(out, vm, "name           = ", "name");
      output(out, vm, "vm_id          = ", "vm_id");
      output(out, vm, "node_name      = ", "node_name");
      output(out, vm, "ipv4_addresses = ", "ipv4_addresses");
      output(out, vm, "ipv6_addresses = ", "ipv6_addresses");
      out.append("    }\n");
    }
    return out.append("  }\n}\n").toString();
  }

  private static void output(StringBuilder out, Vm vm, String name, String attribute) {
    out.append("      ").append(name).append(TYPE).append('.').append(vm.name());
    out.append('.').append(attribute).append('\n');
  }

  private static void text(StringBuilder out, String text) {
    quoted(out, text);
    out.append('\n');
  }

  private static void quoted(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '$', '%' -> {
          out.append(c);
          if (i + 1 < text.length() && text.charAt(i + 1) == '{') {
            out.append(c);
          }
        }
        default -> out.append(c);
      }
    }
    out.append('"');
  }
}
