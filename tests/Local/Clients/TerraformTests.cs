namespace Sluice.Local.Tests.Clients;

/// <summary>Terraform's AWS provider, unchanged, with every argument of its resources.</summary>
public sealed class TerraformTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Fact]
    public async Task Applies_plans_nothing_more_changes_and_destroys()
    {
        await suite.MakeServicesAsync();
        var terraform = await TerraformProject.StartAsync(suite, "Terraform");

        (await terraform.SucceedsAsync("apply", "-auto-approve")).ShouldContain("10 added");
        await terraform.PlansNothingAsync();
        (await terraform.SucceedsAsync("apply", "-auto-approve", "-var=changed=true")).ShouldContain("1 added");
        await terraform.PlansNothingAsync("-var=changed=true");
        (await terraform.SucceedsAsync("destroy", "-auto-approve", "-var=changed=true")).ShouldContain("10 destroyed");
    }

    [Fact]
    public async Task Function_URLs_and_permissions_are_applied_changed_and_destroyed()
    {
        await suite.MakeFunctionAsync();
        var terraform = await TerraformProject.StartAsync(suite, "TerraformUrls");

        (await terraform.SucceedsAsync("apply", "-auto-approve")).ShouldMatch(@"urls = ""[a-z0-9]{32} http://[a-z0-9]{32}\.lambda-url\.us-east-1\.localhost:\d+/""");
        await terraform.PlansNothingAsync();
        (await terraform.SucceedsAsync("apply", "-auto-approve", "-var=changed=true")).ShouldContain("1 added, 1 changed, 1 destroyed");
        await terraform.PlansNothingAsync("-var=changed=true");
        (await terraform.SucceedsAsync("destroy", "-auto-approve", "-var=changed=true")).ShouldContain("3 destroyed");
    }

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

    [Fact]
    public async Task Rules_targets_buses_topics_subscriptions_and_queues_are_applied_changed_and_destroyed()
    {
        var terraform = await TerraformProject.StartAsync(suite, "TerraformMessaging");

        (await terraform.SucceedsAsync("apply", "-auto-approve"))
            .ShouldContain("arns = \"arn:aws:sqs:us-east-1:123456789012:terraform-orders arn:aws:sns:us-east-1:123456789012:terraform-news arn:aws:events:us-east-1:123456789012:rule/terraform-shop/terraform-ordered\"");
        await terraform.PlansNothingAsync();
        (await terraform.SucceedsAsync("apply", "-auto-approve", "-var=changed=true")).ShouldContain("0 added, 5 changed, 0 destroyed");
        await terraform.PlansNothingAsync("-var=changed=true");
        (await terraform.SucceedsAsync("destroy", "-auto-approve", "-var=changed=true")).ShouldContain("8 destroyed");
    }
}
