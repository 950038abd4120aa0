#!/bin/sh
# Waits until Temporal serves and makes the namespace; may run again and again.
set -eu

until temporal operator cluster health; do sleep 2; done
temporal operator namespace describe --namespace default ||
  temporal operator namespace create --namespace default --retention 72h
