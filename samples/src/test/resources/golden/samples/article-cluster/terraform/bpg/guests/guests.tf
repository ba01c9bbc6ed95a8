resource "proxmox_virtual_environment_file" "web01" {
  content_type = "snippets"
  datastore_id = "nas"
  node_name    = "nodeA"

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
  node_name     = "nodeA"
  tags          = ["team-web"]
  started       = true
  on_boot       = true
  scsi_hardware = "virtio-scsi-single"
  boot_order    = ["scsi0"]
  migrate       = true
  timeout_clone = 1800

  clone {
    vm_id     = 9000
    node_name = "nodeA"
    full      = true
  }

  agent {
    enabled = true
    timeout = "3m"
  }

  cpu {
    cores   = 4
    sockets = 1
    type    = "x86-64-v3"
  }

  memory {
    dedicated = 4096
    floating  = 4096
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
    vendor_data_file_id = "nas:snippets/210-web01-vendor-data.yaml"

    dns {
      domain  = "example.net"
      servers = ["10.10.0.2"]
    }

    ip_config {
      ipv4 {
        address = "10.10.100.50/24"
        gateway = "10.10.100.1"
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

  serial_device {
    device = "socket"
  }

  network_device {
    bridge      = "vmbr2"
    model       = "virtio"
    mac_address = "BC:24:11:00:1A:40"
    vlan_id     = 110
  }

  depends_on = [proxmox_virtual_environment_file.web01]

  lifecycle {
    ignore_changes = [clone, initialization[0].vendor_data_file_id]
  }
}
