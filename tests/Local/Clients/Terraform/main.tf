terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
variable "changed" {
  type    = bool
  default = false
}
locals {
  role = "arn:aws:iam::123456789012:role/deploy"
}
resource "aws_codedeploy_app" "server" {
  name = "servers"
  tags = { team = var.changed ? "ops" : "web" }
}
resource "aws_codedeploy_app" "lambda" {
  name             = var.changed ? "functions-renamed" : "functions"
  compute_platform = "Lambda"
}
resource "aws_codedeploy_app" "ecs" {
  name             = "containers"
  compute_platform = "ECS"
}
resource "aws_codedeploy_deployment_config" "hosts" {
  deployment_config_name = "hosts"
  minimum_healthy_hosts {
    type  = "HOST_COUNT"
    value = var.changed ? 3 : 2
  }
  zonal_config {
    first_zone_monitor_duration_in_seconds = 600
    monitor_duration_in_seconds            = 60
    minimum_healthy_hosts_per_zone {
      type  = "FLEET_PERCENT"
      value = 50
    }
  }
  lifecycle { create_before_destroy = false }
}
resource "aws_codedeploy_deployment_config" "canary" {
  deployment_config_name = "canary"
  compute_platform       = "Lambda"
  traffic_routing_config {
    type = "TimeBasedCanary"
    time_based_canary {
      interval   = 5
      percentage = 15
    }
  }
}
resource "aws_codedeploy_deployment_config" "linear" {
  deployment_config_name = "linear"
  compute_platform       = "ECS"
  traffic_routing_config {
    type = "TimeBasedLinear"
    time_based_linear {
      interval   = 2
      percentage = 25
    }
  }
}
resource "aws_codedeploy_deployment_group" "plain" {
  app_name              = aws_codedeploy_app.server.name
  deployment_group_name = var.changed ? "plain-renamed" : "plain"
  service_role_arn      = local.role
  tags                  = { a = "1" }
}
resource "aws_codedeploy_deployment_group" "server" {
  app_name                    = aws_codedeploy_app.server.name
  deployment_group_name       = "all"
  service_role_arn            = local.role
  deployment_config_name      = var.changed ? "CodeDeployDefault.HalfAtATime" : "CodeDeployDefault.AllAtOnce"
  autoscaling_groups          = var.changed ? ["fleet-a"] : ["fleet-a", "fleet-b"]
  outdated_instances_strategy = var.changed ? "UPDATE" : "IGNORE"
  termination_hook_enabled    = !var.changed
  tags                        = var.changed ? {} : { env = "prod" }
  dynamic "ec2_tag_set" {
    for_each = var.changed ? [] : [1]
    content {
      ec2_tag_filter {
        key   = "role"
        type  = "KEY_AND_VALUE"
        value = "web"
      }
      ec2_tag_filter {
        key  = "blue"
        type = "KEY_ONLY"
      }
    }
  }
  dynamic "ec2_tag_filter" {
    for_each = var.changed ? [1] : []
    content {
      type  = "VALUE_ONLY"
      value = "web"
    }
  }
  on_premises_instance_tag_filter {
    key   = "role"
    type  = "KEY_AND_VALUE"
    value = var.changed ? "db" : "web"
  }
  deployment_style {
    deployment_option = "WITH_TRAFFIC_CONTROL"
    deployment_type   = "BLUE_GREEN"
  }
  load_balancer_info {
    elb_info { name = "classic" }
    target_group_info { name = var.changed ? "target-b" : "target-a" }
  }
  blue_green_deployment_config {
    deployment_ready_option {
      action_on_timeout    = "STOP_DEPLOYMENT"
      wait_time_in_minutes = var.changed ? 30 : 60
    }
    green_fleet_provisioning_option { action = "DISCOVER_EXISTING" }
    terminate_blue_instances_on_deployment_success {
      action                           = "TERMINATE"
      termination_wait_time_in_minutes = 5
    }
  }
  dynamic "trigger_configuration" {
    for_each = var.changed ? [] : [1]
    content {
      trigger_events     = ["DeploymentFailure", "DeploymentStart"]
      trigger_name       = "tell"
      trigger_target_arn = "arn:aws:sns:us-east-1:123456789012:topic"
    }
  }
  dynamic "auto_rollback_configuration" {
    for_each = var.changed ? [] : [1]
    content {
      enabled = true
      events  = ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"]
    }
  }
  dynamic "alarm_configuration" {
    for_each = var.changed ? [] : [1]
    content {
      alarms                    = ["high", "low"]
      enabled                   = true
      ignore_poll_alarm_failure = true
    }
  }
}
resource "aws_codedeploy_deployment_group" "lambda" {
  app_name               = aws_codedeploy_app.lambda.name
  deployment_group_name  = "live"
  service_role_arn       = local.role
  deployment_config_name = var.changed ? "Steps.10@5m,50@10m" : aws_codedeploy_deployment_config.canary.id
  deployment_style {
    deployment_option = "WITH_TRAFFIC_CONTROL"
    deployment_type   = "BLUE_GREEN"
  }
  alarm_configuration {
    alarms  = ["errors"]
    enabled = !var.changed
  }
  auto_rollback_configuration {
    enabled = true
    events  = var.changed ? ["DEPLOYMENT_FAILURE"] : ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_REQUEST"]
  }
}
