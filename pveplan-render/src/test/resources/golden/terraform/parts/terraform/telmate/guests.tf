resource "proxmox_vm_qemu" "web" {
  name               = "web"
  vmid               = 200
  target_node        = "pve1"
  description        = ""
  power_state        = "running"
  start_at_node_boot = false
  agent              = 0
  memory             = 512
  balloon            = 512
  scsihw             = "virtio-scsi-single"
  pool               = "prod/web"
  automatic_reboot   = false

  cpu {
    cores   = 1
    sockets = 1
    type    = "kvm64"
  }

  disks {
    scsi {
      scsi0 {
        disk {
          storage   = "tank-vm"
          size      = "8G"
          format    = "raw"
          replicate = true
        }
      }
    }
  }

  network {
    id     = 0
    model  = "virtio"
    bridge = "vmbr1"
  }

  lifecycle {
    ignore_changes = [target_node, hastate, hagroup]
  }
}

resource "proxmox_vm_qemu" "db" {
  name               = "db"
  vmid               = 201
  target_node        = "pve2"
  description        = ""
  power_state        = "running"
  start_at_node_boot = false
  agent              = 0
  memory             = 512
  balloon            = 512
  scsihw             = "virtio-scsi-single"
  protection         = true

  cpu {
    cores   = 1
    sockets = 1
    type    = "kvm64"
  }

  disks {
    scsi {
      scsi0 {
        disk {
          storage   = "tank-vm"
          size      = "8G"
          format    = "raw"
          replicate = true
        }
      }
    }
  }

  network {
    id     = 0
    model  = "virtio"
    bridge = "vmbr1"
  }

  lifecycle {
    prevent_destroy = true
    ignore_changes  = [target_node, hastate, hagroup]
  }
}
