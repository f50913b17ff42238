variable "changed" {
  default = false
}

resource "aws_codepipeline_custom_action_type" "press" {
  category      = "Deploy"
  provider_name = "Press"
  version       = "1"

  configuration_property {
    name      = "Line"
    key       = true
    required  = true
    secret    = false
    queryable = true
  }

  configuration_property {
    name        = "Password"
    description = "What the press asks for"
    key         = false
    required    = false
    secret      = true
    type        = "String"
  }

  input_artifact_details {
    minimum_count = 0
    maximum_count = 1
  }

  output_artifact_details {
    minimum_count = 0
    maximum_count = 0
  }

  settings {
    entity_url_template    = "https://press.example.com/{Config:Line}"
    execution_url_template = "https://press.example.com/{Config:Line}/{ExternalExecutionId}"
  }

  tags = { team = var.changed ? "ops" : "web" }
}

# As small as a pipeline of the first type can be, with a secret.
resource "aws_codepipeline" "first" {
  name          = "terraform-first"
  role_arn      = "arn:aws:iam::123456789012:role/pipeline"
  pipeline_type = "V1"

  artifact_store {
    location = var.changed ? "artifacts-2" : "artifacts"
    type     = "S3"
  }

  stage {
    name = "Source"

    action {
      name             = "Checkout"
      category         = "Source"
      owner            = "ThirdParty"
      provider         = "GitHub"
      version          = "1"
      output_artifacts = ["Code"]
      configuration    = { Owner = "acme", Repo = "shop", Branch = var.changed ? "next" : "main", OAuthToken = "hush", PollForSourceChanges = "false" }
    }
  }

  stage {
    name = "Build"

    action {
      name            = "Compile"
      category        = "Build"
      owner           = "AWS"
      provider        = "CodeBuild"
      version         = "1"
      input_artifacts = ["Code"]
      configuration   = { ProjectName = "shop" }
    }
  }
}

resource "aws_codepipeline_webhook" "push" {
  name            = "terraform-push"
  authentication  = "GITHUB_HMAC"
  target_action   = "Checkout"
  target_pipeline = aws_codepipeline.first.name

  authentication_configuration {
    secret_token = "hush"
  }

  filter {
    json_path    = "$.ref"
    match_equals = var.changed ? "refs/heads/next" : "refs/heads/{Branch}"
  }

  tags = { team = "web" }
}

resource "aws_codepipeline_webhook" "near" {
  name            = "terraform-near"
  authentication  = "IP"
  target_action   = "Checkout"
  target_pipeline = aws_codepipeline.first.name

  authentication_configuration {
    allowed_ip_range = "192.0.2.0/24"
  }

  filter {
    json_path    = "$.ref"
    match_equals = "refs/heads/main"
  }
}

