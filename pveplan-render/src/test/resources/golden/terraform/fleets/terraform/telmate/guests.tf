resource "proxmox_vm_qemu" "web__fleet" {
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
  balloon            = 4096
  scsihw             = "virtio-scsi-single"
  qemu_os            = "l26"
  protection         = each.value.protection
  ciuser             = "ops"
  ciupgrade          = false
  cicustom           = each.value.cicustom
  ipconfig0          = each.value.ipconfig0
  ipconfig1          = each.value.ipconfig1

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
          format    = "raw"
          replicate = true
        }
      }

      dynamic "scsi1" {
        for_each = each.value.disks_scsi_scsi1

        content {
          disk {
            storage    = "nas"
            size       = scsi1.value.disk_size
            format     = "raw"
            replicate  = true
            emulatessd = scsi1.value.disk_emulatessd
          }
        }
      }
    }
  }

  network {
    id     = 0
    model  = "virtio"
    bridge = "vmbr0"
    tag    = 110
  }

  dynamic "network" {
    for_each = each.value.network_1

    content {
      id     = 1
      model  = "virtio"
      bridge = "vmbr0"
      tag    = 120
    }
  }

  lifecycle {
    # prevent_destroy: for all, because of web05
    ignore_changes  = [clone_id, full_clone, cicustom]
    prevent_destroy = true
  }
}

resource "proxmox_vm_qemu" "web" {
  name               = "web"
  vmid               = 300
  target_node        = "pve1"
  description        = ""
  power_state        = "running"
  start_at_node_boot = false
  agent              = 0
  memory             = 512
  balloon            = 512
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
          format    = "raw"
          replicate = true
        }
      }
    }
  }
}
