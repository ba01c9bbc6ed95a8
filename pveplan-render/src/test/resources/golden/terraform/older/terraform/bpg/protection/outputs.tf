output "replication" {
  description = "IDs of what replication.tf makes."
  value = {
    "replication.job-200-0" = proxmox_virtual_environment_replication.job-200-0.id
    "replication.job-201-0" = proxmox_virtual_environment_replication.job-201-0.id
  }
}

output "backup" {
  description = "IDs of what backup.tf makes."
  value = {
    "backup_job.nightly" = proxmox_backup_job.nightly.id
    "backup_job.hourly"  = proxmox_backup_job.hourly.id
  }
}