# Each argument that the provider has, but for timeout_in_minutes of rules, which it never sends.
resource "aws_codepipeline" "whole" {
  name           = "terraform-whole"
  role_arn       = "arn:aws:iam::123456789012:role/pipeline"
  pipeline_type  = "V2"
  execution_mode = var.changed ? "SUPERSEDED" : "QUEUED"

  artifact_store {
    location = "artifacts"
    type     = "S3"

    encryption_key {
      id   = "arn:aws:kms:us-east-1:123456789012:alias/artifacts"
      type = "KMS"
    }
  }

  variable {
    name          = "Color"
    default_value = var.changed ? "red" : "blue"
    description   = "What is painted"
  }

  variable {
    name          = "Size"
    default_value = "7"
  }

  trigger {
    provider_type = "CodeStarSourceConnection"

    git_configuration {
      source_action_name = "Checkout"

      push {
        branches {
          includes = ["main", "release/**"]
          excludes = ["release/old"]
        }

        file_paths {
          includes = ["src/**"]
          excludes = ["**/*.md"]
        }
      }

      push {
        tags {
          includes = ["v*"]
          excludes = ["v0*"]
        }
      }

      pull_request {
        events = var.changed ? ["OPEN"] : ["OPEN", "UPDATED"]

        branches {
          includes = ["main"]
        }

        file_paths {
          excludes = ["docs/**"]
        }
      }
    }
  }

  stage {
    name = "Source"

    action {
      name             = "Checkout"
      category         = "Source"
      owner            = "AWS"
      provider         = "CodeStarSourceConnection"
      version          = "1"
      namespace        = "Src"
      output_artifacts = ["Code"]

      configuration = {
        ConnectionArn    = "arn:aws:codeconnections:us-east-1:123456789012:connection/aEXAMPLE-8aad-4d5d-8878-dfcab0bc441f"
        FullRepositoryId = "acme/shop"
        BranchName       = "main"
        DetectChanges    = "true"
      }
    }
  }

  stage {
    name = "Build"

    before_entry {
      condition {
        result = "SKIP"

        rule {
          name          = "Blue"
          configuration = { Variable = "#{variables.Color}", Value = "blue", Operator = "EQ" }

          rule_type_id {
            category = "Rule"
            owner    = "AWS"
            provider = "VariableCheck"
            version  = "1"
          }
        }
      }
    }

    action {
      name             = "Compile"
      category         = "Build"
      owner            = "AWS"
      provider         = "CodeBuild"
      version          = "1"
      run_order        = 1
      input_artifacts  = ["Code"]
      output_artifacts = ["Package"]
      configuration    = { ProjectName = "shop", EnvironmentVariables = jsonencode([{ name = "COMMIT", value = "#{Src.CommitId}", type = "PLAINTEXT" }]) }
    }

    action {
      name            = "Lint"
      category        = "Test"
      owner           = "AWS"
      provider        = "CodeBuild"
      version         = "1"
      run_order       = 1
      role_arn        = "arn:aws:iam::123456789012:role/lint"
      input_artifacts = ["Code"]
      configuration   = { ProjectName = "lint" }
    }

    on_failure {
      result = "RETRY"

      retry_configuration {
        retry_mode = "FAILED_ACTIONS"
      }
    }
  }

  stage {
    name = "Release"

    before_entry {
      condition {
        result = "FAIL"

        rule {
          name          = "Hours"
          configuration = { Cron = "* * 9-17 ? * MON-FRI *", TimeZone = "Europe/Berlin" }

          rule_type_id {
            category = "Rule"
            provider = "DeploymentWindow"
            version  = "1"
            owner    = "AWS"
          }
        }

        rule {
          name            = "Checks"
          commands        = ["./check one", "./check two"]
          input_artifacts = ["Package"]

          rule_type_id {
            category = "Rule"
            provider = "Commands"
            version  = "1"
            owner    = "AWS"
          }
        }
      }
    }

    action {
      name               = "Approve"
      category           = "Approval"
      owner              = "AWS"
      provider           = "Manual"
      version            = "1"
      run_order          = 1
      timeout_in_minutes = var.changed ? 60 : 30
      configuration      = { CustomData = "Ship it?" }
    }

    action {
      name            = "Print"
      category        = "Deploy"
      owner           = "Custom"
      provider        = aws_codepipeline_custom_action_type.press.provider_name
      version         = "1"
      run_order       = 2
      input_artifacts = ["Package"]
      configuration   = { Line = "one" }
    }

    on_success {
      condition {
        result = "FAIL"

        rule {
          name          = "Quiet"
          role_arn      = "arn:aws:iam::123456789012:role/rules"
          configuration = { AlarmName = "errors", WaitTime = "5" }

          rule_type_id {
            category = "Rule"
            provider = "CloudWatchAlarm"
            version  = "1"
            owner    = "AWS"
          }
        }
      }
    }

    on_failure {
      condition {
        result = "ROLLBACK"

        rule {
          name          = "Ask"
          configuration = { FunctionName = "ask" }

          rule_type_id {
            category = "Rule"
            provider = "LambdaInvoke"
            version  = "1"
            owner    = "AWS"
          }
        }
      }
    }
  }

  tags = { team = var.changed ? "ops" : "web" }
}
