output "replication" {
  description = "IDs of what replication.tf makes."
  value = {
    "200-0" = proxmox_replication.job-200-0.id
    "201-0" = proxmox_replication.job-201-0.id
  }
}

output "ha" {
  description = "IDs of what ha.tf makes."
  value = {
    "vm:200" = proxmox_haresource.vm-200.id
    "vm:201" = proxmox_haresource.vm-201.id
    home     = proxmox_harule.home.id
    apart    = proxmox_harule.apart.id
  }
}

output "backup" {
  description = "IDs of what backup.tf makes."
  value = {
    nightly = proxmox_backup_job.nightly.id
    hourly  = proxmox_backup_job.hourly.id
  }
}
