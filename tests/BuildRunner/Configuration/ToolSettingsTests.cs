using Sluice.BuildContract;
using Sluice.BuildContract.Batches;
using Sluice.BuildRunner.Configuration;
using Sluice.Platform.Configuration;

namespace Sluice.BuildRunner.Tests.Configuration;

public sealed class ToolSettingsTests
{
    [Theory]
    [InlineData(null, null, null, false)]
    [InlineData("1/1", "false", null, false)]
    [InlineData("1/4", "true", 0, true)]
    [InlineData("4/4", null, 3, false)]
    public void Shard_and_session_are_read(string? shard, string? session, int? index, bool isSession) =>
        Read(shard, session).ShouldBe(new ToolSettings(index is { } number ? new BatchShard(number, 4) : null, isSession));

    [Theory]
    [InlineData("0/4")]
    [InlineData("5/4")]
    [InlineData("x")]
    [InlineData("1/99999")]
    public void A_shard_that_is_none_is_refused(string shard) =>
        Should.Throw<InvalidConfigurationException>(() => Read(shard, null)).Message.ShouldContain("SLUICE_SHARD");

    private static ToolSettings Read(string? shard, string? session)
    {
        var variables = new Dictionary<string, string>
        {
            [RunnerVariables.BuildId] = "a:b", [RunnerVariables.Repository] = "/r", [RunnerVariables.Commit] = new('a', 40), [RunnerVariables.Objects] = "s3:",
            [RunnerVariables.OutputBucket] = "b", [RunnerVariables.OutputPrefix] = "p", [RunnerVariables.Shard] = shard ?? "", [RunnerVariables.DebugSession] = session ?? "",
        };
        return new RunnerConfigurationReader(variables).Read("/tmp").Tools;
    }
}
