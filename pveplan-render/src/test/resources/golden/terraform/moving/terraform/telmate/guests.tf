resource "proxmox_vm_qemu" "app" {
  name               = "app"
  vmid               = 200
  target_node        = "pve1"
  description        = ""
  power_state        = "running"
  start_at_node_boot = true
  agent              = 0
  memory             = 512
  balloon            = 512
  scsihw             = "virtio-scsi-single"
  qemu_os            = "l26"
  ciupgrade          = false
  cicustom           = "vendor=local:snippets/200-app-vendor-data.yaml"

  cpu {
    cores   = 1
    sockets = 1
    type    = "kvm64"
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
          size      = "8G"
          format    = "raw"
          replicate = true
        }
      }

      scsi1 {
        disk {
          storage   = "tank-vm"
          size      = "1G"
          format    = "raw"
          replicate = false
        }
      }
    }
  }

  lifecycle {
    ignore_changes = [target_node, hastate, hagroup, cicustom]
  }
}

resource "proxmox_vm_qemu" "idle" {
  name               = "idle"
  vmid               = 201
  target_node        = "pve1"
  description        = ""
  power_state        = "stopped"
  start_at_node_boot = false
  agent              = 0
  memory             = 512
  balloon            = 512
  scsihw             = "virtio-scsi-single"

  cpu {
    cores   = 1
    sockets = 1
    type    = "kvm64"
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

  lifecycle {
    ignore_changes = [target_node, hastate, hagroup]
  }
}
