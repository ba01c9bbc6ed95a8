resource "proxmox_storage_pbs" "pbs" {
  id          = "pbs"
  content     = ["backup"]
  server      = "pbs.example.net"
  datastore   = "store1"
  namespace   = "prod"
  username    = "cluster@pbs!plan"
  password    = var.password_of_pbs
  fingerprint = "ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:ab:cd"

  backups {
    keep_last    = 3
    keep_hourly  = 12
    keep_daily   = 7
    keep_weekly  = 4
    keep_monthly = 6
    keep_yearly  = 1
  }

  lifecycle {
    prevent_destroy = true
    ignore_changes  = [password]
  }
}
