resource "proxmox_virtual_environment_file" "web1" {
  content_type = "snippets"
  datastore_id = "nas"
  node_name    = "pve1"

  source_raw {
    file_name = "web1-vendor-data.yaml"
    data = join("\n", [
      "#cloud-config",
      "package_update: true",
      "packages:",
      "- nginx",
      "- qemu-guest-agent",
      "runcmd:",
      "- - systemctl",
      "  - enable",
      "  - \"--now\"",
      "  - qemu-guest-agent",
      "",
    ])
  }
}

resource "proxmox_virtual_environment_vm" "web1" {
  name          = "web1"
  vm_id         = 101
  node_name     = "pve1"
  tags          = ["shop"]
  started       = true
  on_boot       = false
  scsi_hardware = "virtio-scsi-single"
  migrate       = true
  timeout_clone = 1800

  clone {
    vm_id     = 9000
    node_name = "pve1"
    full      = true
  }

  agent {
    enabled = true
    timeout = "3m"
  }

  cpu {
    cores   = 4
    sockets = 1
    type    = "x86-64-v4"
  }

  memory {
    dedicated = 8192
  }

  disk {
    interface    = "scsi0"
    datastore_id = "vm-disks"
    size         = 32
    replicate    = true
    discard      = "on"
  }

  initialization {
    datastore_id        = "vm-disks"
    interface           = "ide2"
    upgrade             = false
    vendor_data_file_id = proxmox_virtual_environment_file.web1.id

    ip_config {
      ipv4 {
        address = "10.60.100.21/24"
        gateway = "10.60.100.1"
      }
    }

    user_account {
      username = "ops"
      keys = [
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt ops@example.net",
      ]
    }
  }

  operating_system {
    type = "l26"
  }

  vga {
    type = "serial0"
  }

  network_device {
    bridge      = "vmbr0"
    model       = "virtio"
    mac_address = "BC:24:11:00:0C:A0"
    vlan_id     = 100
  }

  lifecycle {
    ignore_changes = [node_name, clone]
  }
}

resource "proxmox_virtual_environment_file" "web2" {
  content_type = "snippets"
  datastore_id = "nas"
  node_name    = "pve2"

  source_raw {
    file_name = "web2-vendor-data.yaml"
    data = join("\n", [
      "#cloud-config",
      "package_update: true",
      "packages:",
      "- nginx",
      "- qemu-guest-agent",
      "runcmd:",
      "- - systemctl",
      "  - enable",
      "  - \"--now\"",
      "  - qemu-guest-agent",
      "",
    ])
  }
}

resource "proxmox_virtual_environment_vm" "web2" {
  name          = "web2"
  vm_id         = 102
  node_name     = "pve2"
  tags          = ["shop"]
  started       = true
  on_boot       = false
  scsi_hardware = "virtio-scsi-single"
  migrate       = true
  timeout_clone = 1800

  clone {
    vm_id     = 9000
    node_name = "pve1"
    full      = true
  }

  agent {
    enabled = true
    timeout = "3m"
  }

  cpu {
    cores   = 4
    sockets = 1
    type    = "x86-64-v4"
  }

  memory {
    dedicated = 8192
  }

  disk {
    interface    = "scsi0"
    datastore_id = "vm-disks"
    size         = 32
    replicate    = true
    discard      = "on"
  }

  initialization {
    datastore_id        = "vm-disks"
    interface           = "ide2"
    upgrade             = false
    vendor_data_file_id = proxmox_virtual_environment_file.web2.id

    ip_config {
      ipv4 {
        address = "10.60.100.22/24"
        gateway = "10.60.100.1"
      }
    }

    user_account {
      username = "ops"
      keys = [
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt ops@example.net",
      ]
    }
  }

  operating_system {
    type = "l26"
  }

  vga {
    type = "serial0"
  }

  network_device {
    bridge      = "vmbr0"
    model       = "virtio"
    mac_address = "BC:24:11:00:0C:C0"
    vlan_id     = 100
  }

  lifecycle {
    ignore_changes = [node_name, clone]
  }
}
