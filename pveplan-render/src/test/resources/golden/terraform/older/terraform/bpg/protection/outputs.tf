output "replication" {
  description = "IDs of what replication.tf makes."
  value = {
    "200-0" = proxmox_virtual_environment_replication.job-200-0.id
    "201-0" = proxmox_virtual_environment_replication.job-201-0.id
  }
}

output "backup" {
  description = "IDs of what backup.tf makes."
  value = {
    nightly = proxmox_backup_job.nightly.id
    hourly  = proxmox_backup_job.hourly.id
  }
}
