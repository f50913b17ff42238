namespace Sluice.Local.Tests.Clients;

/// <summary>Terraform's AWS provider, unchanged, with every argument of its resources of CodeDeploy.</summary>
public sealed class TerraformDeployTests(ClientSuite suite) : IClassFixture<ClientSuite>
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
}
