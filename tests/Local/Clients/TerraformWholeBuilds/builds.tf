# Each resource with every argument that goes together.

resource "aws_codebuild_project" "whole" {
  name                   = "terraform-whole"
  description            = "everything"
  service_role           = "arn:aws:iam::123456789012:role/builds"
  badge_enabled          = true
  build_timeout          = 120
  queued_timeout         = 30
  concurrent_build_limit = 3
  encryption_key         = "arn:aws:kms:us-east-1:123456789012:alias/builds"
  project_visibility     = "PUBLIC_READ"
  resource_access_role   = "arn:aws:iam::123456789012:role/public"
  source_version         = "main"

  artifacts {
    type                   = "S3"
    location               = "artifacts"
    name                   = "shop.zip"
    namespace_type         = "BUILD_ID"
    packaging              = "ZIP"
    path                   = "out"
    encryption_disabled    = true
    override_artifact_name = true
    bucket_owner_access    = "FULL"
  }

  secondary_artifacts {
    artifact_identifier = "docs"
    type                = "S3"
    location            = "artifacts"
    name                = "docs"
    packaging           = "NONE"
  }

  build_batch_config {
    service_role      = "arn:aws:iam::123456789012:role/batches"
    combine_artifacts = true
    timeout_in_mins   = 200

    restrictions {
      compute_types_allowed  = ["BUILD_GENERAL1_SMALL"]
      maximum_builds_allowed = 10
    }
  }

  cache {
    type     = "S3"
    location = "caches/shop"
  }

  environment {
    type                        = "LINUX_CONTAINER"
    image                       = "registry.example.com/tools:1"
    compute_type                = "BUILD_GENERAL1_MEDIUM"
    image_pull_credentials_type = "SERVICE_ROLE"
    privileged_mode             = true
    certificate                 = "certificates/own.pem"

    registry_credential {
      credential          = "arn:aws:secretsmanager:us-east-1:123456789012:secret:registry-abcdef"
      credential_provider = "SECRETS_MANAGER"
    }

    environment_variable {
      name  = "STAGE"
      value = "beta"
    }

    environment_variable {
      name  = "TOKEN"
      value = "/shop/token"
      type  = "PARAMETER_STORE"
    }

    environment_variable {
      name  = "KEY"
      value = "shop:key"
      type  = "SECRETS_MANAGER"
    }
  }

  file_system_locations {
    identifier    = "shared"
    location      = "fs-12345678.efs.us-east-1.amazonaws.com:/shared"
    mount_point   = "/mnt/shared"
    mount_options = "nfsvers=4.1"
    type          = "EFS"
  }

  logs_config {
    cloudwatch_logs {
      status      = "ENABLED"
      group_name  = "builds"
      stream_name = "shop"
    }

    s3_logs {
      status              = "ENABLED"
      location            = "logs/shop"
      encryption_disabled = true
      bucket_owner_access = "READ_ONLY"
    }
  }

  source {
    type                = "GITHUB_ENTERPRISE"
    location            = "https://git.example.com/acme/shop.git"
    buildspec           = "ci/buildspec.yml"
    git_clone_depth     = 2
    insecure_ssl        = true
    report_build_status = true

    git_submodules_config {
      fetch_submodules = true
    }

    build_status_config {
      context    = "builds"
      target_url = "https://example.com/builds"
    }

    auth {
      type     = "SECRETS_MANAGER"
      resource = "arn:aws:secretsmanager:us-east-1:123456789012:secret:git-abcdef"
    }
  }

  secondary_sources {
    source_identifier = "library"
    type              = "GITHUB"
    location          = "https://github.com/acme/library.git"
    git_clone_depth   = 1
  }

  secondary_source_version {
    source_identifier = "library"
    source_version    = "v2"
  }

  vpc_config {
    vpc_id             = "vpc-12345678"
    subnets            = ["subnet-12345678"]
    security_group_ids = ["sg-12345678"]
  }

  tags = { team = "web" }
}

resource "aws_codebuild_webhook" "whole" {
  project_name    = aws_codebuild_project.whole.name
  build_type      = "BUILD_BATCH"
  manual_creation = true

  filter_group {
    filter {
      type    = "EVENT"
      pattern = "PULL_REQUEST_CREATED, PULL_REQUEST_UPDATED"
    }

    filter {
      type                    = "FILE_PATH"
      pattern                 = "^docs/"
      exclude_matched_pattern = true
    }
  }

  filter_group {
    filter {
      type    = "EVENT"
      pattern = "PUSH"
    }
  }
}

resource "aws_codebuild_report_group" "whole" {
  name           = "terraform-whole"
  type           = "CODE_COVERAGE"
  delete_reports = true

  export_config {
    type = "S3"

    s3_destination {
      bucket              = "reports"
      encryption_disabled = true
      encryption_key      = "arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012"
      packaging           = "ZIP"
      path                = "coverage"
    }
  }

  tags = { team = "web" }
}

resource "aws_codebuild_source_credential" "whole" {
  auth_type   = "BASIC_AUTH"
  server_type = "BITBUCKET"
  user_name   = "ann"
  token       = "app-password"
}

resource "aws_codebuild_fleet" "whole" {
  name               = "terraform-whole"
  base_capacity      = 1
  compute_type       = "ATTRIBUTE_BASED_COMPUTE"
  environment_type   = "LINUX_CONTAINER"
  fleet_service_role = "arn:aws:iam::123456789012:role/fleet"
  overflow_behavior  = "QUEUE"

  compute_configuration {
    disk         = 64
    machine_type = "GENERAL"
    memory       = 4
    vcpu         = 2
  }

  scaling_configuration {
    max_capacity = 4
    scaling_type = "TARGET_TRACKING_SCALING"

    target_tracking_scaling_configs {
      metric_type  = "FLEET_UTILIZATION_RATE"
      target_value = 80
    }
  }

  vpc_config {
    vpc_id             = "vpc-12345678"
    subnets            = ["subnet-12345678"]
    security_group_ids = ["sg-12345678"]
  }

  tags = { team = "web" }
}
