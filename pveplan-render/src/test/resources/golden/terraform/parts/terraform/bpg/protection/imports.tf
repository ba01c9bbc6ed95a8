# What is there already is taken over. Remove a block whose object is missing.
import {
  to = proxmox_replication.job-200-0
  id = "200-0"
}

import {
  to = proxmox_replication.job-201-0
  id = "201-0"
}

import {
  to = proxmox_haresource.vm-200
  id = "vm:200"
}

import {
  to = proxmox_haresource.vm-201
  id = "vm:201"
}

import {
  to = proxmox_harule.home
  id = "home"
}

import {
  to = proxmox_harule.apart
  id = "apart"
}

import {
  to = proxmox_backup_job.nightly
  id = "nightly"
}

import {
  to = proxmox_backup_job.hourly
  id = "hourly"
}
