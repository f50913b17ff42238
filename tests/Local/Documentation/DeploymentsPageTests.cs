using System.Text.RegularExpressions;
using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Documentation;

/// <summary>What docs/deployments.md has people type is typed, into a shell with the real <c>aws</c>. How their strategies end is told in virtual time elsewhere.</summary>
public sealed partial class DeploymentsPageTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Fact]
    public async Task A_function_is_deployed_from_nothing_and_then_by_each_strategy()
    {
        var (page, shell) = (DocsPage.Read("deployments.md"), new UserShell(suite, "lambda"));

        var target = UserShell.Target(await shell.RunAsync([.. page.Section("## From nothing to a canary").Blocks("sh")]), "lambdaTarget");

        ((string)target["status"]!, (int)target["lambdaFunctionInfo"]!["targetVersionWeight"]!).ShouldBe(("Succeeded", 100));
        var blocks = page.Section("## Strategies").Blocks("sh");
        var back = blocks.Single(block => block.Contains(" update-alias ", StringComparison.Ordinal));
        var goOn = blocks.Single(block => block.Contains(" continue-deployment ", StringComparison.Ordinal));
        foreach (var strategy in blocks.Where(block => block.Contains(" create-deployment ", StringComparison.Ordinal)))
        {
            var id = DeploymentId().Match(await shell.RunAsync(back, strategy, "echo ${id:-}")).Value;
            if (strategy.Contains("pause", StringComparison.Ordinal))
            {
                await UntilAsync(shell, id, "Ready");
                await shell.RunAsync($"id={id}", goOn);
            }

            var isAtOnce = strategy.Contains("AllAtOnce", StringComparison.Ordinal);
            await shell.RunAsync(isAtOnce ? "true" : $"aws deploy stop-deployment --deployment-id {id}");
            await UntilAsync(shell, id, isAtOnce ? "Succeeded" : "Stopped");
        }
    }

    /// <summary>Asks until it has the status, or another that is final.</summary>
    private static async Task UntilAsync(UserShell shell, string id, string expected) =>
        (await shell.RunAsync($"id={id} expected={expected} status=", """
            while [ "$status" != $expected ] && [ "$status" != Succeeded ] && [ "$status" != Stopped ] && [ "$status" != Failed ]; do
              status=$(aws deploy get-deployment --deployment-id $id --query deploymentInfo.status --output text)
            done
            echo $status
            """)).Trim().ShouldBe(expected);

    [GeneratedRegex("d-[A-Z0-9]{9}", RegexOptions.None, 1000)]
    private static partial Regex DeploymentId();
}
