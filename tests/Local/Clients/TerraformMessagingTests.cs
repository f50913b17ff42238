namespace Sluice.Local.Tests.Clients;

/// <summary>Terraform's AWS provider, unchanged, with events, topics and queues.</summary>
public sealed class TerraformMessagingTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
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
