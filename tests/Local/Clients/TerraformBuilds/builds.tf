variable "changed" {
  default = false
}

resource "aws_codebuild_project" "shop" {
  name          = "terraform-shop"
  description   = var.changed ? "the shop, changed" : "the shop"
  service_role  = "arn:aws:iam::123456789012:role/builds"
  badge_enabled = true
  build_timeout = var.changed ? 90 : 60

  artifacts {
    type = "NO_ARTIFACTS"
  }

  cache {
    type  = "LOCAL"
    modes = ["LOCAL_SOURCE_CACHE"]
  }

  environment {
    type         = "LINUX_CONTAINER"
    image        = "local"
    compute_type = "BUILD_GENERAL1_SMALL"

    environment_variable {
      name  = "STAGE"
      value = var.changed ? "two" : "one"
    }
  }

  logs_config {
    cloudwatch_logs {
      group_name = "terraform-shop"
    }
  }

  source {
    type            = "GITHUB"
    location        = "https://github.com/example/shop.git"
    git_clone_depth = 1
    buildspec       = "version: 0.2\nphases: {build: {commands: ['true']}}"
  }

  tags = { team = var.changed ? "ops" : "web" }
}

resource "aws_codebuild_webhook" "push" {
  project_name = aws_codebuild_project.shop.name

  filter_group {
    filter {
      type    = "EVENT"
      pattern = "PUSH"
    }

    filter {
      type    = "HEAD_REF"
      pattern = var.changed ? "^refs/heads/release$" : "^refs/heads/main$"
    }
  }
}

resource "aws_codebuild_report_group" "tests" {
  name           = "terraform-tests"
  type           = "TEST"
  delete_reports = true

  export_config {
    type = "NO_EXPORT"
  }
}

resource "aws_codebuild_resource_policy" "tests" {
  resource_arn = aws_codebuild_report_group.tests.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
      Action    = ["codebuild:BatchGetReportGroups"]
      Resource  = aws_codebuild_report_group.tests.arn
    }]
  })
}

resource "aws_codebuild_source_credential" "github" {
  auth_type   = "PERSONAL_ACCESS_TOKEN"
  server_type = "GITHUB"
  token       = "ghp_terraform"
}

resource "aws_codebuild_fleet" "reserved" {
  name              = "terraform-reserved"
  base_capacity     = var.changed ? 2 : 1
  compute_type      = "BUILD_GENERAL1_SMALL"
  environment_type  = "LINUX_CONTAINER"
  overflow_behavior = "QUEUE"

  tags = { team = "web" }
}

output "badge" {
  value = aws_codebuild_project.shop.badge_url
}
