resource "proxmox_backup_job" "nightly" {
  id       = "nightly"
  schedule = "mon..sat 02:30"
  storage  = "pbs"
  all      = true
  mode     = "suspend"
  enabled  = false
  prune_backups = {
    keep-daily  = "7"
    keep-weekly = "4"
  }
}

resource "proxmox_backup_job" "hourly" {
  id       = "hourly"
  schedule = "*:00"
  storage  = "pbs"
  vmid     = ["200", "201"]
  mode     = "snapshot"
  enabled  = true
}
