resource "proxmox_virtual_environment_cluster_options" "options" {
  migration_type            = "insecure"
  migration_cidr            = "10.0.0.0/24"
  ha_shutdown_policy        = "migrate"
  mac_prefix                = "BC:24:11"
  bandwidth_limit_clone     = 97656
  bandwidth_limit_default   = 976562
  bandwidth_limit_migration = 488281
  bandwidth_limit_move      = 366210
  bandwidth_limit_restore   = 244140
  next_id = {
    lower = 1000
    upper = 10000
  }
  console     = "xtermjs"
  keyboard    = "de-ch"
  language    = "pt_BR"
  email_from  = "ops@example.net"
  max_workers = 4
  description = "Prod: both $${sites}"
}
