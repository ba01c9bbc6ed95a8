resource "proxmox_virtual_environment_vm" "template" {
  name          = "template"
  vm_id         = 900
  node_name     = "pve2"
  template      = true
  started       = false
  on_boot       = false
  scsi_hardware = "virtio-scsi-single"
  migrate       = true

  agent {
    enabled = true
    timeout = "3m"
  }

  cpu {
    cores   = 1
    sockets = 1
    type    = "kvm64"
  }

  memory {
    dedicated = 1024
    floating  = 1024
  }

  disk {
    interface    = "scsi0"
    datastore_id = "tank-vm"
    size         = 4
    import_from  = "nas:import/debian-13.qcow2"
    replicate    = true
  }

  disk {
    interface    = "scsi1"
    datastore_id = "nas"
    size         = 2
    replicate    = true
  }

  initialization {
    datastore_id = "tank-vm"
    interface    = "ide2"
    upgrade      = true

    ip_config {
      ipv4 {
        address = "dhcp"
      }
    }
  }

  operating_system {
    type = "l26"
  }

  network_device {
    bridge      = "vmbr0"
    model       = "virtio"
    mac_address = "BC:24:11:00:70:80"
  }
}

resource "proxmox_virtual_environment_vm" "away" {
  name          = "away"
  vm_id         = 202
  node_name     = "pve1"
  started       = true
  on_boot       = false
  scsi_hardware = "virtio-scsi-single"
  migrate       = true
  timeout_clone = 1800

  clone {
    vm_id        = proxmox_virtual_environment_vm.template.vm_id
    node_name    = "pve2"
    full         = true
    datastore_id = "nas"
  }

  agent {
    enabled = true
    timeout = "3m"
  }

  cpu {
    cores   = 1
    sockets = 1
    type    = "kvm64"
  }

  memory {
    dedicated = 1024
    floating  = 1024
  }

  disk {
    interface    = "scsi0"
    datastore_id = "nas"
    size         = 8
    replicate    = true
  }

  disk {
    interface    = "scsi1"
    datastore_id = "nas"
    size         = 2
    replicate    = true
  }

  operating_system {
    type = "l26"
  }

  network_device {
    bridge      = "vmbr0"
    model       = "virtio"
    mac_address = "BC:24:11:00:19:40"
  }

  lifecycle {
    ignore_changes = [clone]
  }
}
