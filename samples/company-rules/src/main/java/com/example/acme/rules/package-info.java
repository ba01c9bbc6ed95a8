/** The house rules of Acme for Proxmox VE. {@link com.example.acme.rules.AcmeRules} has them all. */
package com.example.acme.rules;
