using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Tests.Cloud.Tasks;

public sealed class LendMachineTests
{
    [Fact]
    public async Task A_machine_that_asks_for_one_of_CodeBuilds_is_told_that_there_is_none()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();

        var refused = await Should.ThrowAsync<TaskFailedException>(() => cloud.CallAsync("arn:aws:states:::codebuild:startBuild", new JsonObject { ["ProjectName"] = "lent" }, ServicePattern.RunAJob));

        refused.Error.ShouldBe("CodeBuild.InvalidInputException");
        refused.Cause.ShouldContain("has none to lend");
    }
}
