resource "proxmox_virtual_environment_file" "web1" {
  content_type = "snippets"
  datastore_id = "nas"
  node_name    = "pve1"

  source_raw {
    file_name = "101-web1-vendor-data.yaml"
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
  boot_order    = ["scsi0"]
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
    floating  = 8192
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
    vendor_data_file_id = "nas:snippets/101-web1-vendor-data.yaml"

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

  serial_device {
    device = "socket"
  }

  network_device {
    bridge      = "vmbr0"
    model       = "virtio"
    mac_address = "02:30:00:00:0C:A0"
    vlan_id     = 100
  }

  depends_on = [proxmox_virtual_environment_file.web1]

  lifecycle {
    ignore_changes = [node_name, clone, initialization[0].vendor_data_file_id]
  }
}

resource "proxmox_virtual_environment_file" "web2" {
  content_type = "snippets"
  datastore_id = "nas"
  node_name    = "pve1"

  source_raw {
    file_name = "102-web2-vendor-data.yaml"
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
  boot_order    = ["scsi0"]
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
    floating  = 8192
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
    vendor_data_file_id = "nas:snippets/102-web2-vendor-data.yaml"

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

  serial_device {
    device = "socket"
  }

  network_device {
    bridge      = "vmbr0"
    model       = "virtio"
    mac_address = "02:30:00:00:0C:C0"
    vlan_id     = 100
  }

  depends_on = [proxmox_virtual_environment_file.web2]

  lifecycle {
    ignore_changes = [node_name, clone, initialization[0].vendor_data_file_id]
  }
}

resource "proxmox_virtual_environment_file" "app__fleet" {
  for_each = local.vendor_data_app

  content_type = "snippets"
  datastore_id = "nas"
  node_name    = "pve1"

  source_raw {
    file_name = each.value.source_raw_file_name
    data = join("\n", [
      "#cloud-config",
      "package_update: true",
      "packages:",
      "- openjdk-21-jre-headless",
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

resource "proxmox_virtual_environment_vm" "app__fleet" {
  for_each = local.vms_app

  name          = each.value.name
  vm_id         = each.value.vm_id
  node_name     = each.value.node_name
  tags          = each.value.tags
  started       = true
  on_boot       = true
  scsi_hardware = "virtio-scsi-single"
  boot_order    = ["scsi0"]
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
    floating  = 8192
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
    vendor_data_file_id = each.value.initialization_vendor_data_file_id

    ip_config {
      ipv4 {
        address = each.value.initialization_ip_config_ipv4_address
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

  serial_device {
    device = "socket"
  }

  network_device {
    bridge      = "vmbr0"
    model       = "virtio"
    mac_address = each.value.network_device_mac_address
    vlan_id     = 100
  }

  depends_on = [proxmox_virtual_environment_file.app__fleet]

  lifecycle {
    ignore_changes = [clone, initialization[0].vendor_data_file_id]
  }
}

resource "proxmox_virtual_environment_file" "job__fleet" {
  for_each = local.vendor_data_job

  content_type = "snippets"
  datastore_id = "nas"
  node_name    = "pve1"

  source_raw {
    file_name = each.value.source_raw_file_name
    data = join("\n", [
      "#cloud-config",
      "package_update: true",
      "packages:",
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

resource "proxmox_virtual_environment_vm" "job__fleet" {
  for_each = local.vms_job

  name          = each.value.name
  vm_id         = each.value.vm_id
  node_name     = each.value.node_name
  tags          = ["shop"]
  started       = true
  on_boot       = true
  scsi_hardware = "virtio-scsi-single"
  boot_order    = ["scsi0"]
  migrate       = true
  timeout_clone = 1800

  clone {
    vm_id     = 9000
    node_name = "pve1"
    full      = false
  }

  agent {
    enabled = true
    timeout = "3m"
  }

  cpu {
    cores   = 8
    sockets = 1
    type    = "x86-64-v4"
  }

  memory {
    dedicated = 16384
    floating  = 16384
  }

  disk {
    interface    = "scsi0"
    datastore_id = "vm-disks"
    size         = 8
    replicate    = true
    discard      = "on"
  }

  initialization {
    datastore_id        = "vm-disks"
    interface           = "ide2"
    upgrade             = false
    vendor_data_file_id = each.value.initialization_vendor_data_file_id

    ip_config {
      ipv4 {
        address = each.value.initialization_ip_config_ipv4_address
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

  serial_device {
    device = "socket"
  }

  network_device {
    bridge      = "vmbr0"
    model       = "virtio"
    mac_address = each.value.network_device_mac_address
    vlan_id     = 100
  }

  depends_on = [proxmox_virtual_environment_file.job__fleet]

  lifecycle {
    ignore_changes = [clone, initialization[0].vendor_data_file_id]
  }
}

resource "proxmox_virtual_environment_container" "cache__fleet" {
  for_each = local.containers_cache

  vm_id         = each.value.vm_id
  node_name     = each.value.node_name
  tags          = ["shop"]
  unprivileged  = true
  started       = true
  start_on_boot = true

  operating_system {
    template_file_id = "nas:vztmpl/debian-13-standard_13.1-2_amd64.tar.zst"
    type             = "debian"
  }

  cpu {
    cores = 2
  }

  memory {
    dedicated = 4096
    swap      = 512
  }

  disk {
    datastore_id = "vm-disks"
    size         = 8
    replicate    = true
  }

  initialization {
    hostname = each.value.initialization_hostname

    ip_config {
      ipv4 {
        address = each.value.initialization_ip_config_ipv4_address
        gateway = "10.60.100.1"
      }
    }
  }

  network_interface {
    name        = "eth0"
    bridge      = "vmbr0"
    mac_address = each.value.network_interface_mac_address
    vlan_id     = 100
  }

  lifecycle {
    ignore_changes = [
      node_name,
      pool_id,
      operating_system,
      unprivileged,
      disk[0].datastore_id,
      disk[0].size,
      mount_point,
    ]
  }
}
