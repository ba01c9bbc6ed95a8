output "replication" {
  description = "IDs of what replication.tf makes."
  value = {
    "replication.job-200-0" = proxmox_replication.job-200-0.id
    "replication.job-201-0" = proxmox_replication.job-201-0.id
  }
}

output "ha" {
  description = "IDs of what ha.tf makes."
  value = {
    "haresource.vm-200" = proxmox_haresource.vm-200.id
    "haresource.vm-201" = proxmox_haresource.vm-201.id
    "harule.home"       = proxmox_harule.home.id
    "harule.apart"      = proxmox_harule.apart.id
  }
}

output "backup" {
  description = "IDs of what backup.tf makes."
  value = {
    "backup_job.nightly" = proxmox_backup_job.nightly.id
    "backup_job.hourly"  = proxmox_backup_job.hourly.id
  }
}
