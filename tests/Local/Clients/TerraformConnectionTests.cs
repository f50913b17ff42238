namespace Sluice.Local.Tests.Clients;

/// <summary>Terraform's AWS provider, unchanged, with connections and hosts.</summary>
public sealed class TerraformConnectionTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Fact]
    public async Task Connections_and_hosts_are_applied_changed_imported_and_destroyed()
    {
        var terraform = await TerraformProject.StartAsync(suite, "TerraformConnections");

        (await terraform.SucceedsAsync("apply", "-auto-approve")).ShouldContain("3 added");
        await terraform.PlansNothingAsync();
        (await terraform.SucceedsAsync("apply", "-auto-approve", "-var=changed=true")).ShouldContain("2 changed");
        await terraform.PlansNothingAsync("-var=changed=true");
        var arn = (await terraform.SucceedsAsync("output", "-raw", "arn")).Trim();

        await terraform.SucceedsAsync("state", "rm", "aws_codestarconnections_connection.hub");
        await terraform.SucceedsAsync("import", "-var=changed=true", "aws_codestarconnections_connection.hub", arn);
        await terraform.PlansNothingAsync("-var=changed=true");
        (await terraform.SucceedsAsync("destroy", "-auto-approve", "-var=changed=true")).ShouldContain("3 destroyed");
    }
}
