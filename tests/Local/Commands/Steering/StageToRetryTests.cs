using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Steering;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Tests.Commands.Steering;

public sealed class StageToRetryTests
{
    private static readonly StageState Build = Stage("Build", StageExecutionStatus.Succeeded);
    private static readonly StageState Test = Stage("Test", StageExecutionStatus.Failed);
    private static readonly StageState Deploy = Stage("Deploy", StageExecutionStatus.Stopped);

    [Fact]
    public void The_one_that_failed_need_not_be_named() => StageToRetry.Of("shop", [Build, Test], null).ShouldBe(Test);

    [Fact]
    public void The_one_that_is_named_is_taken() => StageToRetry.Of("shop", [Test, Deploy], "Deploy").ShouldBe(Deploy);

    [Fact]
    public void Several_are_listed() => Should.Throw<UsageException>(() => StageToRetry.Of("shop", [Test, Deploy], null)).Message.ShouldBe("Several stages of shop have failed; name one: Test, Deploy.");

    [Fact]
    public void Where_nothing_failed_it_is_refused() => Should.Throw<RefusedException>(() => StageToRetry.Of("shop", [Build], null)).Message.ShouldBe("shop: no stage has failed or was stopped.");

    private static StageState Stage(string name, StageExecutionStatus status) => new() { StageName = name, LatestExecution = new StageExecution { PipelineExecutionId = "1", Status = status } };
}
