namespace Sluice.Local.Tests.Clients;

/// <summary>Terraform's AWS provider, unchanged, with logs, parameters and secrets.</summary>
public sealed class TerraformSecretTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Fact]
    public async Task Logs_parameters_and_secrets_are_applied_changed_imported_and_destroyed()
    {
        var terraform = await TerraformProject.StartAsync(suite, "TerraformSecrets");

        (await terraform.SucceedsAsync("apply", "-auto-approve"))
            .ShouldMatch("arns = \"arn:aws:logs:us-east-1:123456789012:log-group:/terraform/web arn:aws:ssm:us-east-1:123456789012:parameter/terraform/url arn:aws:secretsmanager:us-east-1:123456789012:secret:terraform/db-[A-Za-z0-9]{6}\"");
        await terraform.PlansNothingAsync();
        (await terraform.SucceedsAsync("apply", "-auto-approve", "-var=changed=true")).ShouldContain("1 added, 3 changed, 1 destroyed");
        await terraform.PlansNothingAsync("-var=changed=true");
        var secret = (await terraform.SucceedsAsync("output", "-raw", "arns")).Split(' ')[^1].Trim();
        await terraform.SucceedsAsync("state", "rm", "aws_cloudwatch_log_group.web", "aws_ssm_parameter.url", "aws_secretsmanager_secret.db");
        await terraform.WriteAsync("imports.tf", $$"""
            import {
              to = aws_cloudwatch_log_group.web
              id = "/terraform/web"
            }
            import {
              to = aws_ssm_parameter.url
              id = "/terraform/url"
            }
            import {
              to = aws_secretsmanager_secret.db
              id = "{{secret}}"
            }
            """);
        (await terraform.SucceedsAsync("apply", "-auto-approve", "-var=changed=true")).ShouldMatch("3 imported, 0 added, [0-9] changed, 0 destroyed");
        await terraform.PlansNothingAsync("-var=changed=true");
        (await terraform.SucceedsAsync("destroy", "-auto-approve", "-var=changed=true")).ShouldContain("8 destroyed");
    }
}
