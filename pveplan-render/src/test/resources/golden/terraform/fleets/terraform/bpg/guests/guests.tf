resource "proxmox_virtual_environment_file" "web" {
  for_each = local.vendor_data_web

  content_type = "snippets"
  datastore_id = "snip"
  node_name    = each.value.node_name

  source_raw {
    file_name = each.value.source_raw_file_name
    data      = join("\n", ["#cloud-config", "package_update: true", "packages:", "- nginx", ""])
  }
}

resource "proxmox_virtual_environment_vm" "web" {
  for_each = local.vms_web

  name          = each.value.name
  vm_id         = each.value.vm_id
  node_name     = each.value.node_name
  description   = each.value.description
  tags          = each.value.tags
  started       = true
  on_boot       = false
  scsi_hardware = "virtio-scsi-single"
  migrate       = true
  timeout_clone = 1800

  clone {
    vm_id     = 9001
    node_name = "pve1"
    full      = true
  }

  agent {
    enabled = true
    timeout = "3m"
  }

  cpu {
    cores   = each.value.cpu_cores
    sockets = 1
    type    = "x86-64-v2-AES"
  }

  memory {
    dedicated = 4096
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
    vendor_data_file_id = each.value.initialization_vendor_data_file_id

    ip_config {
      ipv4 {
        address = each.value.initialization_ip_config_ipv4_address
        gateway = "10.0.1.1"
      }
    }

    user_account {
      username = "ops"
    }
  }

  operating_system {
    type = "l26"
  }

  network_device {
    bridge      = "vmbr0"
    model       = "virtio"
    mac_address = each.value.network_device_mac_address
    vlan_id     = 110
  }

  lifecycle {
    ignore_changes = [clone]
  }
}

resource "proxmox_virtual_environment_vm" "web__disk_1_initialization_ip_config_1_network_device_1" {
  for_each = local.vms_web__disk_1_initialization_ip_config_1_network_device_1

  name          = each.value.name
  vm_id         = each.value.vm_id
  node_name     = each.value.node_name
  tags          = ["web"]
  started       = true
  on_boot       = false
  scsi_hardware = "virtio-scsi-single"
  migrate       = true
  timeout_clone = 1800

  clone {
    vm_id     = 9001
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
  }

  disk {
    interface    = "scsi0"
    datastore_id = "nas"
    size         = 32
    replicate    = true
  }

  disk {
    interface    = "scsi1"
    datastore_id = "nas"
    size         = each.value.disk_1_size
    replicate    = true
  }

  initialization {
    datastore_id        = "nas"
    interface           = "ide2"
    upgrade             = false
    vendor_data_file_id = each.value.initialization_vendor_data_file_id

    ip_config {
      ipv4 {
        address = each.value.initialization_ip_config_ipv4_address
        gateway = "10.0.1.1"
      }
    }

    ip_config {
      ipv4 {
        address = "dhcp"
      }
    }

    user_account {
      username = "ops"
    }
  }

  operating_system {
    type = "l26"
  }

  network_device {
    bridge      = "vmbr0"
    model       = "virtio"
    mac_address = each.value.network_device_mac_address
    vlan_id     = 110
  }

  network_device {
    bridge      = "vmbr0"
    model       = "virtio"
    mac_address = each.value.network_device_1_mac_address
    vlan_id     = 120
  }

  lifecycle {
    ignore_changes = [clone]
  }
}

resource "proxmox_virtual_environment_vm" "web__lifecycle_prevent_destroy" {
  for_each = local.vms_web__lifecycle_prevent_destroy

  name          = "web05"
  vm_id         = 204
  node_name     = "pve1"
  tags          = ["web"]
  started       = true
  on_boot       = false
  scsi_hardware = "virtio-scsi-single"
  protection    = true
  migrate       = true
  timeout_clone = 1800

  clone {
    vm_id     = 9001
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
    vendor_data_file_id = proxmox_virtual_environment_file.web["web05"].id

    ip_config {
      ipv4 {
        address = "10.0.1.55/24"
        gateway = "10.0.1.1"
      }
    }

    user_account {
      username = "ops"
    }
  }

  operating_system {
    type = "l26"
  }

  network_device {
    bridge      = "vmbr0"
    model       = "virtio"
    mac_address = "02:28:00:00:19:80"
    vlan_id     = 110
  }

  lifecycle {
    prevent_destroy = true
    ignore_changes  = [clone]
  }
}

resource "proxmox_virtual_environment_vm" "web__300" {
  name            = "web"
  vm_id           = 300
  node_name       = "pve1"
  started         = true
  on_boot         = false
  scsi_hardware   = "virtio-scsi-single"
  migrate         = true
  stop_on_destroy = true

  cpu {
    cores   = 1
    sockets = 1
    type    = "x86-64-v2-AES"
  }

  memory {
    dedicated = 512
  }

  disk {
    interface    = "scsi0"
    datastore_id = "nas"
    size         = 8
    replicate    = true
  }
}
