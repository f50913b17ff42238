variable "changed" {
  type    = bool
  default = false
}

resource "aws_codeartifact_domain" "org" {
  domain = "terraform"
  tags   = { team = var.changed ? "shop" : "web" }
}

resource "aws_codeartifact_repository" "store" {
  domain     = aws_codeartifact_domain.org.domain
  repository = "npm-store"

  dynamic "external_connections" {
    for_each = var.changed ? [] : ["public:npmjs"]

    content {
      external_connection_name = external_connections.value
    }
  }
}

resource "aws_codeartifact_repository" "other" {
  domain     = aws_codeartifact_domain.org.domain
  repository = "other"
}

resource "aws_codeartifact_repository" "main" {
  domain      = aws_codeartifact_domain.org.domain
  repository  = "main"
  description = var.changed ? "theirs" : "ours"
  tags        = { team = "web" }

  upstream {
    repository_name = aws_codeartifact_repository.store.repository
  }

  dynamic "upstream" {
    for_each = var.changed ? [1] : []

    content {
      repository_name = aws_codeartifact_repository.other.repository
    }
  }
}

locals {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = var.changed ? "codeartifact:*" : "codeartifact:ReadFromRepository", Resource = "*" }]
  })
}

resource "aws_codeartifact_domain_permissions_policy" "org" {
  domain          = aws_codeartifact_domain.org.domain
  policy_document = local.policy
}

resource "aws_codeartifact_repository_permissions_policy" "main" {
  domain          = aws_codeartifact_domain.org.domain
  repository      = aws_codeartifact_repository.main.repository
  policy_document = local.policy
}

data "aws_codeartifact_authorization_token" "org" {
  domain           = aws_codeartifact_domain.org.domain
  domain_owner     = aws_codeartifact_domain.org.owner
  duration_seconds = 900
}

data "aws_codeartifact_repository_endpoint" "main" {
  domain       = aws_codeartifact_domain.org.domain
  domain_owner = aws_codeartifact_domain.org.owner
  repository   = aws_codeartifact_repository.main.repository
  format       = "npm"
}

output "endpoint" {
  value = data.aws_codeartifact_repository_endpoint.main.repository_endpoint
}

output "has_token" {
  value = nonsensitive(length(data.aws_codeartifact_authorization_token.org.authorization_token) > 0)
}

output "arn" {
  value = aws_codeartifact_repository.main.arn
}
