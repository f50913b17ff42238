namespace Sluice.BuildRunner.Tools;

/// <summary>The first half of <c>codebuild-tests-run</c>: checks all of it and says which command lists the files. That is run by the script, where the build's commands run.</summary>
internal sealed class TestsSearch : ITool
{
    public string Name => "codebuild-tests-run";

    public Task<ToolAnswer> RunAsync(ToolCall call, CancellationToken cancellationToken) =>
        Task.FromResult(new ToolAnswer(TestsRunOptions.Parse(call.Arguments).FilesSearch + "\n"));
}
