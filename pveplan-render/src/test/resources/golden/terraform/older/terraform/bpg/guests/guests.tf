resource "proxmox_virtual_environment_vm" "web" {
  name                = "web"
  vm_id               = 200
  node_name           = "pve1"
  started             = true
  on_boot             = false
  scsi_hardware       = "virtio-scsi-single"
  keyboard_layout     = "de-ch"
  pool_id             = "prod/web"
  migrate             = true
  reboot_after_update = false
  stop_on_destroy     = true

  cpu {
    cores   = 1
    sockets = 1
    type    = "kvm64"
  }

  memory {
    dedicated = 512
    floating  = 512
  }

  disk {
    interface    = "scsi0"
    datastore_id = "tank-vm"
    size         = 8
    replicate    = true
  }

  network_device {
    bridge      = "vmbr1"
    model       = "virtio"
    mac_address = "BC:24:11:00:19:00"
  }

  lifecycle {
    ignore_changes = [node_name]
  }
}

resource "proxmox_virtual_environment_vm" "db" {
  name            = "db"
  vm_id           = 201
  node_name       = "pve2"
  started         = true
  on_boot         = false
  scsi_hardware   = "virtio-scsi-single"
  keyboard_layout = "de-ch"
  protection      = true
  migrate         = true
  stop_on_destroy = true

  cpu {
    cores   = 1
    sockets = 1
    type    = "kvm64"
  }

  memory {
    dedicated = 512
    floating  = 512
  }

  disk {
    interface    = "scsi0"
    datastore_id = "tank-vm"
    size         = 8
    replicate    = true
  }

  network_device {
    bridge      = "vmbr1"
    model       = "virtio"
    mac_address = "BC:24:11:00:19:20"
  }

  lifecycle {
    prevent_destroy = true
    ignore_changes  = [node_name]
  }
}

resource "proxmox_virtual_environment_vm" "ci" {
  name            = "ci"
  vm_id           = 210
  node_name       = "pve1"
  started         = true
  on_boot         = false
  scsi_hardware   = "virtio-scsi-single"
  keyboard_layout = "de-ch"
  migrate         = true
  stop_on_destroy = true

  cpu {
    cores   = 1
    sockets = 1
    type    = "kvm64"
    limit   = 2
  }

  memory {
    dedicated = 512
    floating  = 512
  }

  disk {
    interface    = "scsi0"
    datastore_id = "tank-vm"
    size         = 8
    replicate    = true
  }

  initialization {
    datastore_id = "tank-vm"
    interface    = "ide2"

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
    bridge      = "vmbr1"
    model       = "virtio"
    mac_address = "BC:24:11:00:1A:40"
  }
}

resource "proxmox_virtual_environment_container" "dns" {
  vm_id         = 300
  node_name     = "pve1"
  unprivileged  = true
  started       = true
  start_on_boot = false

  operating_system {
    template_file_id = "files:vztmpl/debian-13.tar.zst"
    type             = "debian"
  }

  cpu {
    cores = 1
    units = 100
  }

  memory {
    dedicated = 512
    swap      = 512
  }

  disk {
    datastore_id = "tank-vm"
    size         = 4
    replicate    = true
  }

  initialization {
    hostname = "dns"

    ip_config {
      ipv4 {
        address = "dhcp"
      }
    }
  }

  network_interface {
    name        = "eth0"
    bridge      = "vmbr1"
    mac_address = "BC:24:11:00:25:80"
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
