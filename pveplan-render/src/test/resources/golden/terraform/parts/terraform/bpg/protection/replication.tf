resource "proxmox_replication" "job-200-0" {
  id       = "200-0"
  target   = "pve2"
  type     = "local"
  schedule = "*/30"
  rate     = 100
  comment  = "away"

  lifecycle {
    ignore_changes = [target]
  }
}

resource "proxmox_replication" "job-201-0" {
  id       = "201-0"
  target   = "pve1"
  type     = "local"
  schedule = "*/15"
  disable  = true

  lifecycle {
    ignore_changes = [target]
  }
}
