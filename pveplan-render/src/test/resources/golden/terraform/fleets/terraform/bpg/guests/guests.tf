resource "proxmox_virtual_environment_file" "web__fleet" {
  for_each = local.vendor_data_web

  content_type = "snippets"
  datastore_id = "snip"
  node_name    = "pve1"

  source_raw {
    file_name = each.value.source_raw_file_name
    data      = join("\n", ["#cloud-config", "package_update: true", "packages:", "- nginx", ""])
  }
}

resource "proxmox_virtual_environment_vm" "web__fleet" {
  for_each = local.vms_web

  name          = each.value.name
  vm_id         = each.value.vm_id
  node_name     = each.value.node_name
  description   = each.value.description
  tags          = each.value.tags
  started       = true
  on_boot       = false
  scsi_hardware = "virtio-scsi-single"
  protection    = each.value.protection
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
    floating  = 4096
  }

  disk {
    interface    = "scsi0"
    datastore_id = "nas"
    size         = 32
    replicate    = true
  }

  dynamic "disk" {
    for_each = each.value.disk_1

    content {
      interface    = "scsi1"
      datastore_id = "nas"
      size         = disk.value.size
      replicate    = true
      ssd          = disk.value.ssd
    }
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

    dynamic "ip_config" {
      for_each = each.value.initialization_ip_config_1

      content {
        ipv4 {
          address = "dhcp"
        }
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
    bridge  = "vmbr0"
    model   = "virtio"
    vlan_id = 110
  }

  dynamic "network_device" {
    for_each = each.value.network_device_1

    content {
      bridge  = "vmbr0"
      model   = "virtio"
      vlan_id = 120
    }
  }

  depends_on = [proxmox_virtual_environment_file.web__fleet]

  lifecycle {
    # prevent_destroy: for all, because of web05
    ignore_changes  = [clone, initialization[0].vendor_data_file_id]
    prevent_destroy = true
  }
}

resource "proxmox_virtual_environment_vm" "web" {
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
    floating  = 512
  }

  disk {
    interface    = "scsi0"
    datastore_id = "nas"
    size         = 8
    replicate    = true
  }
}
