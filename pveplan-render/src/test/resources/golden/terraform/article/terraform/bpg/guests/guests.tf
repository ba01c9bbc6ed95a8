resource "proxmox_virtual_environment_file" "web01" {
  content_type = "snippets"
  datastore_id = "snip"
  node_name    = "pve1"

  source_raw {
    file_name = "210-web01-vendor-data.yaml"
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

resource "proxmox_virtual_environment_vm" "web01" {
  name          = "web01"
  vm_id         = 210
  node_name     = "pve1"
  tags          = ["prod", "web"]
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
    type    = "x86-64-v2-AES"
  }

  memory {
    dedicated = 4096
    floating  = 4096
  }

  disk {
    interface    = "scsi0"
    datastore_id = "nas"
    size         = 32
    replicate    = true
  }

  initialization {
    datastore_id        = "nas"
    interface           = "ide2"
    upgrade             = false
    vendor_data_file_id = "snip:snippets/210-web01-vendor-data.yaml"

    dns {
      domain  = "example.net"
      servers = ["10.0.0.2", "10.0.0.3"]
    }

    ip_config {
      ipv4 {
        address = "10.0.1.50/24"
        gateway = "10.0.1.1"
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

  network_device {
    bridge      = "vmbr0"
    model       = "virtio"
    mac_address = "BC:24:11:00:1A:40"
    vlan_id     = 110
  }

  depends_on = [proxmox_virtual_environment_file.web01]

  lifecycle {
    ignore_changes = [clone, initialization[0].vendor_data_file_id]
  }
}
