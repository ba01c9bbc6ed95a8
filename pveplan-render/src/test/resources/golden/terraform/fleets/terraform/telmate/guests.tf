resource "proxmox_vm_qemu" "web" {
  for_each = local.vms_web

  name               = each.value.name
  vmid               = each.value.vmid
  target_node        = each.value.target_node
  description        = each.value.description
  tags               = each.value.tags
  clone_id           = 9001
  full_clone         = true
  power_state        = "running"
  start_at_node_boot = false
  agent              = 1
  memory             = 4096
  scsihw             = "virtio-scsi-single"
  qemu_os            = "l26"
  ciuser             = "ops"
  ciupgrade          = false
  cicustom           = each.value.cicustom
  ipconfig0          = each.value.ipconfig0

  cpu {
    cores   = each.value.cpu_cores
    sockets = 1
    type    = "x86-64-v2-AES"
  }

  disks {
    ide {
      ide2 {
        cloudinit {
          storage = "nas"
        }
      }
    }

    scsi {
      scsi0 {
        disk {
          storage   = "nas"
          size      = "32G"
          replicate = true
        }
      }
    }
  }

  network {
    id      = 0
    model   = "virtio"
    bridge  = "vmbr0"
    macaddr = each.value.network_macaddr
    tag     = 110
  }

  lifecycle {
    ignore_changes = [clone_id, full_clone]
  }
}

resource "proxmox_vm_qemu" "web__disks_scsi_scsi1_network_1" {
  for_each = local.vms_web__disks_scsi_scsi1_network_1

  name               = each.value.name
  vmid               = each.value.vmid
  target_node        = each.value.target_node
  description        = ""
  tags               = "web"
  clone_id           = 9001
  full_clone         = true
  power_state        = "running"
  start_at_node_boot = false
  agent              = 1
  memory             = 4096
  scsihw             = "virtio-scsi-single"
  qemu_os            = "l26"
  ciuser             = "ops"
  ciupgrade          = false
  cicustom           = each.value.cicustom
  ipconfig0          = each.value.ipconfig0
  ipconfig1          = "ip=dhcp"

  cpu {
    cores   = 4
    sockets = 1
    type    = "x86-64-v2-AES"
  }

  disks {
    ide {
      ide2 {
        cloudinit {
          storage = "nas"
        }
      }
    }

    scsi {
      scsi0 {
        disk {
          storage   = "nas"
          size      = "32G"
          replicate = true
        }
      }

      scsi1 {
        disk {
          storage   = "nas"
          size      = each.value.disks_scsi_scsi1_disk_size
          replicate = true
        }
      }
    }
  }

  network {
    id      = 0
    model   = "virtio"
    bridge  = "vmbr0"
    macaddr = each.value.network_macaddr
    tag     = 110
  }

  network {
    id      = 1
    model   = "virtio"
    bridge  = "vmbr0"
    macaddr = each.value.network_1_macaddr
    tag     = 120
  }

  lifecycle {
    ignore_changes = [clone_id, full_clone]
  }
}

resource "proxmox_vm_qemu" "web__lifecycle_prevent_destroy" {
  for_each = local.vms_web__lifecycle_prevent_destroy

  name               = "web05"
  vmid               = 204
  target_node        = "pve1"
  description        = ""
  tags               = "web"
  clone_id           = 9001
  full_clone         = true
  power_state        = "running"
  start_at_node_boot = false
  agent              = 1
  memory             = 4096
  scsihw             = "virtio-scsi-single"
  qemu_os            = "l26"
  protection         = true
  ciuser             = "ops"
  ciupgrade          = false
  cicustom           = "vendor=snip:snippets/web05-vendor-data.yaml"
  ipconfig0          = "ip=10.0.1.55/24,gw=10.0.1.1"

  cpu {
    cores   = 4
    sockets = 1
    type    = "x86-64-v2-AES"
  }

  disks {
    ide {
      ide2 {
        cloudinit {
          storage = "nas"
        }
      }
    }

    scsi {
      scsi0 {
        disk {
          storage   = "nas"
          size      = "32G"
          replicate = true
        }
      }
    }
  }

  network {
    id      = 0
    model   = "virtio"
    bridge  = "vmbr0"
    macaddr = "02:28:00:00:19:80"
    tag     = 110
  }

  lifecycle {
    prevent_destroy = true
    ignore_changes  = [clone_id, full_clone]
  }
}

resource "proxmox_vm_qemu" "web__300" {
  name               = "web"
  vmid               = 300
  target_node        = "pve1"
  description        = ""
  power_state        = "running"
  start_at_node_boot = false
  agent              = 0
  memory             = 512
  scsihw             = "virtio-scsi-single"

  cpu {
    cores   = 1
    sockets = 1
    type    = "x86-64-v2-AES"
  }

  disks {
    scsi {
      scsi0 {
        disk {
          storage   = "nas"
          size      = "8G"
          replicate = true
        }
      }
    }
  }
}
